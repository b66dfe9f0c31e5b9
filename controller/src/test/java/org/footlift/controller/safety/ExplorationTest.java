package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;

import org.jspecify.annotations.Nullable;
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
    private static final class Counter implements Exploration.Machine {
        private final int size;
        private final int forbidden;
        private long count;

        Counter(int size, int forbidden) {
            this.size = size;
            this.forbidden = forbidden;
        }

        @Override
        public long[] state() {
            return new long[]{count};
        }

        @Override
        public int inputs() {
            return 2;
        }

        @Override
        public @Nullable String step(long[] from, int input) {
            count = (from[0] + input + 1) % size;
            return count == forbidden ? "is " + count : null;
        }

        @Override
        public String describe(int input) {
            return "+" + (input + 1);
        }
    }
}
