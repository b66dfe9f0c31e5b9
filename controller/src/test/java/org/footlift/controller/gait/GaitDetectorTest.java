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

/** Whose word counts. */
class GaitDetectorTest extends SensedLeg {
    @Test
    void theHeelSwitchIsBelievedFirstThenTheFootThenTheShank() {
        tick();
        assertEquals(DetectorSource.HEEL_SWITCH, out.source);
        heelAlive = false;
        run(200);
        assertEquals(DetectorSource.FOOT_IMU, out.source);
        footAlive = false;
        run(200);
        assertEquals(DetectorSource.SHANK_IMU, out.source);
        shankAlive = false;
        run(200);
        assertEquals(DetectorSource.NONE, out.source);
        heelAlive = true;
        run(20);
        assertEquals(DetectorSource.HEEL_SWITCH, out.source);
    }

    @Test
    void onlyTheChosenSensorsDecide() {
        detector = worn(Choice.HEEL, true, true, true);
        heelAlive = false;
        run(20);
        assertEquals(DetectorSource.NONE, out.source);
        detector = worn(Choice.IMU, true, true, true);
        heelAlive = true;
        run(20);
        assertEquals(DetectorSource.FOOT_IMU, out.source);
        detector = worn(Choice.IMU, true, false, true);
        run(20);
        assertEquals(DetectorSource.SHANK_IMU, out.source);
    }

    @Test
    void aSensorIsStaleBeyond100MsAndLostBeyondASecond() {
        detector = worn(Choice.HEEL, true, false, false);
        run(100);
        heelAlive = false;
        run(100);
        assertEquals(0, detector.faults());
        assertEquals(GaitPhase.STANCE, out.phase);
        tick();
        assertEquals(Fault.SENSOR_STALE.bit(), detector.faults());
        assertEquals(GaitPhase.UNKNOWN, out.phase);
        assertFalse(detector.validStance());
        run(895);
        assertEquals(Fault.SENSOR_STALE.bit(), detector.faults());
        tick();
        assertEquals(Fault.SENSOR_STALE.bit() | Fault.SENSOR_LOST.bit(), detector.faults());
        heelAlive = true;
        tick();
        assertEquals(0, detector.faults());
    }

    /** A reader stamps a sample after the time of the tick was taken, and before the tick takes its samples. */
    @Test
    void aSampleUpToATickAheadOfItsTickLosesNothing() {
        for (long ns : new long[]{1, 5 * MS}) {
            detector = worn(Choice.HEEL, true, false, false);
            loaded = true;
            run(200);
            assertTrue(detector.validStance());
            aheadNs = ns;
            tick();
            assertEquals(0, detector.faults(), ns + " ns");
            assertTrue(detector.validStance(), ns + " ns");
            aheadNs = 0;
            loaded = false;
            events = 0;
            run(50);
            assertTrue(GaitEvent.HEEL_OFF.in(events), ns + " ns");
        }
    }

    @Test
    void aSampleMoreThanATickAheadIsNotTrusted() {
        detector = worn(Choice.HEEL, true, false, false);
        run(200);
        aheadNs = 5 * MS + 1;
        tick();
        assertEquals(GaitPhase.UNKNOWN, detector.phase());
        assertFalse(detector.validStance());
        aheadNs = 0;
        run(200);
        assertEquals(0, detector.faults());
        assertTrue(detector.validStance(), "begun anew");
    }

    @Test
    void aSampleFromTheFutureIsNotTrusted() {
        detector = worn(Choice.HEEL, true, false, false);
        run(100);
        nowNs -= 60_000 * MS;
        heelAlive = false;
        tick();
        assertTrue(Fault.SENSOR_STALE.in(detector.faults()));
        heelAlive = true;
        run(10);
        assertEquals(0, detector.faults());
    }

    @Test
    void everySensorsGapIsSeenEvenWhileAnotherIsBelieved() {
        for (int i = 0; i < 3; i++) {
            stride(true);
        }
        run(500);
        loaded = false;
        halfSine(200, -200);
        halfSine(200, 250); // the foot is left in mid-swing
        footAlive = false;
        loaded = true;
        run(3_000);
        footAlive = true;
        heelAlive = false;
        run(150);
        assertEquals(DetectorSource.FOOT_IMU, out.source);
        assertEquals(GaitPhase.STANCE, out.phase, "found again by its own rest, not left in swing");
    }

