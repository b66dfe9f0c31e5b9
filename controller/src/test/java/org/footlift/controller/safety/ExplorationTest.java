package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.junit.jupiter.api.Test;

/** The search itself, on a counter whose states are known. */
class ExplorationTest {
    @Test
    void findsEveryStateAndStops() {
        Exploration exploration = new Exploration(new Counter(7, 99));
        assertEquals(List.of(), exploration.run(100));
        assertEquals(7, exploration.size());
        assertEquals(14, exploration.transitions());
    }

    @Test
    void aViolationComesWithTheShortestWayToIt() {
        assertEquals(List.of("+1", "+2", "+2", "is 5"), new Exploration(new Counter(7, 5)).run(100));
    }

    @Test
    void aMachineWithoutAnEndIsReported() {
        assertThrows(AssertionError.class, () -> new Exploration(new Counter(1_000, 1_001)).run(100));
    }

    /** Counts by one or two, modulo {@code size}, and must never be {@code forbidden}. */
    private record Counter(int size, int forbidden) implements Exploration.Machine {
        @Override
        public long[] initial() {
            return new long[]{0};
        }

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public Exploration.Step step(long[] state, int input) {
            long next = (state[0] + input + 1) % size;
            return new Exploration.Step(new long[]{next}, next == forbidden ? "is " + next : null);
        }

        @Override
        public String describe(int input) {
            return "+" + (input + 1);
        }
    }
}
