package org.footlift.controller;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.EnvelopeSettings.Timing;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each row of the fault table, brought about from outside in mid-swing. INTERNAL_ERROR is the loop's, and tested there. */
class ControllerFaultTest {
    private static final long MS = TickBench.MS;

    private final TickBench bench = new TickBench(new Profile().heelOnly().settings());

    private void inMidSwing() {
        bench.standReady().swing(300);
        assertTrue(bench.pulses.size() > 8, "the burst is on");
    }

    private void assertNothingMoreAndLatched(Fault fault, long causeNs) {
        assertTrue(fault.in(bench.out.faults));
        assertEquals(Mode.LATCHED, bench.out.mode);
        assertFalse(bench.out.heartbeat);
        for (int stride = 0; stride < 3; stride++) {
            bench.swing(500).stance(500);
        }
        assertEquals(0, bench.pulsesSince(causeNs), "pulses from the tick of the cause on");
        assertEquals(Mode.LATCHED, bench.out.mode);
        assertTrue(fault.in(bench.out.faults), "it goes on saying why");
    }

    @ParameterizedTest
    @EnumSource(value = Condition.class, names = "READY", mode = EnumSource.Mode.EXCLUDE)
    void aStimulatorThatIsNotReadyStopsHard(Condition condition) {
        inMidSwing();
        bench.in.stimulator.condition = condition;
        bench.tick();
        long causeNs = bench.nowNs();
        bench.in.stimulator.condition = Condition.READY;
        assertNothingMoreAndLatched(switch (condition) {
            case FAULT -> Fault.STIMULATOR_FAULT;
            case ELECTRODE -> Fault.ELECTRODE;
            case DISCONNECTED -> Fault.STIMULATOR_LOST;
            case READY -> throw new AssertionError();
        }, causeNs);
    }

    @Test
    void theWearersStopStopsHard() {
        inMidSwing();
        bench.in.stop = true;
        bench.tick();
        bench.in.stop = false;
        assertNothingMoreAndLatched(Fault.WEARER_STOP, bench.nowNs());
    }

    @Test
    void aBurstThatAStallCutDoesNotGoOnAfterStart() {
        inMidSwing();
        bench.tick(Request.NONE, 3_000 * MS);
        assertEquals(Mode.LATCHED, bench.out.mode);
        long startNs = bench.nowNs();
        bench.tick(Request.START, 0);
        assertEquals(Mode.WALK, bench.out.mode);
        bench.run(300);
        assertEquals(0, bench.pulsesSince(startNs), "the heel is up since before Start");
    }

    @Test
    void aTestOfWhichNothingWasFeltYetDoesNotBeginInASoftStop() {
        bench.standReady();
        bench.tick(Request.PAUSE, 0);
        int rangeUa = bench.in.stimulator.maxAmplitudeUa;
        bench.in.stimulator.maxAmplitudeUa = 0;
        long testNs = bench.nowNs();
        for (int i = 0; i < 40; i++) {
            bench.tick(Request.TEST, 0);
        }
        bench.heelAlive = false;
        for (int i = 0; i < 25; i++) {
            bench.tick(Request.TEST, 0);
        }
        assertTrue(Fault.SENSOR_STALE.in(bench.out.faults));
        assertEquals(Mode.TEST, bench.out.mode);
        bench.in.stimulator.maxAmplitudeUa = rangeUa;
        for (int i = 0; i < 20; i++) {
            bench.tick(Request.TEST, 0);
        }
        assertEquals(0, bench.pulsesSince(testNs));
    }

    @Test
    void aTestAskedForAgainAfterATickThatCameLateIsAnotherBurst() {
        bench.standReady();
        bench.tick(Request.PAUSE, 0);
        bench.tick(Request.TEST, 0);
        bench.run(100);
        assertEquals(1, bench.out.bursts);
        bench.tick(Request.NONE, 300 * MS);
        assertEquals(Mode.PAUSED, bench.out.mode);
        bench.tick(Request.TEST, 0);
        bench.run(100);
        assertEquals(2, bench.out.bursts);
    }

