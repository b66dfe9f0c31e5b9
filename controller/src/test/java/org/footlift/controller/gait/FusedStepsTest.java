package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.junit.jupiter.api.Test;

/** When heel switch and IMU together begin a step and end it, and when not. */
class FusedStepsTest extends SensedLeg {
    @Test
    void outOfStandingTheHeelRisingAloneIsNoHeelOff() {
        run(1_000);
        for (int i = 0; i < 3; i++) {
            loaded = false;
            run(1_700);
            assertEquals(GaitPhase.STANCE, out.phase);
            loaded = true;
            run(2_500);
        }
        assertEquals(0, events);
        assertFalse(out.walking);
    }

    @Test
    void theFirstStepOutOfStandingCountsOnceTheImuAgrees() {
        run(1_000);
        loaded = false;
        run(100);
        assertEquals(0, events);
        halfSine(200, -200);
        halfSine(400, 250);
        assertTrue(GaitEvent.HEEL_OFF.in(events));
        loaded = true;
        halfSine(100, -120);
        run(50);
        assertTrue(GaitEvent.HEEL_STRIKE.in(events));
        assertEquals(1, out.strides);
    }

    @Test
    void loadThatLastsEndsAStepAlsoWhenTheImuStaysInSwing() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        run(500);
        loaded = false;
        halfSine(200, -200);
        dps = 100;
        run(400);
        loaded = true;
        run(90);
        assertFalse(GaitEvent.HEEL_STRIKE.in(events));
        run(100);
        assertTrue(GaitEvent.HEEL_STRIKE.in(events));
    }

    @Test
    void aStrikeThatOnlyTheImuSeesDoesNotEndAStepBeforeItsTime() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        run(500);
        loaded = false;
        halfSine(100, -200);
        halfSine(180, 250);
        halfSine(20, -120);
        run(285);
        assertEquals(GaitPhase.PRE_SWING, out.phase, "the heel is up for 600 ms as a rule");
        assertFalse(GaitEvent.HEEL_STRIKE.in(events));
    }

    @Test
    void anOpeningSoonAfterTheStrikeThatTheImuDoesNotShareBeginsNoStride() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        loaded = false;
        run(70);
        loaded = true;
        run(50);
        assertEquals(0, events & GaitEvent.HEEL_OFF.bit());
        assertEquals(GaitPhase.STANCE, out.phase);
    }

    @Test
    void aStrikeFromBeforeAGapOfTheImuEndsNoLaterSwing() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(6);
        footAlive = false;
        run(450);
        loaded = false;
        run(100);
        footAlive = true;
        dps = 20; // too slow to be found in swing again
        run(400);
        assertEquals(GaitEvent.HEEL_OFF.bit(), events & (GaitEvent.HEEL_OFF.bit() | GaitEvent.HEEL_STRIKE.bit()));
    }

    /** The heel rises out of standing, the foot turns back for {@code ms} without being lifted, and the heel comes down again. */
    private void riseHeel(int ms, double peakDps) {
        run(3_500);
        lifts = false;
        loaded = false;
        halfSine(ms, peakDps);
        run(20);
        loaded = true;
        run(20);
    }

    @Test
    void aFirstStepTooSoftForTheImuCountsButRisingOntoTheToesOrATwitchDoesNot() {
        detector = worn(Choice.FUSED, true, true, false);
        riseHeel(500, -75);
        riseHeel(300, -99);
        riseHeel(100, -120);
        assertEquals(0, events & GaitEvent.HEEL_OFF.bit());
        riseHeel(300, -120);
        assertTrue(GaitEvent.HEEL_OFF.in(events));
    }

    @Test
    void risingOntoTheToesIsNoStepHoweverFastBecauseTheFootStaysWhereItIs() {
        detector = worn(Choice.FUSED, true, true, false);
        run(3_500);
        loaded = false;
        tilt(400, -150);
        run(400);
        assertEquals(0, events & GaitEvent.HEEL_OFF.bit());
    }

    @Test
    void aSoftFirstStepCountsWhenItsPushOffIsOver() {
        detector = worn(Choice.FUSED, true, true, false);
        run(1_000);
        lifts = false;
        loaded = false;
        for (int t = 5; t <= 250; t += 5) {
            dps = (float) (-150 * Math.sin(Math.PI * t / 300));
            tick();
        }
        assertEquals(0, events & GaitEvent.HEEL_OFF.bit(), "still pushing");
        dps = -30;
        tick();
        assertTrue(GaitEvent.HEEL_OFF.in(events));
    }

    @Test
    void afterAStepThatOnlyTheSwitchSawTheHeelRisingAloneIsStillNoHeelOff() {
        detector = worn(Choice.FUSED, true, true, false);
        riseHeel(300, -120);
        run(500);
        assertTrue(out.walking);
        events = 0;
        loaded = false;
        run(500);
        assertEquals(0, events & GaitEvent.HEEL_OFF.bit());
    }

    @Test
    void aWalkGoesOnWhenTheImuComesBackAfterALongGap() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(6);
        footAlive = false;
        walk(6);
        footAlive = true;
        run(450);
        events = 0;
        loaded = false;
        run(20);
        assertTrue(GaitEvent.HEEL_OFF.in(events));
    }

    @Test
    void aFlickOfTheFootInMidStanceBeginsNoStepWhileTheHeelIsLoaded() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        run(150);
        halfSine(100, -200);
        halfSine(100, 200);
        assertTrue(GaitEvent.TOE_OFF.in(events), "so says the IMU");
        assertFalse(GaitEvent.HEEL_OFF.in(events));
    }

    @Test
    void aHeelThatHangsInTheAirForLongBeginsNoStep() {
        detector = worn(Choice.FUSED, true, true, false);
        run(1_000);
        loaded = false;
        run(2_000);
        halfSine(200, -200);
        halfSine(400, 250);
        assertEquals(0, events & GaitEvent.HEEL_OFF.bit());
    }

    @Test
    void aSensorThatComesUpWithTheHeelInTheAirBeginsNoStepThen() {
        detector = worn(Choice.FUSED, true, true, false);
        loaded = false;
        dps = 150;
        run(200);
        assertEquals(0, events & GaitEvent.HEEL_OFF.bit());
        assertEquals(GaitPhase.SWING, out.phase);
    }

    @Test
    void aHeelThatRisesAfterAStrideOfTheImuAloneIsNotTooEarly() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(6);
        stride(false);
        run(20);
        events = 0;
        loaded = false;
        run(20);
        assertTrue(GaitEvent.HEEL_OFF.in(events), "the switch has been closed for a stride");
    }

    @Test
    void aRiseThatTheSwitchMissedBeginsAtTheImusToeOff() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(6);
        stride(false);
        run(50);
        assertTrue(GaitEvent.HEEL_OFF.in(events));
        assertTrue(GaitEvent.HEEL_STRIKE.in(events));
    }
}
