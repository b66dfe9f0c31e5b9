package org.footlift.controller.safety;

/**
 * How long the present burst has lasted, by the pulses that really left on any channel. A burst is over when none has left for
 * a given gap. Allocates nothing.
 */
final class BurstClock {
    private static final long NEVER = Long.MIN_VALUE;

    private final Silence silence = new Silence();
    private final long gapNs;
    private long beganNs = NEVER;

    /** @param gapNs time without a pulse that ends a burst, nanoseconds: longer than any period of a train in use */
    BurstClock(long gapNs) {
        this.gapNs = gapNs;
    }

    /** @param heldUpNs for how long this tick was held up in a burst that was to go on, nanoseconds, 0 or more */
    void beginTick(long nowNs, long heldUpNs) {
        silence.excuse(heldUpNs);
        if (silence.excusedNs(nowNs) >= gapNs) {
            beganNs = NEVER;
        }
    }

    /** The clock went back to {@code nowNs}, {@code lostNs} before what it should show: a burst has lasted that much longer than it says. */
    void wentBackTo(long nowNs, long lostNs) {
        if (beganNs != NEVER) {
            beganNs -= lostNs;
        }
        silence.wentBackTo(nowNs);
    }

    /** True from the first pulse until the gap after the last. */
    boolean on() {
        return beganNs != NEVER;
    }

    /** True when a pulse now would leave the burst within {@code longestNs}. */
    boolean permits(long longestNs, long nowNs) {
        return beganNs == NEVER || nowNs - beganNs < longestNs;
    }

    /** Time since the last pulse, nanoseconds; {@link Long#MAX_VALUE} when there was none. */
    long sinceLastNs(long nowNs) {
        return silence.ns(nowNs);
    }

    /** How much stimulation one more pulse adds: the time since the last one, or {@code firstNs} for the first of a burst. 0 for a second channel in the same tick. */
    long pulseWorthNs(long nowNs, long firstNs) {
        return beganNs == NEVER ? firstNs : silence.ns(nowNs);
    }

    void pulsed(long nowNs) {
        if (beganNs == NEVER) {
            beganNs = nowNs;
        }
        silence.endedBy(nowNs);
    }

    /** How long the present burst has lasted, its silence and what of that is excused, nanoseconds; -1 for no burst. For tests that walk through its states. */
    long[] state(long nowNs) {
        return new long[]{on() ? nowNs - beganNs : -1, silence.ns(nowNs), silence.excusedNs()};
    }

    /** Goes back to what {@link #state} said. */
    void restore(long lastedNs, long silentNs, long excusedNs, long nowNs) {
        beganNs = lastedNs < 0 ? NEVER : nowNs - lastedNs;
        silence.restore(silentNs, excusedNs, nowNs);
    }
}