    @Test
    void afterAClockThatWentBackASilentSensorIsStillLost() {
        inMidSwing();
        bench.in.timeNs -= 10_000 * MS;
        bench.tick();
        assertTrue(Fault.CLOCK_BACKWARDS.in(bench.out.faults));
        bench.heelAlive = false;
        bench.tick(Request.START, 0);
        bench.run(1_100);
        assertTrue(Fault.SENSOR_LOST.in(bench.out.faults));
        assertEquals(Mode.LATCHED, bench.out.mode);
    }

    @Test
    void timeThatGoesBackwardsStopsHard() {
        inMidSwing();
        bench.in.timeNs -= 1_000 * MS;
        int before = bench.pulses.size();
        bench.tick();
        assertTrue(Fault.CLOCK_BACKWARDS.in(bench.out.faults));
        for (int stride = 0; stride < 3; stride++) {
            bench.swing(500).stance(500);
        }
        assertEquals(before, bench.pulses.size());
        assertEquals(Mode.LATCHED, bench.out.mode);
        assertFalse(bench.out.heartbeat);
    }

    @Test
    void aRepeatedTimeStopsHard() {
        inMidSwing();
        bench.in.timeNs -= 5 * MS;
        int before = bench.pulses.size();
        bench.tick();
        assertTrue(Fault.CLOCK_BACKWARDS.in(bench.out.faults));
        assertEquals(before, bench.pulses.size());
    }

    @Test
    void startAfterALatchBeginsAgainAtTheNextStepAfterAStance() {
        theWearersStopStopsHard();
        bench.heelLoaded = false;
        bench.tick(Request.START, 0);
        assertEquals(Mode.WALK, bench.out.mode);
        long startNs = bench.nowNs();
        bench.run(1_000);
        assertEquals(0, bench.pulsesSince(startNs), "started in mid-air: no stance yet");
        bench.stance(300).swing(300);
        assertTrue(bench.pulsesSince(startNs) > 5);
    }

    private int highestInTheStepAfterStart() {
        bench.heelLoaded = true;
        bench.tick(Request.START, 0);
        assertEquals(Mode.WALK, bench.out.mode);
        long startNs = bench.nowNs();
        bench.stance(300).swing(400).stance(300);
        assertTrue(bench.pulsesSince(startNs) > 5);
        return bench.pulses.stream().filter(p -> p.timeNs() > startNs).mapToInt(TickBench.Pulse::amplitudeUa).max()
                .orElseThrow();
    }

    @Test
    void afterTheWearersStopTheIntensityRisesFromZeroAgain() {
        theWearersStopStopsHard();
        assertTrue(highestInTheStepAfterStart() <= 2_000, "2 mA/s for less than a second");
    }

    @Test
    void afterAnElectrodeCameOffTheIntensityRisesFromZeroAgainAlsoWhenPausedMeanwhile() {
        aStimulatorThatIsNotReadyStopsHard(Condition.ELECTRODE);
        assertTrue(highestInTheStepAfterStart() <= 2_000);
        bench.run(25_000);
        bench.tick(Request.PAUSE, 0);
        bench.in.stimulator.condition = Condition.ELECTRODE;
        bench.run(100);
        bench.in.stimulator.condition = Condition.READY;
        assertEquals(Mode.PAUSED, bench.tick().mode);
        assertTrue(highestInTheStepAfterStart() <= 2_000);
    }

    @Test
    void afterAPauseOrASoftStopTheWearerHasWhatWasReached() {
        bench.standReady().tick(Request.PAUSE, 0);
        bench.run(5_000);
        assertEquals(25_000, highestInTheStepAfterStart());
        bench.heelAlive = false;
        bench.run(1_100);
        assertEquals(Mode.LATCHED, bench.out.mode);
        bench.heelAlive = true;
        bench.run(300);
        assertEquals(25_000, highestInTheStepAfterStart());
    }

