package org.footlift.controller.safety;

import java.util.Arrays;

import org.footlift.config.HardLimits;

/** When and how strongly one channel pulsed last, as far back as the limits look. Allocates nothing after construction. */
final class ChannelHistory {
    private final long[] recentNs = new long[HardLimits.PULSES_PER_WINDOW];
    private int oldest;
    private final Silence silence = new Silence();
    private long lastTick = NEVER;
    private int lastAmplitudeUa;

    static final long NEVER = Long.MIN_VALUE;

    ChannelHistory() {
        Arrays.fill(recentNs, NEVER);
    }

    void add(long tick, long nowNs, int amplitudeUa) {
        recentNs[oldest] = nowNs;
        oldest = (oldest + 1) % recentNs.length;
        silence.endedBy(nowNs);
        lastTick = tick;
        lastAmplitudeUa = amplitudeUa;
    }

    /** The clock went back to {@code nowNs}. */
    void wentBackTo(long nowNs) {
        for (int i = 0; i < recentNs.length; i++) {
            recentNs[i] = Math.min(recentNs[i], nowNs);
        }
        silence.wentBackTo(nowNs);
    }

    /** True when one more pulse now keeps within the compiled spacing and count. */
    boolean hasRoom(long nowNs) {
        boolean spaced = silence.ns(nowNs) >= HardLimits.SPACING_US * 1_000L;
        boolean few = recentNs[oldest] == NEVER || nowNs - recentNs[oldest] >= HardLimits.PULSE_WINDOW_US * 1_000L;
        return spaced && few;
    }

    /** Time since the last pulse, nanoseconds; {@link Long#MAX_VALUE} when there was none. */
    long sinceLastNs(long nowNs) {
        return silence.ns(nowNs);
    }

    /** Notes that the loop was held up in a burst that was to go on, nanoseconds, 0 or more. */
    void heldUp(long ns) {
        silence.excuse(ns);
    }

    /** True when the last pulse is too long ago for one now to belong to the same burst. */
    boolean silentFor(long gapNs, long nowNs) {
        return silence.excusedNs(nowNs) >= gapNs;
    }

    /** Ticks since the last pulse; {@link Long#MAX_VALUE} when there was none. */
    long sinceLastTicks(long tick) {
        return lastTick == NEVER ? Long.MAX_VALUE : tick - lastTick;
    }

    int lastAmplitudeUa() {
        return lastAmplitudeUa;
    }

    /** How much of the silence is excused, nanoseconds. */
    long excusedNs() {
        return silence.excusedNs();
    }

    /** As if the last pulse, of {@code amplitudeUa}, had left so long ago; of those before it nothing is known. */
    void restore(long silentNs, long excusedNs, long silentTicks, int amplitudeUa, long tick, long nowNs) {
        Arrays.fill(recentNs, NEVER);
        silence.restore(silentNs, excusedNs, nowNs);
        lastTick = silentTicks == Long.MAX_VALUE ? NEVER : tick - silentTicks;
        lastAmplitudeUa = amplitudeUa;
    }
}
