package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.Fault;
import org.junit.jupiter.api.Test;

/** Which heel switch an IMU calls stuck or unreliable, and which it does not. */
class SwitchFaultTest extends SensedLeg {
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
}
