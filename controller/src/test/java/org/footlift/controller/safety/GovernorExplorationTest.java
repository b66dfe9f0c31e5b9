package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.footlift.config.ChannelSettings;
import org.footlift.config.LimitSettings;
import org.footlift.config.ModeSettings;
import org.footlift.config.StimulationSettings;
import org.footlift.controller.Profile;
import org.footlift.hal.PanelState;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/**
 * Every state that modes, faults and governor can reach together, with the real code, whatever the planner and the detector want: bursts
 * and pulses are wished for and stances reported at will. Inputs last 50 ms, five ticks, with a pulse in the first at most, or come in one tick that is 140 ms late. Times are
 * short so that there is an end to them: a burst of 200 ms, a refractory time of 150 ms, a test of 200 ms.
 *
 * <p>Left out, with what covers it instead: duty windows and amplitudes ({@link SafetyGovernorPropertyTest}), the pause by itself and the
 * level ({@link ModeExplorationTest}), the count of pulses in 100 ms (never reached at a spacing of 50 ms).
 */
class GovernorExplorationTest {
    private static final long MS = 1_000_000L;
    private static final long TICK_NS = 10 * MS;
    private static final long LATE_NS = 150 * MS;
    private static final int TICKS = 5;
    private static final long GAP_MS = 100;
    private static final long BURST_MS = 200;
    private static final long EXERCISE_MS = 500;
    private static final long REFRACTORY_MS = 150;
    private static final long TAIL_MS = 300;
    /** How much of a silence the governor may blame on a tick that was held up. */
    private static final long EXCUSED_MS = 100;
    /** Longer than any time that matters, so that what is older need not be told apart. */
    private static final long LONG_MS = 500;

    @Test
    void noPulseLeavesThatMustNotWhateverThePlannerWants() {
        Exploration exploration = new Exploration(new Device());
        assertEquals(List.of(), exploration.run(3_000_000));
        assertTrue(exploration.size() > 1_000, "only " + exploration.size() + " states");
        Device device = new Device();
        for (long[] state : exploration.states()) {
            assertTrue(device.stimulatesAgainFrom(state), () -> "no way back from " + Arrays.toString(state));
        }
        System.out.println(
                "Exploration of governor, modes and faults: %d states, %d transitions, fixed point, 0 counterexamples"
                        .formatted(exploration.size(), exploration.transitions()));
    }

    /** What the tests watch with arithmetic of their own; durations in milliseconds, no longer than {@link #LONG_MS}. */
    private static final class Witness {
        private static final int FIELDS = 8;
        long burstMs = LONG_MS;
        long silenceMs = LONG_MS;
        /** The part of the silence in which the loop was held up and the burst was to go on. */
        long heldUpMs;
        /** Since the mode in which the burst began was last in force. */
        long tailMs = LONG_MS;
        int burstMode = Mode.OFF.ordinal();
        boolean stanceOwed = true;
        boolean finishing;
        boolean spent;

        long[] state() {
            if (silenceMs >= GAP_MS) {
                burstMs = LONG_MS;
            }
            if (silenceMs >= GAP_MS + EXCUSED_MS) { // what the last burst was does not matter any longer
                silenceMs = GAP_MS + EXCUSED_MS;
                tailMs = LONG_MS;
                burstMode = Mode.OFF.ordinal();
                heldUpMs = 0;
            }
            return new long[]{burstMs, silenceMs, tailMs, burstMode, stanceOwed ? 1 : 0, finishing ? 1 : 0,
                    spent ? 1 : 0, heldUpMs};
        }

        void restore(long[] state, int from) {
            burstMs = state[from];
            silenceMs = state[from + 1];
            tailMs = state[from + 2];
            burstMode = (int) state[from + 3];
            stanceOwed = state[from + 4] != 0;
            finishing = state[from + 5] != 0;
            spent = state[from + 6] != 0;
            heldUpMs = state[from + 7];
        }
    }

    private static final class Device implements Exploration.Machine {
        private static final List<Integer> CAUSES = List.of(0, Fault.STIMULATOR_LOST.bit(), Fault.SENSOR_LOST.bit(),
                Fault.SENSOR_STALE.bit());
        private static final List<Request> REQUESTS = List.of(Request.NONE, Request.WALK, Request.PAUSE,
                Request.EXERCISE);
        private static final int MODE_FIELDS = 9;
        private static final int GOVERNOR_FIELDS = 11;

