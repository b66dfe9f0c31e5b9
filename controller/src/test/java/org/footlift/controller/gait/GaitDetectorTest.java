package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.controller.Profile;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

/** Ticks of 5 ms, every living sensor sampled in each. */
class GaitDetectorTest {
    private static final long MS = 1_000_000L;

    private final SensorFrame frame = new SensorFrame();
    private final TickOutput out = new TickOutput();
    private GaitDetector detector = worn(Choice.FUSED, true, true, true);
    private boolean heelAlive = true;
    private boolean footAlive = true;
    private boolean shankAlive = true;
    private boolean loaded = true;
    private float dps;
    private long nowNs;
    private long aheadNs;
    private int events;

    private static GaitDetector worn(Choice choice, boolean heel, boolean foot, boolean shank) {
        return new GaitDetector(new Profile().sensors(choice, heel, foot, shank).settings());
    }

    private void tick() {
        nowNs += 5 * MS;
        frame.clear();
        if (heelAlive) {
            var sample = frame.addHeel();
            sample.timeNs = nowNs + aheadNs;
            sample.valid = true;
            sample.loaded = loaded;
        }
        imu(footAlive, ImuSite.FOOT);
        imu(shankAlive, ImuSite.SHANK);
        detector.update(frame, nowNs);
        detector.describe(out, nowNs);
        events |= out.events;
    }

    private void imu(boolean alive, ImuSite site) {
        if (alive) {
            var sample = frame.addImu();
            sample.timeNs = nowNs;
            sample.site = site;
            sample.valid = true;
            sample.gyroYDps = dps;
            sample.accZMps2 = Math.abs(dps) > 100 ? 14 : 9.81F; // what turns that fast is in the air
        }
    }

    private void run(int ms) {
        for (int t = 0; t < ms; t += 5) {
            tick();
        }
    }

    private void halfSine(int ms, double peak) {
        for (int t = 5; t <= ms; t += 5) {
            dps = (float) (peak * Math.sin(Math.PI * t / ms));
            tick();
        }
        dps = 0;
    }

    /** 1.2 s; the heel is up from push-off to strike, unless its switch is stuck. */
    private void stride(boolean heelMoves) {
        run(500);
        loaded = !heelMoves;
        halfSine(200, -200);
        halfSine(400, 250);
        loaded = true;
        halfSine(100, -120);
    }

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
    void aStuckSwitchIsCalledSoAfterTwoStridesOfTheImuAndTheImuCarriesOn() {
        run(4_100);
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
    void aSwitchThatNeverSpokeIsNotStuck() {
        heelAlive = false;
        run(4_100);
        for (int i = 0; i < 4; i++) {
            stride(false);
        }
        assertEquals(0, detector.faults());
        assertEquals(DetectorSource.FOOT_IMU, out.source);
    }

    @Test
    void aSwitchThatFellSilentIsStuckAfterTwoStridesOfTheImu() {
        run(4_100);
        heelAlive = false;
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
