package org.footlift.controller.safety;

import org.footlift.config.HardLimits;

/**
 * Time since the last pulse, and how much of it is to blame on a loop that was held up in the middle of a burst: that part does not end the
 * burst, up to the lateness that is no fault yet. Allocates nothing.
 */
final class Silence {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long MOST_EXCUSED_NS = HardLimits.LOOP_LATE_MS * 1_000_000L;

    private long lastNs = NEVER;
    private long excusedNs;

    /** A pulse left. */
    void endedBy(long nowNs) {
        lastNs = nowNs;
        excusedNs = 0;
    }

    /** The clock went back to {@code nowNs}: a pulse that would lie ahead of it counts as one that left now. */
    void wentBackTo(long nowNs) {
        lastNs = Math.min(lastNs, nowNs);
    }

    /** The loop was held up for so long, nanoseconds, 0 or more. */
    void excuse(long heldUpNs) {
        excusedNs = Math.min(excusedNs + heldUpNs, MOST_EXCUSED_NS);
    }

    /** Time since the last pulse, nanoseconds; {@link Long#MAX_VALUE} when there was none. */
    long ns(long nowNs) {
        return lastNs == NEVER ? Long.MAX_VALUE : nowNs - lastNs;
    }

    /** The same without what is excused. */
    long excusedNs(long nowNs) {
        return ns(nowNs) - excusedNs;
    }

    /** How much of it is excused, nanoseconds. */
    long excusedNs() {
        return excusedNs;
    }

    /** As if the last pulse had left {@code silentNs} before {@code nowNs}; {@link Long#MAX_VALUE} for never. */
    void restore(long silentNs, long excused, long nowNs) {
        lastNs = silentNs == Long.MAX_VALUE ? NEVER : nowNs - silentNs;
        excusedNs = excused;
    }
}
