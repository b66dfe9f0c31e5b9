package org.footlift.controller.safety;

import java.util.Arrays;

import org.footlift.config.HardLimits;

/** When and how strongly one channel pulsed last, as far back as the limits look. Allocates nothing after construction. */
final class ChannelHistory {
    private final long[] recentNs = new long[HardLimits.PULSES_PER_WINDOW];
    private int oldest;
    private long lastNs = NEVER;
    private long lastTick = NEVER;
    private int lastAmplitudeUa;

    static final long NEVER = Long.MIN_VALUE;

    ChannelHistory() {
        Arrays.fill(recentNs, NEVER);
    }

    void add(long tick, long nowNs, int amplitudeUa) {
        recentNs[oldest] = nowNs;
        oldest = (oldest + 1) % recentNs.length;
        lastNs = nowNs;
        lastTick = tick;
        lastAmplitudeUa = amplitudeUa;
    }

    /** True when one more pulse now keeps within the compiled spacing and count. */
    boolean hasRoom(long nowNs) {
        boolean spaced = lastNs == NEVER || nowNs - lastNs >= HardLimits.SPACING_US * 1_000L;
        boolean few = recentNs[oldest] == NEVER || nowNs - recentNs[oldest] >= HardLimits.PULSE_WINDOW_US * 1_000L;
        return spaced && few;
    }

    /** Time since the last pulse, nanoseconds; {@link Long#MAX_VALUE} when there was none. */
    long sinceLastNs(long nowNs) {
        return lastNs == NEVER ? Long.MAX_VALUE : nowNs - lastNs;
    }

    /** Ticks since the last pulse; {@link Long#MAX_VALUE} when there was none. */
    long sinceLastTicks(long tick) {
        return lastTick == NEVER ? Long.MAX_VALUE : tick - lastTick;
    }

    int lastAmplitudeUa() {
        return lastAmplitudeUa;
    }
}
