package org.footlift.controller.stimulation;

import org.footlift.config.EnvelopeSettings;
import org.footlift.config.EnvelopeSettings.Timing;
import org.footlift.config.HardLimits;

/**
 * One burst's rise, plateau and fall, as a height from 0 to {@link #FULL}. Begun, told once to fall, and asked for its height at each tick. Integers
 * only; allocates nothing after construction.
 */
final class Envelope {
    /** Full height: per mille. */
    static final int FULL = 1_000;

    private static final long MS = 1_000_000L;

    private long beganNs;
    private long risesFromNs;
    private long fallsFromNs;
    private int heightAtFall;
    private boolean on;
    private long risingNs;
    private long fallingNs;
    private int plateau;
    private long headStartNs;

    /**
     * Begins a burst.
     *
     * @param nowNs time of the tick
     * @param risingMs from nothing to the plateau, milliseconds
     * @param plateauPct height of the plateau, percent
     * @param headStartNs how far up the rise the first pulse stands: one pulse period, for a pulse of height nothing is none
     */
    void begin(long nowNs, int risingMs, int plateauPct, long headStartNs) {
        on = true;
        beganNs = nowNs;
        risesFromNs = nowNs;
        fallsFromNs = Long.MAX_VALUE;
        this.risingNs = risingMs * MS;
        this.plateau = FULL * plateauPct / 100;
        this.headStartNs = headStartNs;
    }

    /** Falls from where it stands. Told again, it keeps to the earlier fall. */
    void fall(long nowNs, int fallingMs) {
        if (!on || falling()) {
            return;
        }
        heightAtFall = heightBeforeFall(nowNs);
        fallsFromNs = nowNs;
        fallingNs = Math.min(fallingMs, HardLimits.FALLING_RAMP_MS) * MS;
    }

    /** Rises again from where the fall has come to. */
    void rise(long nowNs) {
        headStartNs = risingNs * height(nowNs) / plateau;
        risesFromNs = nowNs;
        fallsFromNs = Long.MAX_VALUE;
    }

    /** Nothing more, at once. */
    void cut() {
        on = false;
    }

    /** Height now, 0 to {@link #FULL}; ends the burst when it has fallen to nothing. */
    int height(long nowNs) {
        if (!on) {
            return 0;
        }
        if (!falling()) {
            return heightBeforeFall(nowNs);
        }
        long left = fallingNs - (nowNs - fallsFromNs);
        if (left <= 0) {
            on = false;
            return 0;
        }
        return (int) (heightAtFall * left / fallingNs);
    }

    private int heightBeforeFall(long nowNs) {
        long climbedNs = nowNs - risesFromNs + headStartNs;
        return climbedNs >= risingNs ? plateau : (int) (plateau * climbedNs / risingNs);
    }

    boolean on() {
        return on;
    }

    boolean falling() {
        return on && fallsFromNs != Long.MAX_VALUE;
    }

    /** Time since the burst began, nanoseconds. */
    long ageNs(long nowNs) {
        return nowNs - beganNs;
    }

    /**
     * {@code ms} as it stands, or scaled with the stride time: a slow walker needs longer ramps and a longer extension.
     *
     * @param strideMs the wearer's stride time, 0 when not known
     */
    static int scaled(int ms, EnvelopeSettings settings, int strideMs) {
        if (settings.timing() == Timing.FIXED || strideMs == 0) {
            return ms;
        }
        int pct = Math.max(50, Math.min(150, strideMs * 100 / EnvelopeSettings.REFERENCE_STRIDE_MS));
        return ms * pct / 100;
    }
}