    @Test
    void aSwitchStuckSinceBeforeTheWalkIsCalledSoAfterThreeStridesOfTheImuAndTheImuCarriesOn() {
        run(4_100);
        stride(false);
        stride(false);
        assertEquals(0, detector.faults());
        stride(false);
        assertEquals(Fault.HEEL_SWITCH_STUCK.bit(), detector.faults());
        assertEquals(DetectorSource.FOOT_IMU, out.source);
        events = 0;
        stride(false);
        run(100);
        assertEquals(15, events, "all four events from the foot");
        loaded = false;
        run(5);
        assertEquals(0, detector.faults(), "an edge clears it");
        assertEquals(DetectorSource.HEEL_SWITCH, out.source);
    }

    @Test
    void aSwitchThatNeverSpokeIsUnreliableAndNotStuck() {
        heelAlive = false;
        run(90);
        assertEquals(0, detector.faults(), "it has its time to say its first word");
        run(4_000);
        for (int i = 0; i < 4; i++) {
            stride(false);
        }
        assertEquals(Fault.HEEL_SWITCH_UNRELIABLE.bit(), detector.faults());
        assertEquals(DetectorSource.FOOT_IMU, out.source);
    }

    @Test
    void aSwitchThatFellSilentIsUnreliableAtOnceAndStuckAfterThreeStridesOfTheImu() {
        run(4_100);
        heelAlive = false;
        run(120);
        assertEquals(Fault.HEEL_SWITCH_UNRELIABLE.bit(), detector.faults());
        stride(false);
        stride(false);
        stride(false);
        assertEquals(Fault.HEEL_SWITCH_STUCK.bit(), detector.faults());
    }

    @Test
    void standingStillIsNotAStuckSwitch() {
        run(60_000);
        assertEquals(0, detector.faults());
        stride(true);
        stride(true);
        assertEquals(0, detector.faults());
    }

    @Test
    void aChatteringSwitchHandsOverToTheImu() {
        run(200);
        for (int i = 0; i < 40; i++) {
            loaded = !loaded;
            run(10);
        }
        assertTrue(Fault.HEEL_SWITCH_CHATTER.in(detector.faults()));
        assertEquals(DetectorSource.FOOT_IMU, out.source);
        assertFalse(Fault.SENSOR_STALE.in(detector.faults()));
        loaded = true;
        run(1_100);
        assertEquals(DetectorSource.HEEL_SWITCH, out.source);
        assertEquals(0, detector.faults());
    }

    @Test
    void theHeelSwitchAloneGivesHeelEventsAndTheFootAddsItsOwn() {
        for (int i = 0; i < 4; i++) {
            stride(true);
        }
        run(300);
        assertEquals(15, events);
        detector = worn(Choice.HEEL, true, false, false);
        events = 0;
        run(300);
        for (int i = 0; i < 4; i++) {
            stride(true);
        }
        run(100);
        assertEquals(GaitEvent.HEEL_OFF.bit() | GaitEvent.HEEL_STRIKE.bit(), events);
    }

    @Test
    void theCadenceFollowsTheStrides() {
        assertEquals(0, detector.strideMs());
        for (int i = 0; i < 6; i++) {
            stride(true);
        }
        assertEquals(1_200, detector.strideMs());
        assertEquals(6, out.strides);
        assertTrue(out.walking);
        run(3_100);
        assertFalse(out.walking);
        assertEquals(1_200, detector.strideMs(), "kept for the next walk");
        stride(true);
        assertTrue(detector.strideMs() < 2_500, "a rest of 3 s moves the mean no further than its quarter");
    }

    @Test
    void everyEventCarriesTheTimeOfItsSample() {
        detector = worn(Choice.HEEL, true, false, false);
        run(200);
        loaded = false;
        for (int t = 0; t < 10; t++) {
            tick();
            if (detector.has(GaitEvent.HEEL_OFF)) {
                assertEquals(nowNs, out.eventTimeNs[GaitEvent.HEEL_OFF.ordinal()]);
                assertEquals(0, out.eventTimeNs[GaitEvent.TOE_OFF.ordinal()]);
                tick();
                assertEquals(0, out.eventTimeNs[GaitEvent.HEEL_OFF.ordinal()]);
                return;
            }
        }
        throw new AssertionError("no heel off");
    }
}
