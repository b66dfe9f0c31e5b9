package org.footlift.controller.safety;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import org.jspecify.annotations.Nullable;

/**
 * Walks breadth-first through every state that a machine can reach under every input, to the fixed point at which nothing new comes. The
 * first forbidden step ends it, with the shortest sequence of events that leads there.
 */
final class Exploration {
    /** A machine that can be put into any of its states. */
    interface Machine {
        /** The state it is in. Equal arrays are equal states: whatever does not change what follows must be left out. */
        long[] state();

        /** The number of inputs that may come in any state. */
        int inputs();

        /** Takes {@code input} in the state {@code from}; what it did that it must never do, or null. */
        @Nullable
        String step(long[] from, int input);

        /** Plain words for an input. */
        String describe(int input);
    }

    /** A state as the key of a map. */
    private static final class State {
        final long[] values;

        State(long[] values) {
            this.values = values;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof State state && Arrays.equals(values, state.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }

    /** How a state was first reached. */
    private record Origin(@Nullable State from, int input) {}

    private final Machine machine;
    private final Map<State, Origin> found = new HashMap<>();
    private long transitions;

    Exploration(Machine machine) {
        this.machine = machine;
    }

    /**
     * Goes to the fixed point.
     *
     * @return the events that lead to the first violation and the violation itself; empty when there is none
     * @throws AssertionError when there are more than {@code mostStates}: the machine keeps something that never ends
     */
    List<String> run(int mostStates) {
        Queue<State> open = new ArrayDeque<>();
        State first = new State(machine.state());
        found.put(first, new Origin(null, 0));
        open.add(first);
        for (State state = open.poll(); state != null; state = open.poll()) {
            for (int input = 0; input < machine.inputs(); input++) {
                String violation = machine.step(state.values, input);
                transitions++;
                if (violation != null) {
                    return counterexample(state, input, violation);
                }
                State next = new State(machine.state());
                if (found.putIfAbsent(next, new Origin(state, input)) == null) {
                    open.add(next);
                }
            }
            if (found.size() > mostStates) {
                throw new AssertionError("no fixed point within " + mostStates + " states; the last is "
                        + Arrays.toString(state.values));
            }
        }
        return List.of();
    }

    private List<String> counterexample(State state, int input, String violation) {
        List<String> events = new ArrayList<>(List.of(violation, machine.describe(input)));
        Origin origin = found.get(state);
        while (origin != null && origin.from != null) {
            events.add(machine.describe(origin.input));
            origin = found.get(origin.from);
        }
        return events.reversed();
    }

    /** Every state found, in no order. */
    Iterable<long[]> states() {
        return () -> found.keySet().stream().map(state -> state.values).iterator();
    }

    int size() {
        return found.size();
    }

    long transitions() {
        return transitions;
    }
}