    @Test
    void aStaleSensorStopsSoftly() {
        bench.standReady().swing(50);
        bench.heelAlive = false;
        long lastSampleNs = bench.nowNs();
        bench.run(100);
        assertEquals(0, bench.out.faults, "a sample 100 ms old will do");
        bench.tick();
        assertEquals(Fault.SENSOR_STALE.bit(), bench.out.faults);
        assertEquals(Mode.WALK, bench.out.mode);
        assertEquals(GaitPhase.UNKNOWN, bench.out.phase);
        assertTrue(bench.out.heartbeat);
        long causeNs = bench.nowNs();
        bench.run(890);
        assertFalse(Fault.SENSOR_LOST.in(bench.out.faults));
        assertSoftlyEnded(causeNs);
        bench.tick();
        assertEquals(lastSampleNs + 1_000 * MS, bench.nowNs());
        assertFalse(Fault.SENSOR_LOST.in(bench.out.faults), "a second is not over a second");
        bench.tick();
        assertTrue(Fault.SENSOR_LOST.in(bench.out.faults));
        assertEquals(Mode.LATCHED, bench.out.mode);
    }

    /** The burst carried on for 500 ms at its height, then fell within 300 ms. */
    private void assertSoftlyEnded(long causeNs) {
        int plateauUa = 25_000;
        assertTrue(
                bench.pulses.stream().filter(p -> p.timeNs() >= causeNs + 400 * MS && p.timeNs() < causeNs + 500 * MS)
                        .allMatch(p -> p.amplitudeUa() == plateauUa),
                "not cut in mid-swing");
        assertTrue(bench.pulsesSince(causeNs + 400 * MS) >= 4);
        assertTrue(bench.lastPulseNs() >= causeNs + 500 * MS);
        assertTrue(bench.lastPulseNs() <= causeNs + 800 * MS, "last pulse " + (bench.lastPulseNs() - causeNs) / MS);
        assertFalse(bench.out.burst);
    }

    @Test
    void anIntermittentSensorDoesNotDrawOutTheSoftStop() {
        bench.standReady().swing(50);
        long causeNs = 0;
        for (int gap = 0; gap < 12; gap++) {
            bench.heelAlive = false;
            bench.run(105);
            causeNs = causeNs == 0 ? bench.nowNs() : causeNs;
            assertTrue(Fault.SENSOR_STALE.in(bench.out.faults));
            bench.heelAlive = true;
            bench.run(50);
            assertEquals(0, bench.out.faults);
        }
        assertTrue(bench.lastPulseNs() >= causeNs + 500 * MS, "not cut either");
        assertTrue(bench.lastPulseNs() <= causeNs + 800 * MS, "last pulse " + (bench.lastPulseNs() - causeNs) / MS);
    }

    @Test
    void aSoftStopNeverOutlastsThePlannedEnd() {
        bench.standReady().swing(1_600);
        bench.heelAlive = false;
        long beganNs = bench.pulses.getFirst().timeNs();
        bench.run(900);
        assertTrue(bench.lastPulseNs() - beganNs <= 1_900 * MS, "the longest burst is still the longest");
    }

    @Test
    void beginsNoBurstInASoftStop() {
        bench.standReady();
        bench.heelAlive = false;
        bench.run(200);
        bench.swing(500);
        assertEquals(0, bench.pulses.size());
        assertTrue(Fault.SENSOR_STALE.in(bench.out.faults));
    }

