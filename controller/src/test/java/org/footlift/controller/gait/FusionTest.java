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
    void aFalseContactInASwingIsNamedAndDoesNotEndIt() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        int before = out.strides;
        strideWithFalseContact(80);
        run(50);
        assertEquals(Fault.HEEL_SWITCH_UNRELIABLE.bit(), detector.faults());
        assertEquals(before + 1, out.strides);
        assertEquals(DetectorSource.HEEL_SWITCH, out.source);
        walk(3);
        assertEquals(0, detector.faults(), "three strides agree");
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

    @Test
    void falseContactsInTwoOfThreeStridesLetTheImuDecideUntilThreeStridesAgree() {
        detector = worn(Choice.FUSED, true, true, false);
        walk(12);
        strideWithFalseContact(80);
        stride(true);
        strideWithFalseContact(80);
        run(50);
        assertEquals(DetectorSource.FOOT_IMU, out.source);
        walk(2);
        assertEquals(DetectorSource.FOOT_IMU, out.source);
        walk(1);
        assertEquals(DetectorSource.HEEL_SWITCH, out.source);
        assertEquals(0, detector.faults());
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
        stride(true);
        run(50);
        assertEquals(0, detector.faults(), "a step that it shows clears it");
    }
}
