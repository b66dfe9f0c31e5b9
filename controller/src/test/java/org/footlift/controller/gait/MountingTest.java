package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.GaitEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A sensor may sit on the leg in any way: declared, not declared, declared wrongly, or turned while it is worn. */
class MountingTest {
    private static StrideRig undeclared(ImuSite site) {
        return new StrideRig(site, Axis.FIND, Sign.POSITIVE);
    }

    private static void assertNextStrideGivesTheFour(StrideRig rig) {
        rig.seen.clear();
        rig.stride();
        rig.rest(200);
        assertEquals(StrideRig.FOUR, rig.order());
    }

    @ParameterizedTest
    @CsvSource({"X,POSITIVE,-90", "X,NEGATIVE,90", "Y,POSITIVE,0", "Y,NEGATIVE,180"})
    void withADeclaredAxisTheVeryFirstStepCounts(Axis axis, Sign sign, double aboutZDeg) {
        StrideRig rig = new StrideRig(ImuSite.FOOT, axis, sign).sensorTurned(aboutZDeg, 0);
        rig.rest(500);
        assertNextStrideGivesTheFour(rig);
        assertFalse(rig.imu.misfit());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "90,0", "180,0", "270,0", "37,0", "0,180", "120,180", "200,65", "310,-120", "45,90"})
    void withoutADeclaredAxisAFootSensorIsUnderstoodFromTheFirstStepOutOfStanding(double aboutZDeg, double aboutXDeg) {
        StrideRig rig = undeclared(ImuSite.FOOT).sensorTurned(aboutZDeg, aboutXDeg);
        rig.rest(1_000);
        assertNextStrideGivesTheFour(rig);
        for (int i = 0; i < 10; i++) {
            assertNextStrideGivesTheFour(rig);
        }
        assertFalse(rig.imu.misfit());
    }

    @ParameterizedTest
    @CsvSource({"0,0", "90,0", "180,0", "37,0", "120,180", "200,65", "310,-120"})
    void withoutADeclaredAxisAShankSensorIsUnderstoodAfterTwoStrides(double aboutZDeg, double aboutXDeg) {
        StrideRig rig = undeclared(ImuSite.SHANK).sensorTurned(aboutZDeg, aboutXDeg);
        rig.walk(2);
        for (int i = 0; i < 10; i++) {
            assertNextStrideGivesTheFour(rig);
        }
    }

    @ParameterizedTest
    @EnumSource(ImuSite.class)
    void aSensorPutOnBackwardsIsNoticedAndUnderstoodWithinSixStrides(ImuSite site) {
        StrideRig rig = new StrideRig(site, Axis.Y, Sign.POSITIVE).sensorTurned(180, 0);
        rig.walk(6);
        assertTrue(rig.imu.misfit());
        for (int i = 0; i < 10; i++) {
            assertNextStrideGivesTheFour(rig);
        }
    }

    @Test
    void aSensorThatIsTurnedWhileWornIsNoticedAndUnderstoodWithinTwelveStrides() {
        StrideRig rig = StrideRig.onFoot();
        rig.walk(10);
        assertFalse(rig.imu.misfit());
        rig.sensorTurned(90, 0);
        rig.rest(2_000);
        rig.walk(12);
        assertTrue(rig.imu.misfit());
        for (int i = 0; i < 10; i++) {
            assertNextStrideGivesTheFour(rig);
        }
        rig.sensorTurned(0, 0);
        rig.rest(2_000);
        rig.walk(20);
        assertFalse(rig.imu.misfit(), "back where it was");
    }

    /** No evidence that the foot is lifted: no pulse. */
    @Test
    void aFootSensorWithoutAnAccelerometerBeginsNoStepOutOfStanding() {
        StrideRig rig = StrideRig.onFoot().withoutAccelerometer();
        rig.rest(1_000);
        for (int i = 0; i < 5; i++) {
            rig.stride();
        }
        assertFalse(rig.order().contains(GaitEvent.HEEL_OFF));
    }

    @Test
    void theOffsetOfAConsumerGyroscopeIsFoundInASecondOfStanding() {
        StrideRig rig = StrideRig.onFoot().gyroscopeOff(-11, 14, 8);
        rig.rest(2_500);
        for (int i = 0; i < 10; i++) {
            assertNextStrideGivesTheFour(rig);
        }
        assertFalse(rig.imu.misfit());
    }

    @Test
    void standingWithAnOffsetIsNoStep() {
        StrideRig rig = StrideRig.onFoot().gyroscopeOff(3, -15, 2);
        rig.rest(10_000);
        rig.gyroscopeOff(3, -9, 2); // warmed up
        rig.rest(10_000);
        assertEquals(0, rig.seen.stream().filter(s -> s.event() == GaitEvent.HEEL_OFF).count());
    }
}
