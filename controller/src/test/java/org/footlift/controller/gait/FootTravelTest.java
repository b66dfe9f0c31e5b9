package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

import org.footlift.hal.ImuSample;
import org.junit.jupiter.api.Test;

/** Speed and distance of a foot since it stood, samples 5 ms apart. */
class FootTravelTest {
    private static final double DT_MS = 5;
    private static final double G = 9.81;

    private final FootTravel travel = new FootTravel();
    private final Vector3 rate = new Vector3();
    private final ImuSample sample = new ImuSample();
    private boolean struck;

    private void give(boolean standing, double x, double y, double z) {
        sample.accXMps2 = (float) x;
        sample.accYMps2 = (float) y;
        sample.accZMps2 = (float) z;
        travel.accept(rate, sample, DT_MS, standing, struck);
    }

    private void stand() {
        for (int i = 0; i < 200; i++) {
            give(true, 0, 0, G);
        }
    }

    @Test
    void nothingIsKnownBeforeTheFootHasStood() {
        give(false, 4, 0, G);
        assertFalse(travel.known());
        assertEquals(0, travel.speedMps());
    }

    @Test
    void anAccelerationForwardGivesSpeedAndDistance() {
        stand();
        for (int i = 0; i < 100; i++) {
            give(false, 2, 0, G);
        }
        assertEquals(1.0, travel.speedMps(), 0.01); // 2 m/s2 for 0.5 s
        assertEquals(0.25, travel.movedM(), 0.01);
    }

    @Test
    void aFootThatOnlyTurnsGoesNowhere() {
        stand();
        double pitchRad = 0;
        rate.set(0, 100, 0);
        for (int i = 0; i < 100; i++) {
            pitchRad += Math.toRadians(100) * DT_MS / 1_000;
            give(false, -G * Math.sin(pitchRad), 0, G * Math.cos(pitchRad));
        }
        assertEquals(0, travel.speedMps(), 0.03);
        assertEquals(0, travel.movedM(), 0.02);
    }

    @Test
    void standingStillBeginsAnew() {
        anAccelerationForwardGivesSpeedAndDistance();
        give(true, 0, 0, G);
        assertEquals(0, travel.speedMps());
        assertEquals(0, travel.movedM());
    }

    @Test
    void afterTwoSecondsInMotionNothingIsKnown() {
        stand();
        for (int i = 0; i < 401; i++) {
            give(false, 0, 0, G);
        }
        assertFalse(travel.known());
    }

    @Test
    void afterAGapNothingIsKnownUntilTheFootStandsAgain() {
        stand();
        travel.lose();
        assertFalse(travel.known());
        give(true, 0, 0, G);
        assertTrue(travel.known());
    }

    @Test
    void aForceThatIsNoneOrImpossibleIsNotIntegrated() {
        for (double wrong : new double[]{Double.NaN, Double.POSITIVE_INFINITY, 1e30}) {
            stand();
            give(false, wrong, 0, G);
            assertFalse(travel.known());
            stand();
            assertTrue(travel.known());
            assertTrue(travel.stoodOnFloor());
        }
    }

    @Test
    void aFootThatHangsDidNotStandOnTheFloor() {
        stand();
        assertTrue(travel.stoodOnFloor());
        double downRad = Math.toRadians(25);
        for (int i = 0; i < 200; i++) {
            give(true, G * Math.sin(downRad), 0, G * Math.cos(downRad));
        }
        assertFalse(travel.stoodOnFloor());
    }

    @Test
    void theFloorIsLearnedAnewFromStridesAfterTheSensorWasMoved() {
        aFootThatHangsDidNotStandOnTheFloor();
        for (int i = 0; i < 5; i++) {
            travel.confirmStride();
        }
        assertTrue(travel.stoodOnFloor());
    }

    /** A leg that hangs from the knee, where its swing turns: still for a moment, slanted by 25°, and the force all the same along the leg. */
    private void turnAtTheEndOfASwing(int samples) {
        rate.set(0, 100, 0);
        for (int i = 0; i < 50; i++) {
            give(false, 0, 0, G + 2);
        }
        rate.set(0, 0, 0);
        for (int i = 0; i < samples; i++) {
            give(true, 0, 0, G);
        }
    }

    @Test
    void theTurningPointOfASwingIsNoStandstill() {
        stand();
        turnAtTheEndOfASwing(40);
        assertTrue(travel.speedMps() > 0.3);
        assertFalse(travel.standsOnFloor());
    }

    /** As after a sensor that showed its axes the wrong way round for a while: in walking no rest would be long enough. */
    @Test
    void whatTheGyroscopeKnowsOfUpGivesWayToTheFloorThatWasStruck() {
        stand();
        struck = true;
        turnAtTheEndOfASwing(12);
        assertTrue(travel.standsOnFloor());
    }

    @Test
    void whatTheGyroscopeKnowsOfUpGivesWayToARestThatNoSwingHas() {
        stand();
        turnAtTheEndOfASwing(60);
        assertEquals(0, travel.speedMps());
        assertTrue(travel.standsOnFloor());
    }

    @Test
    void hoursInMotionDoNotSpoilTheNextStandstill() {
        stand();
        rate.set(0, 0, 2_000);
        for (int i = 0; i < 1_000_000; i++) {
            give(false, 0, 0, G);
        }
        rate.set(0, 0, 0);
        anAccelerationForwardGivesSpeedAndDistance();
    }

    @Test
    void aFootThatMovesBackOrDownIsToldFromOneThatMovesForwardUpOrAside() {
        Vector3 axis = new Vector3();
        axis.set(0, 1, 0); // a turn along it raises toes that point along -x
        double[][] away = {{-2, 0, 0}, {0, 0, 2}, {0, 2, 0}, {0, -2, 0}, {-2, 0, 2}};
        for (double[] way : away) {
            assertFalse(goesBack(axis, way), () -> Arrays.toString(way));
        }
        for (double[] way : new double[][]{{2, 0, 0}, {0, 0, -2}, {2, 0, -2}}) {
            assertTrue(goesBack(axis, way), () -> Arrays.toString(way));
        }
        travel.lose();
        assertFalse(travel.goesBack(axis), "not known");
    }

    private boolean goesBack(Vector3 axis, double[] accelerated) {
        stand();
        for (int i = 0; i < 20; i++) {
            give(false, accelerated[0], accelerated[1], G + accelerated[2]);
        }
        return travel.goesBack(axis);
    }
}