        private final ModeMachine modes = new ModeMachine(
                new ModeSettings(ModeSettings.Start.WALK, 100, 10, 500, 500, 200, 200, 1_000, 3_600));
        private final SafetyGovernor governor;
        private final Witness witness = new Witness();
        private final PanelState panel = new PanelState();
        private final PulseCommand command = new PulseCommand();
        private final StimulatorStatus status = new StimulatorStatus();
        private long tick;
        private long nowNs;
        private boolean wanted;

        Device() {
            ChannelSettings usual = StimulationSettings.DEFAULT.dorsiflexion();
            ChannelSettings faint = new ChannelSettings(true, 20, usual.pulseWidthUs(), 20, usual.waveform(),
                    usual.electrodeAreaMm2());
            Profile.Parts parts = new Profile().rateHz(100).channel(faint)
                    .limits(new LimitSettings(100_000, 100_000, 300, 12_000, 50, (int) BURST_MS, 80, (int) EXERCISE_MS))
                    .parts();
            governor = new SafetyGovernor(parts.loop(), parts.stimulation(), (int) REFRACTORY_MS, parts.limits());
            status.condition = StimulatorStatus.Condition.READY;
            status.maxAmplitudeUa = Integer.MAX_VALUE;
            status.maxPulseWidthUs = Integer.MAX_VALUE;
            modes.update(0, Request.NONE, panel, true, false, 0);
        }

        @Override
        public int inputs() {
            return CAUSES.size() * REQUESTS.size() * 32;
        }

        @Override
        public String describe(int input) {
            return "faults " + CAUSES.get(input / 32 % CAUSES.size()) + ", " + REQUESTS.get(input / 32 / CAUSES.size())
                    + ((input & 1) != 0 ? ", stance" : "") + ((input & 2) != 0 ? ", burst wanted" : "")
                    + ((input & 4) != 0 ? ", pulse wished" : "") + ((input & 8) != 0 ? ", late" : "")
                    + ((input & 16) != 0 ? ", test held" : "");
        }

        @Override
        public @Nullable String step(long[] from, int input) {
            restore(from);
            int causes = CAUSES.get(input / 32 % CAUSES.size());
            Request request = REQUESTS.get(input / 32 / CAUSES.size());
            boolean late = (input & 8) != 0;
            panel.test = (input & 16) != 0;
            String violation = null;
            for (int t = 0; t < (late ? 1 : TICKS) && violation == null; t++) {
                violation = tick(causes | (late ? Fault.LOOP_LATE.bit() : 0), t == 0 ? request : Request.NONE,
                        (input & 1) != 0, (input & 2) != 0, t == 0 && (input & 4) != 0, late ? LATE_NS : TICK_NS);
            }
            return violation;
        }

        /** One tick, put together as the controller does. */
        private @Nullable String tick(int causes, Request request, boolean stance, boolean burst, boolean wish,
                long elapsedNs) {
            tick++;
            nowNs += elapsedNs;
            modes.update(causes, request, panel, true, false, nowNs);
            boolean hard = modes.faults().hardStop();
            if (hard) {
                governor.restartRise();
            }
            boolean owes = modes.started() || modes.faults().needsStance();
            if (owes) {
                governor.requireStance();
            }
            governor.beginTick(modes.mode(), stance, burst, 100, nowNs);
            command.amplitudeUa = wish ? 20 : 0;
            command.pulseWidthUs = wish ? 200 : 0;
            governor.govern(0, command, !hard, modes.mode(), status, tick, nowNs);
            return watch(causes, owes, stance, burst, elapsedNs / MS);
        }

        private @Nullable String watch(int causes, boolean owes, boolean stance, boolean burst, long elapsedMs) {
            witness.silenceMs = Math.min(LONG_MS, witness.silenceMs + elapsedMs);
            witness.burstMs = Math.min(LONG_MS, witness.burstMs + elapsedMs);
            boolean own = witness.burstMode == modes.mode().ordinal();
            witness.tailMs = own ? 0 : Math.min(LONG_MS, witness.tailMs + elapsedMs);
            boolean goesOn = burst && wanted; // the planner has wanted it since the tick before
            witness.heldUpMs = Math.min(EXCUSED_MS, witness.heldUpMs + (goesOn ? elapsedMs - TICK_NS / MS : 0));
            witness.finishing = goesOn && (witness.finishing || (owes && !witness.stanceOwed));
            witness.stanceOwed |= owes;
            if (stance && (!burst || witness.finishing)) {
                witness.stanceOwed = false;
            }
            if (stance && !burst && witness.silenceMs >= GAP_MS) {
                witness.spent = false;
            }
            wanted = burst;
            String violation = command.isPulse() ? forbidden(causes, goesOn) : null;
            witness.spent |= Limit.BURST.in(governor.reasons());
            return violation;
        }

