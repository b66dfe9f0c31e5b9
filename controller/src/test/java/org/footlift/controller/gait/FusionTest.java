package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.junit.jupiter.api.Test;

/** Heel switch and IMU that watch each other. */
class FusionTest extends SensedLeg {
    /** A stride in whose swing the switch reads loaded for {@code ms}. */
    private void strideWithFalseContact(int ms) {
        run(500);
        loaded = false;
        halfSine(200, -200);
        halfSine(200, 250);
        loaded = true;
        dps = 150;
        run(ms);
        loaded = false;
        halfSine(120, 250);
        loaded = true;
        halfSine(100, -120);
    }

    private void walk(int strides) {
        for (int i = 0; i < strides; i++) {
            stride(true);
        }
        run(50);
        events = 0;
    }

    @Test
    void aSwitchThatStaysClosedOrOpenInAWalkIsNamedAfterTwoStridesAndNoStepIsMissed() {
        for (boolean closed : new boolean[]{true, false}) {
            detector = worn(Choice.FUSED, true, true, false);
            walk(6);
            int before = out.strides;
            for (int i = 0; i < 2; i++) {
                run(500);
                loaded = closed;
                halfSine(200, -200);
                halfSine(400, 250);
                halfSine(100, -120);
            }
            run(100);
            assertEquals(Fault.HEEL_SWITCH_STUCK.bit(), detector.faults(), "closed " + closed);
            assertEquals(before + 2, out.strides, "closed " + closed);
            assertEquals(DetectorSource.FOOT_IMU, out.source);
            loaded = true;
        }
    }

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
    void aFalseContactInASwingIsNamedByTheNextToeOffAndDoesNotEndIt() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        int before = out.strides;
        strideWithFalseContact(80);
        run(50);
        assertEquals(before + 1, out.strides);
        stride(true);
        assertEquals(Fault.HEEL_SWITCH_UNRELIABLE.bit(), detector.faults());
        assertEquals(DetectorSource.HEEL_SWITCH, out.source);
        walk(4);
        assertEquals(0, detector.faults(), "three strides agree");
    }

    @Test
    void aContactThatBouncesIsNotNamed() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        for (int i = 0; i < 4; i++) {
            stride(true);
            loaded = false;
            run(15);
            loaded = true;
            run(185);
            assertEquals(0, detector.faults());
        }
    }

    @Test
    void aSwitchThatClosesLateOnceIsNamedByTheNextToeOff() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        run(500);
        loaded = false;
        halfSine(200, -200);
        halfSine(400, 250);
        halfSine(100, -120);
        run(250);
        loaded = true;
        run(250);
        assertEquals(0, detector.faults());
        loaded = false;
        halfSine(200, -200);
        halfSine(200, 250);
        assertEquals(Fault.HEEL_SWITCH_UNRELIABLE.bit(), detector.faults());
    }

    @Test
    void aSwitchThatOpensLateOnceIsNamedByTheNextToeOff() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        run(500);
        halfSine(150, -200);
        loaded = false;
        halfSine(50, -200);
        halfSine(200, 250);
        assertEquals(Fault.HEEL_SWITCH_UNRELIABLE.bit(), detector.faults());
    }

    private void strideOfWhichTheImuSeesTheStrikeEarly() {
        run(500);
        loaded = false;
        halfSine(200, -200);
        halfSine(250, 250);
        halfSine(50, -120);
        run(100);
        loaded = true;
        run(100);
        stride(true); // judged by its toe off
    }

    @Test
    void aStrideInWhichOnlyTheImuIsOffIsNotNamed() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        strideOfWhichTheImuSeesTheStrikeEarly();
        assertEquals(0, detector.faults());
    }

    @Test
    void aPushOffThatOnlyTheImuSeesOtherwiseIsNotNamed() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        run(500);
        loaded = false;
        halfSine(350, -200);
        halfSine(400, 250);
        loaded = true;
        halfSine(100, -120);
        stride(true);
        assertEquals(0, detector.faults());
    }

    @Test
    void aStrideThatTheImuMissesIsNotNamed() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        run(500);
        loaded = false;
        run(600);
        loaded = true;
        run(100);
        stride(true);
        assertEquals(0, detector.faults());
    }

    @Test
    void aSensorThatComesUpWithTheHeelInTheAirIsNotDoubtedForIt() {
        detector = worn(Choice.FUSED, true, true, false);
        loaded = false;
        run(200);
        halfSine(200, -200);
        halfSine(400, 250);
        loaded = true;
        halfSine(100, -120);
        for (int i = 0; i < 12; i++) {
            stride(true);
            assertEquals(0, detector.faults());
        }
    }

    private void strideWithLateLoad(int lateMs) {
        run(400);
        loaded = false;
        halfSine(200, -200);
        halfSine(400, 250);
        halfSine(100, -120);
        run(lateMs);
        loaded = true;
        run(200 - lateMs);
    }

    @Test
    void whoLoadsTheHeelLaterAndLaterIsNotNamedAndIsJudgedByThatFromThenOn() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(6);
        for (int lateMs = 0; lateMs <= 200; lateMs += 10) {
            strideWithLateLoad(lateMs);
            assertEquals(0, detector.faults(), "late by " + lateMs);
        }
        for (int i = 0; i < 20; i++) {
            strideWithLateLoad(200);
        }
        strideWithLateLoad(0);
        stride(true);
        assertEquals(Fault.HEEL_SWITCH_UNRELIABLE.bit(), detector.faults());
    }

    @Test
    void aSwitchThatWasStuckOpenFromTheStartIsJudgedLikeAnyOtherOnceItMoves() {
        detector = worn(Choice.FUSED, true, true, false);
        loaded = false;
        for (int i = 0; i < 6; i++) {
            run(500);
            halfSine(200, -200);
            halfSine(400, 250);
            halfSine(100, -120);
        }
        assertEquals(Fault.HEEL_SWITCH_STUCK.bit(), detector.faults());
        loaded = true;
        walk(12);
        strideOfWhichTheImuSeesTheStrikeEarly();
        assertEquals(0, detector.faults());
    }

    @Test
    void aNewWalkBeginsWithACleanSlate() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        strideWithFalseContact(80);
        stride(true);
        assertEquals(Fault.HEEL_SWITCH_UNRELIABLE.bit(), detector.faults());
        run(3_200);
        assertEquals(0, detector.faults());
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
}
