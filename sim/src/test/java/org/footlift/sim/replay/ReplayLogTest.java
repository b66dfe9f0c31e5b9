package org.footlift.sim.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

class ReplayLogTest {
    private static final long MS = 1_000_000L;

    private final ReplayLog log = new ReplayLog(25 * MS);

    @Test
    void aBurstLastsOnePeriodBeyondItsLastPulse() {
        pulses(0, 25, 50);
        assertEquals(List.of(new ReplayRow(0, 0.075, "stimulation", "burst")), log.finish());
    }

    @Test
    void aPauseShorterThanTwoPeriodsDoesNotEndABurst() {
        pulses(0, 45);
        assertEquals(List.of(new ReplayRow(0, 0.07, "stimulation", "burst")), log.finish());
    }

    @Test
    void aPauseOfTwoPeriodsEndsABurst() {
        pulses(0, 50);
        assertEquals(List.of(new ReplayRow(0, 0.025, "stimulation", "burst"),
                new ReplayRow(0.05, 0.025, "stimulation", "burst")), log.finish());
    }

    @Test
    void aFaultLastsFromTheTickThatShowsItToTheTickThatDoesNot() {
        tick(0, false, 0);
        tick(5, false, Fault.SENSOR_STALE.bit());
        tick(10, false, Fault.SENSOR_STALE.bit());
        tick(15, false, 0);
        assertEquals(List.of(new ReplayRow(0.005, 0.01, "fault", "sensor_stale")), log.finish());
    }

    @Test
    void aFaultThatIsStillOnEndsWithTheRecording() {
        tick(0, false, Fault.SENSOR_LOST.bit());
        tick(20, false, Fault.SENSOR_LOST.bit());
        assertEquals(List.of(new ReplayRow(0, 0.02, "fault", "sensor_lost")), log.finish());
    }

    private void pulses(long... atMs) {
        for (long ms : atMs) {
            tick(ms, true, 0);
        }
    }

    private void tick(long ms, boolean pulse, int faults) {
        TickInput in = new TickInput();
        TickOutput out = new TickOutput();
        in.timeNs = ms * MS;
        out.faults = faults;
        PulseCommand first = out.pulses[0];
        if (pulse) {
            first.amplitudeUa = 20_000;
            first.pulseWidthUs = 200;
        }
        log.add(in, out);
    }
}
