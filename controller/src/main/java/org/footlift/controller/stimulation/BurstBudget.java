package org.footlift.controller.stimulation;

import org.footlift.config.EnvelopeSettings;

/**
 * How long the next walking burst may last, so that walking never meets the governor's duty limit in mid-swing. All time earns its share,
 * stimulation spends, and up to a second is saved: in any minute bursts then take at most the share of it, and a second more. The share is
 * 1.2 s of a minute below the limit; what is left of that is for the slots of the governor's window. Integers only; allocates nothing.
 */
final class BurstBudget {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long MS = 1_000_000L;
    private static final long LARGEST_NS = 1_000 * MS;
    /** Saves everything from nothing at any share, and keeps the products far below an overflow. */
    private static final long LONGEST_STEP_NS = 1_000_000 * MS;

    private final int sharePct;
    private final long periodNs;
    private long savedNs = LARGEST_NS;
    private long lastNs = NEVER;

    /**
     * @param sharePct the part of all time that bursts may keep up, percent, below 100
     * @param periodNs pulse period, nanoseconds: what a burst counts beyond its last pulse
     */
    BurstBudget(int sharePct, long periodNs) {
        this.sharePct = sharePct;
        this.periodNs = periodNs;
    }

    /** Lets time pass, in which a burst was on or not. */
    void advance(boolean on, long nowNs) {
        if (lastNs != NEVER) {
            long elapsedNs = Math.max(0, Math.min(nowNs - lastNs, LONGEST_STEP_NS));
            long earnedNs = elapsedNs * sharePct / 100;
            savedNs = Math.max(0, Math.min(savedNs + earnedNs - (on ? elapsedNs : 0), LARGEST_NS));
        }
        lastNs = nowNs;
    }

    /** A burst begins. */
    void begun() {
        savedNs = Math.max(0, savedNs - periodNs);
    }

    /**
     * How long a burst that begins now may last, nanoseconds, less than 0 when not at all: its share of a stride as far as that is saved, or
     * longer when the next burst still finds its own share.
     *
     * @param strideMs the wearer's stride time, 0 when not known
     */
    long longestNs(int strideMs) {
        long fairNs = (strideMs == 0 ? EnvelopeSettings.REFERENCE_STRIDE_MS : strideMs) * MS * sharePct / 100
                - periodNs;
        long inHandNs = savedNs - periodNs;
        long nextNs = periodNs + fairNs * (100 - sharePct) / 100;
        return Math.max(Math.min(fairNs, lastingNs(inHandNs)), lastingNs(inHandNs - nextNs));
    }

    /** How long savings last, for stimulation too earns its share. */
    private long lastingNs(long ns) {
        return ns * 100 / (100 - sharePct);
    }
}
