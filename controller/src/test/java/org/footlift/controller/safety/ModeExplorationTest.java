package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;

import org.footlift.config.ModeSettings;
import org.footlift.hal.PanelState;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.Test;
import org.jspecify.annotations.Nullable;

/**
 * Every state that modes, faults and level can reach, with the real machine and every request, button and kind of fault in every tick. A
 * tick is ten seconds, so that the minute until the pause by itself is six; the time limits of lock, lease and test are one tick each. One
 * fault stands for all that stop and clear alike: the machine knows no other difference.
 */
class ModeExplorationTest {
    private static final long TICK_NS = 10_000_000_000L;
    private static final List<Fault> KINDS = List.of(Fault.STIMULATOR_LOST, Fault.SENSOR_LOST, Fault.SENSOR_STALE,
            Fault.SENSOR_MOVED);

    @Test
    void nothingStartsOrGoesOnThatMustNotWhateverHappens() {
        Exploration exploration = new Exploration(new Modes());
        assertEquals(List.of(), exploration.run(1_000_000));
        assertTrue(exploration.size() > 1_000, "only " + exploration.size() + " states");
        Modes quiet = new Modes();
        for (long[] state : exploration.states()) {
            assertTrue(quiet.startsAgainFrom(state), () -> "a state without a way out: " + Arrays.toString(state));
        }
        System.out.println(
                "Exploration of modes, faults and level: %d states, %d transitions, fixed point, 0 counterexamples"
                        .formatted(exploration.size(), exploration.transitions()));
    }

    /** The mode machine, and what the last tick must not have done. */
    private static final class Modes implements Exploration.Machine {
        private static final Request[] REQUESTS = Request.values();
        private static final int BUTTONS = 6; // none, or one of five
        private static final int PAIR = 1 + KINDS.size();
        private static final int CAUSES = PAIR + 1; // none, one of the kinds, or the first and the third together

        private final ModeMachine machine = new ModeMachine(
                new ModeSettings(ModeSettings.Start.WALK, 100, 10, 500, 500, 200, 200, 10_000, 60));
        private final PanelState panel = new PanelState();

        @Override
        public long[] state() {
            long[] state = machine.state();
            state[2] &= 0xffff_ffffL; // active faults are read anew in every tick
            state[5] = Math.min(state[5], LevelControl.UNLOCK_HOLD_NS); // a button held for a second is held
            return state;
        }

        @Override
        public int inputs() {
            return REQUESTS.length * BUTTONS * CAUSES * 4;
        }

        @Override
        public @Nullable String step(long[] from, int input) {
            machine.restore(from, 0);
            Mode before = machine.mode();
            int levelBefore = machine.levelPct();
            hold(button(input));
            boolean walking = (input & 1) != 0;
            machine.update(causes(input), request(input), panel, (input & 2) != 0, walking, TICK_NS);
            return violation(from, before, levelBefore, input, walking);
        }

        private @Nullable String violation(long[] state, Mode before, int levelBefore, int input, boolean walking) {
            Mode now = machine.mode();
            boolean begun = now != before && !now.waitsForStart();
            boolean stopping = (causes(input) & (Fault.STIMULATOR_LOST.bit() | Fault.SENSOR_LOST.bit())) != 0;
            boolean pressed = button(input) != 0 && (state[1] & 1L << (button(input) - 1)) == 0;
            boolean asked = switch (request(input)) {
                case START, WALK, EXERCISE, EVALUATE, TEST -> true;
                default -> pressed && (button(input) == START || button(input) == TEST);
            };
            boolean paused = request(input) == Request.PAUSE || (pressed && button(input) == PAUSE);
            if (begun && !asked) {
                return "began " + now + " though nobody asked";
            }
            if (stopping && !now.waitsForStart()) {
                return now + " goes on with a fault that latches";
            }
            if (stopping && !before.waitsForStart() && now != Mode.LATCHED) {
                return "a fault that latches led from " + before + " to " + now;
            }
            if (before == Mode.LATCHED && now != Mode.LATCHED && !begun) {
                return "left LATCHED without a start";
            }
            if (paused && !now.waitsForStart()) {
                return now + " in the tick of a pause";
            }
            if (now == Mode.EXERCISE && walking) {
                return "exercise while walking";
            }
            if (now == Mode.TEST && before == Mode.TEST) {
                return "a test burst goes on for longer than it may";
            }
            if (now == Mode.TEST && !machine.testHeld()) {
                return "a test burst that nobody holds";
            }
            int keptBefore = (int) state[2];
            int kept = (int) machine.state()[2];
            if ((keptBefore & ~kept) != 0 && !begun) {
                return "a kept fault was forgotten without a start";
            }
            if (machine.levelPct() > levelBefore + 10 || machine.levelPct() > 100 || machine.levelPct() < 0) {
                return "the level went from " + levelBefore + " to " + machine.levelPct();
            }
            if (machine.levelPct() > levelBefore && state[4] == 0) {
                return "the level rose though it was locked";
            }
            if (before == Mode.WALK && now == Mode.PAUSED && !paused
                    && !Fault.PAUSED_BY_ITSELF.in(machine.faults().all())) {
                return "walking ended by itself and does not say so";
            }
            return null;
        }

        /** Whether a pause without faults and then Start lead to walking. */
        boolean startsAgainFrom(long[] state) {
            machine.restore(state, 0);
            hold(0);
            machine.update(0, Request.PAUSE, panel, true, false, TICK_NS);
            hold(START);
            machine.update(0, Request.NONE, panel, true, false, 2 * TICK_NS);
            return machine.mode() == Mode.WALK;
        }

        private static final int START = 1;
        private static final int PAUSE = 2;
        private static final int TEST = 5;

        private void hold(int button) {
            panel.start = button == START;
            panel.pause = button == PAUSE;
            panel.up = button == 3;
            panel.down = button == 4;
            panel.test = button == TEST;
        }

        private static Request request(int input) {
            return REQUESTS[input / (4 * CAUSES * BUTTONS)];
        }

        private static int button(int input) {
            return input / (4 * CAUSES) % BUTTONS;
        }

        private static int causes(int input) {
            int which = input / 4 % CAUSES;
            if (which == PAIR) {
                return KINDS.get(0).bit() | KINDS.get(2).bit();
            }
            return which == 0 ? 0 : KINDS.get(which - 1).bit();
        }

        @Override
        public String describe(int input) {
            return request(input) + ", button "
                    + List.of("none", "start", "pause", "up", "down", "test").get(button(input))
                    + ", faults " + causes(input) + ((input & 1) != 0 ? ", walking" : "")
                    + ((input & 2) != 0 ? ", sensor heard" : "");
        }
    }
}