        private @Nullable String forbidden(int causes, boolean goesOn) {
            Mode mode = modes.mode();
            boolean sameBurst = witness.silenceMs < GAP_MS;
            long silenceMs = witness.silenceMs;
            boolean goesOnAfterStall = silenceMs - witness.heldUpMs < GAP_MS;
            witness.silenceMs = 0;
            witness.heldUpMs = 0;
            witness.burstMs = sameBurst ? witness.burstMs : 0;
            if (Fault.hardStopIn(causes) || modes.faults().hardStop()) {
                return "a pulse in a hard stop";
            }
            if (witness.tailMs > 0 && goesOnAfterStall) {
                return witness.tailMs > TAIL_MS ? "a burst falls for " + witness.tailMs + " ms after its mode" : null;
            }
            witness.burstMode = mode.ordinal();
            witness.tailMs = 0;
            if (mode == Mode.EXERCISE) {
                return witness.burstMs >= EXERCISE_MS ? "an exercise burst of " + witness.burstMs + " ms" : null;
            }
            if (mode != Mode.WALK && mode != Mode.TEST) {
                return "a burst begins in " + mode;
            }
            if (mode == Mode.WALK && witness.stanceOwed && !witness.finishing) {
                return "a pulse while walking before a stance was seen";
            }
            if (witness.burstMs >= BURST_MS) {
                return "a burst of " + witness.burstMs + " ms";
            }
            if (witness.spent) {
                return "a pulse after a burst of the longest and before a stance";
            }
            if (!sameBurst && silenceMs < REFRACTORY_MS && !goesOn) {
                return "a burst begins " + silenceMs + " ms after the last";
            }
            return null;
        }

        /** Whether, when the faults have ended, Start and a stance bring a pulse back. */
        boolean stimulatesAgainFrom(long[] state) {
            restore(state);
            panel.test = false;
            for (int t = 0; t < 50; t++) {
                tick(0, t == 0 ? Request.PAUSE : Request.NONE, true, false, false, TICK_NS);
            }
            tick(0, Request.WALK, true, false, false, TICK_NS);
            tick(0, Request.NONE, true, false, false, TICK_NS);
            for (int t = 0; t < 10; t++) {
                tick(0, Request.NONE, false, true, true, TICK_NS);
                if (command.isPulse()) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public long[] state() {
            long[] mode = modes.state();
            mode[2] &= 0xffff_ffffL; // active faults are read anew in every tick
            mode[6] = 0; // the pause by itself is left out
            long[] burst = governor.state(0, tick, nowNs);
            burst[0] &= ~16L; // found anew in every tick
            if (burst[3] < 0) { // no burst: nothing is left of it, and a mode that begins one rules from then on
                burst[1] = Mode.PAUSED.ordinal();
                burst[2] = 0;
            }
            for (int silence : new int[]{4, 6}) {
                if (burst[silence] >= (GAP_MS + EXCUSED_MS) * MS) { // over, whatever is excused
                    burst[silence] = (GAP_MS + EXCUSED_MS) * MS;
                    burst[silence + 1] = 0;
                }
            }
            burst[8] = Math.min(burst[8], TICKS); // the spacing that is set
            long[] all = Arrays.copyOf(mode, MODE_FIELDS + GOVERNOR_FIELDS + Witness.FIELDS + 1);
            System.arraycopy(burst, 0, all, MODE_FIELDS, GOVERNOR_FIELDS);
            System.arraycopy(witness.state(), 0, all, MODE_FIELDS + GOVERNOR_FIELDS, Witness.FIELDS);
            all[all.length - 1] = wanted ? 1 : 0;
            return all;
        }

        private void restore(long[] state) {
            modes.restore(Arrays.copyOf(state, MODE_FIELDS), nowNs);
            governor.restore(Arrays.copyOfRange(state, MODE_FIELDS, MODE_FIELDS + GOVERNOR_FIELDS), 0, tick, nowNs);
            witness.restore(state, MODE_FIELDS + GOVERNOR_FIELDS);
            wanted = state[state.length - 1] != 0;
        }
    }
}