    @Test
    void comesBackByItselfAfterAStaleSensorAndAValidStance() {
        bench.standReady().swing(300);
        bench.heelAlive = false;
        bench.run(900);
        bench.heelAlive = true;
        bench.run(100);
        assertEquals(0, bench.out.faults);
        long backNs = bench.nowNs();
        bench.heelLoaded = true;
        bench.run(40);
        bench.swing(400);
        assertEquals(0, bench.pulsesSince(backNs), "40 ms on the heel is no stance");
        assertTrue(Limit.STANCE.in(bench.out.limits) || bench.out.limits == 0);
        bench.stance(300).swing(300);
        assertTrue(bench.pulsesSince(backNs) > 5);
        assertEquals(Mode.WALK, bench.out.mode);
    }

    @Test
    void aLostSensorWaitsForTheWearerEvenOnceItIsBack() {
        bench.standReady();
        bench.heelAlive = false;
        bench.run(1_100);
        assertEquals(Mode.LATCHED, bench.tick(Request.START, 0).mode, "refused while it is lost");
        bench.heelAlive = true;
        bench.stance(500).swing(500).stance(500);
        assertEquals(Mode.LATCHED, bench.out.mode);
        assertEquals(0, bench.pulses.size());
        assertEquals(Mode.WALK, bench.tick(Request.START, 0).mode);
        bench.stance(300).swing(300);
        assertTrue(bench.pulses.size() > 5);
    }

    @Test
    void aSensorThatNeverSpeaksIsStaleAfter100MsAndLostAfterASecond() {
        bench.heelAlive = false;
        bench.tick();
        assertEquals(0, bench.out.faults);
        bench.run(100);
        assertEquals(0, bench.out.faults);
        bench.tick();
        assertEquals(Fault.SENSOR_STALE.bit(), bench.out.faults);
        bench.run(895);
        assertFalse(Fault.SENSOR_LOST.in(bench.out.faults));
        bench.tick();
        assertTrue(Fault.SENSOR_LOST.in(bench.out.faults));
        assertEquals(Mode.OFF, bench.tick(Request.START, 0).mode, "nothing can be started");
    }

    @Test
    void aTickOver100MsLateNeedsAStanceAndNoWearer() {
        inMidSwing();
        bench.tick(Request.NONE, 100 * MS);
        assertEquals(0, bench.out.faults, "100 ms is not over 100 ms");
        bench.stance(500).swing(300);
        bench.tick(Request.NONE, 105 * MS);
        assertEquals(Fault.LOOP_LATE.bit(), bench.out.faults);
        long causeNs = bench.nowNs();
        bench.run(500);
        assertEquals(0, bench.out.faults);
        assertTrue(bench.pulsesSince(causeNs) >= 18, "it is a soft stop: not cut in mid-swing");
        assertTrue(bench.pulses.stream().anyMatch(p -> p.timeNs() > causeNs && p.amplitudeUa() == 25_000),
                "risen again after the gap");
        bench.run(200);
        assertTrue(bench.pulses.getLast().amplitudeUa() <= 12_500, "fallen, not cut");
        assertTrue(bench.lastPulseNs() <= causeNs + 800 * MS);
        bench.stance(300);
        long backNs = bench.nowNs();
        bench.swing(300);
        assertTrue(bench.pulsesSince(backNs) > 5);
    }

    @Test
    void aTickThatIsNotLateEnoughForAFaultKeepsTheBurstAtItsHeight() {
        for (long lateMs = 5; lateMs <= 100; lateMs += 5) {
            TickBench late = new TickBench(new Profile().heelOnly().settings()).standReady().swing(300);
            late.tick(Request.NONE, lateMs * MS);
            long lateNs = late.nowNs();
            late.run(200);
            assertTrue(late.pulsesSince(lateNs) >= 8, "late by " + lateMs);
            assertTrue(late.pulses.stream().filter(p -> p.timeNs() >= lateNs).allMatch(p -> p.amplitudeUa() == 25_000),
                    "no second rise when late by " + lateMs);
        }
    }

