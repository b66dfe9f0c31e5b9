package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.junit.jupiter.api.Test;

/** An IMU that measures nothing, or shows nothing of what the heel switch sees. */
class SilentImuTest extends SensedLeg {
    @Test
    void anImuThatRepeatsItselfIsSilentAfter200MsAndTheSwitchCarriesOnAlone() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(3);
        imuNoise = false;
        run(205);
        assertEquals(0, detector.faults());
        run(10);
        assertEquals(Fault.IMU_SILENT.bit(), detector.faults());
        loaded = false;
        run(3_500);
        loaded = true;
        run(3_500);
        events = 0;
        loaded = false;
        run(50);
        assertEquals(GaitEvent.HEEL_OFF.bit(), events, "nobody else to ask, also out of standing");
        imuNoise = true;
        run(10);
        assertEquals(0, detector.faults());
    }

    @Test
    void aFrozenImuWithoutAHeelSwitchIsAStaleSensor() {
        detector = worn(Choice.IMU, false, true, false);
        run(500);
        imuNoise = false;
        run(400);
        assertEquals(Fault.IMU_SILENT.bit() | Fault.SENSOR_STALE.bit(), detector.faults());
    }

    @Test
    void anImuThatShowsNothingOfTwoStridesOfTheSwitchIsSilent() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(6);
        for (int i = 0; i < 2; i++) {
            assertEquals(0, detector.faults());
            run(450);
            loaded = false;
            run(700);
            loaded = true;
            run(50);
        }
        run(50);
        assertEquals(Fault.IMU_SILENT.bit(), detector.faults());
        run(3_500);
        events = 0;
        loaded = false;
        run(50);
        assertEquals(GaitEvent.HEEL_OFF.bit(), events, "the switch alone decides");
        loaded = true;
        run(450);
        stride(true);
        run(50);
        assertEquals(0, detector.faults(), "a step that it shows clears it");
    }

    /** Too slow to be a stride, but the sensor shows them: it is the foot that stays where it is. */
    @Test
    void aHeelThatTapsRegularlyOnTheSpotDoesNotMakeTheImuSilent() {
        detector = worn(Choice.FUSED, true, true, false);
        run(1_000);
        for (int i = 0; i < 8; i++) {
            loaded = false;
            tilt(300, -30);
            tilt(300, 30);
            loaded = true;
            run(300);
            assertEquals(0, detector.faults());
        }
        assertEquals(0, events & GaitEvent.HEEL_OFF.bit());
    }
}
