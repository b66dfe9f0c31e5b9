package org.footlift.sim.wearer;

import java.util.List;

/**
 * What the wearer does, part after part; afterwards they stand.
 *
 * @param parts standing, walking and other activities in turn
 */
public record WalkScript(List<Part> parts) {
    /** One part. */
    public sealed interface Part {
        /** How long, milliseconds. */
        long durationMs();
    }

    /**
     * Standing quietly.
     *
     * @param durationMs 1 to {@link #LONGEST_MS}
     */
    public record Stand(long durationMs) implements Part {
        /** Ten days. */
        public static final long LONGEST_MS = 864_000_000;

        /** Checks itself. */
        public Stand {
            requirePositive(durationMs);
            if (durationMs > LONGEST_MS) {
                throw new IllegalArgumentException(
                        "standing for " + durationMs + " ms; at most " + LONGEST_MS + " ms is possible");
            }
        }
    }

    /**
     * Walking: the first swing starts at once, the stride under way at the end is completed as the last, shorter one.
     *
     * @param durationMs at least 1
     */
    public record Walk(long durationMs) implements Part {
        /** A walk without end. */
        public static final long FOR_EVER_MS = Long.MAX_VALUE;

        /** Checks itself. */
        public Walk {
            requirePositive(durationMs);
        }
    }

    /**
     * Doing something else than walking, which begins and ends in quiet standing.
     *
     * @param activity what
     * @param durationMs {@link #SHORTEST_MS} to {@link Stand#LONGEST_MS}
     */
    public record Act(Activity activity, long durationMs) implements Part {
        /** Sitting down and standing up again must fit. */
        public static final long SHORTEST_MS = 15_000;

        /** Checks itself. */
        public Act {
            if (durationMs < SHORTEST_MS || durationMs > Stand.LONGEST_MS) {
                throw new IllegalArgumentException(activity + " for " + durationMs + " ms; " + SHORTEST_MS + " to "
                        + Stand.LONGEST_MS + " ms is possible");
            }
        }
    }

    /** Copies its parts; two walks need a stand between them. */
    public WalkScript {
        parts = List.copyOf(parts);
        for (int i = 1; i < parts.size(); i++) {
            if (parts.get(i) instanceof Walk && parts.get(i - 1) instanceof Walk) {
                throw new IllegalArgumentException(
                        "part " + (i + 1) + " of the walk script follows another walk; put a stand between them");
            }
        }
    }

    /** These parts in turn. */
    public static WalkScript of(Part... parts) {
        return new WalkScript(List.of(parts));
    }

    /** Stands for {@code standMs} (0 for not at all), then walks without end. */
    public static WalkScript standThenWalk(long standMs) {
        Walk walk = new Walk(Walk.FOR_EVER_MS);
        return standMs > 0 ? of(new Stand(standMs), walk) : of(walk);
    }

    private static void requirePositive(long durationMs) {
        if (durationMs < 1) {
            throw new IllegalArgumentException(
                    "a part of a walk script lasts " + durationMs + " ms; it must last at least 1 ms");
        }
    }
}
