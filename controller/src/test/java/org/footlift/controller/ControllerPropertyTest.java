package org.footlift.controller;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.EnvelopeSettings.Timing;
import org.footlift.config.LimitSettings;
import org.footlift.config.Settings;
import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

/** Whatever comes in, gaits, gaps, nonsense, buttons and faults: what stops stops in its time. Times in nanoseconds as the ticks have them. */
class ControllerPropertyTest {
    private static final long MS = 1_000_000L;
    private static final long NONE = Long.MIN_VALUE;
    private static final int TICKS = 60_000;

    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();

    /** Long bursts and a short pause between them, so that little else ends one. */
    private static Settings settings() {
        return new Profile().sensors(Choice.FUSED, true, true, true)
                .envelope(new EnvelopeSettings(0, 100, 100, 500, 300, 500, 1_900, 0, Timing.FIXED, 0, false))
                .settings();
    }

    private interface Check {
        void tick(boolean pulsed, String when);
    }

    /** Counts the pulses that were checked: a check without any says nothing. */
    private void attack(int seeds, Check check) {
        long pulses = 0;
        for (int seed = 0; seed < seeds; seed++) {
            Controller controller = new Controller(settings());
            RandomInput inputs = new RandomInput(seed);
            for (int i = 0; i < TICKS; i++) {
                inputs.next(in);
                controller.tick(in, out);
                boolean pulsed = out.pulses[0].isPulse() || out.pulses[1].isPulse();
                pulses += pulsed ? 1 : 0;
                check.tick(pulsed, "seed " + seed + ", tick " + i);
            }
        }
        assertTrue(pulses > 1_000L * seeds, "pulses " + pulses);
    }

    @Test
    void noPulseLeavesInATickThatStopsHard() {
        attack(6, (pulsed, when) -> assertTrue(!pulsed || !Fault.hardStopIn(out.faults), when));
    }

    private static boolean softStopIn(int faults) {
        for (Fault fault : Fault.values()) {
            if (fault.stop() == Fault.Stop.SOFT && fault.in(faults)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void noPulseOfABurstLeavesMoreThan800MsAfterTheFirstSoftStopInIt() {
        long[] causeNs = {NONE};
        int[] after = {0};
        attack(12, (pulsed, when) -> {
            if (!out.burst) {
                causeNs[0] = NONE;
            } else if (causeNs[0] == NONE && softStopIn(out.faults)) {
                causeNs[0] = in.timeNs;
            }
            if (pulsed && causeNs[0] != NONE) {
                after[0]++;
                assertTrue(in.timeNs - causeNs[0] <= 800 * MS,
                        () -> when + ": " + (in.timeNs - causeNs[0]) / MS + " ms after");
            }
        });
        assertTrue(after[0] > 200, "bursts must go on in a soft stop: " + after[0]);
    }

    @Test
    void theIntensityRisesFromZeroAfterEveryHardStop() {
        long[] stopNs = {0};
        attack(6, (pulsed, when) -> {
            if (Fault.hardStopIn(out.faults)) {
                stopNs[0] = in.timeNs;
            }
            for (PulseCommand pulse : out.pulses) {
                long riseUa = 2_000 * (in.timeNs - stopNs[0]) / 1_000_000_000L;
                assertTrue(pulse.amplitudeUa == 0 || pulse.amplitudeUa <= riseUa, when);
            }
        });
    }

    @Test
    void aModeThatHasEndedIsSilentAfter300Ms() {
        long[] stimulatingNs = {NONE};
        attack(6, (pulsed, when) -> {
            switch (out.mode) {
                case WALK, EXERCISE, TEST -> stimulatingNs[0] = in.timeNs;
                case OFF, PAUSED, EVALUATION, LATCHED ->
                    assertTrue(!pulsed || in.timeNs - stimulatingNs[0] <= 300 * MS, when);
            }
        });
    }

    @Test
    void noBurstInWalkingLastsLongerThanItsCap() {
        long[] firstNs = {NONE};
        long[] lastNs = {NONE};
        attack(6, (pulsed, when) -> {
            if (pulsed && out.mode == Mode.WALK) {
                boolean first = firstNs[0] == NONE || in.timeNs < lastNs[0] || in.timeNs - lastNs[0] >= 100 * MS;
                firstNs[0] = first ? in.timeNs : firstNs[0];
                lastNs[0] = in.timeNs;
                assertTrue(in.timeNs - firstNs[0] < LimitSettings.DEFAULT.burstMs() * MS, when);
            }
        });
    }
}