    /** The sensor comes back in mid-swing, a heel off follows before any stance, and the heel strike ends that swing. */
    @Test
    void aStepThatWaitedForItsStanceIsNotStimulatedFromTheStanceOn() {
        bench.standReady().swing(300);
        bench.heelAlive = false;
        bench.run(900);
        bench.heelAlive = true;
        bench.stance(40);
        long heelOffNs = bench.nowNs();
        bench.swing(300);
        assertEquals(0, bench.pulsesSince(heelOffNs));
        bench.stance(600);
        assertEquals(0, bench.pulsesSince(heelOffNs), "its extension and fall are no burst of their own");
        bench.swing(300);
        assertEquals(12, bench.pulsesSince(heelOffNs), "the next step has all of its pulses");
    }

    /** Refused for want of a stance, a burst is over: its extension keeps no stance from counting. */
    @Test
    void theStepAfterOneThatWasRefusedIsStimulatedHoweverLongTheExtension() {
        TickBench slow = new TickBench(new Profile().heelOnly()
                .envelope(new EnvelopeSettings(0, 200, 100, 500, 150, 500, 1_900, 100, Timing.FIXED, 0, false))
                .settings());
        slow.standReady();
        slow.heelAlive = false;
        slow.run(200);
        slow.heelAlive = true;
        slow.stance(40);
        long heelOffNs = slow.nowNs();
        slow.swing(5);
        assertEquals(Limit.STANCE.bit(), slow.out.limits);
        for (int tick = 0; tick < 60; tick++) {
            assertEquals(0, slow.tick().limits, "decided once");
        }
        slow.stance(100);
        assertEquals(0, slow.pulsesSince(heelOffNs));
        slow.swing(300);
        assertEquals(12, slow.pulsesSince(heelOffNs));
    }

    @Test
    void aStallOverASecondLatches() {
        inMidSwing();
        bench.tick(Request.NONE, 1_000 * MS);
        assertEquals(Mode.WALK, bench.out.mode);
        bench.stance(500).swing(300);
        bench.tick(Request.NONE, 1_005 * MS);
        long causeNs = bench.nowNs();
        assertEquals(Mode.LATCHED, bench.out.mode);
        assertTrue(Fault.LOOP_STALLED.in(bench.out.faults));
        bench.run(300).stance(500).swing(500);
        assertEquals(0, bench.pulsesSince(causeNs), "a pulse-less second leaves nothing to ramp down");
    }

    @Test
    void aStuckHeelSwitchWarnsAndStopsNothing() {
        TickBench fused = new TickBench(new Profile().sensors(Choice.FUSED, true, true, false).settings());
        fused.footAlive = true;
        fused.standReady();
        for (int stride = 0; stride < 8; stride++) {
            imuStride(fused);
        }
        assertEquals(Fault.HEEL_SWITCH_STUCK.bit(), fused.out.faults);
        assertEquals(Mode.WALK, fused.out.mode);
        assertTrue(fused.out.bursts >= 5, "bursts " + fused.out.bursts);
        fused.swing(50);
        assertFalse(Fault.HEEL_SWITCH_STUCK.in(fused.out.faults), "an edge clears it");
    }

    private static void imuStride(TickBench bench) {
        float[][] shape = {{400, 0}, {200, -60}, {100, -200}, {40, -40}, {350, 250}, {60, -80}, {100, 0}};
        for (float[] part : shape) {
            bench.footDps = part[1];
            bench.run((long) part[0]);
        }
    }

    @Test
    void aChatteringHeelSwitchAloneCountsAsSilent() {
        bench.standReady();
        for (int i = 0; i < 60; i++) {
            bench.heelLoaded = !bench.heelLoaded;
            bench.tick();
        }
        assertTrue(Fault.HEEL_SWITCH_CHATTER.in(bench.out.faults));
        assertTrue(Fault.SENSOR_STALE.in(bench.out.faults));
        bench.heelLoaded = true;
        bench.run(1_500);
        assertFalse(Fault.HEEL_SWITCH_CHATTER.in(bench.out.faults), "quiet again");
    }
}
