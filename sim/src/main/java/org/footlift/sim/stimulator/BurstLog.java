package org.footlift.sim.stimulator;

/**
 * Pulses of one channel grouped into bursts: pulses with gaps shorter than two periods. A burst lasts from its first pulse to its last plus
 * one period. Counts all, remembers the last {@value #KEPT}. Allocates nothing. Used by one thread at a time.
 */
public final class BurstLog {
    /** How many bursts are remembered. */
    public static final int KEPT = 32;

    private final long periodNs;
    private final long[] firstNs = new long[KEPT];
    private final long[] lastNs = new long[KEPT];
    private long pulses;
    private long bursts;

    /** A log of pulses that usually come every {@code periodNs} nanoseconds. */
    public BurstLog(long periodNs) {
        this.periodNs = periodNs;
    }

    /** Takes one pulse; times do not decrease. */
    public void pulse(long timeNs) {
        pulses++;
        if (bursts > 0 && timeNs - lastNs[slot(0)] < 2 * periodNs) {
            lastNs[slot(0)] = timeNs;
            return;
        }
        bursts++;
        firstNs[slot(0)] = timeNs;
        lastNs[slot(0)] = timeNs;
    }

    /** Pulses so far. */
    public long pulses() {
        return pulses;
    }

    /** Bursts so far, one still going on included. */
    public long bursts() {
        return bursts;
    }

    /** Usual spacing of pulses, nanoseconds. */
    public long periodNs() {
        return periodNs;
    }

    /** How many bursts are remembered now. */
    public int remembered() {
        return (int) StrictMath.min(bursts, KEPT);
    }

    /** Start of the burst {@code back} before the newest (0), nanoseconds. */
    public long startNs(int back) {
        return firstNs[slot(back)];
    }

    /** End of the burst {@code back} before the newest (0), nanoseconds; as it would be if no pulse followed. */
    public long endNs(int back) {
        return lastNs[slot(back)] + periodNs;
    }

    /** True when one remembered burst is on from {@code fromNs} at the latest until {@code untilNs} at the earliest. */
    public boolean covers(long fromNs, long untilNs) {
        for (int i = 0; i < remembered(); i++) {
            if (startNs(i) <= fromNs && endNs(i) >= untilNs) {
                return true;
            }
        }
        return false;
    }

    /** True when a remembered burst is on at some moment between the two. */
    public boolean overlaps(long fromNs, long untilNs) {
        for (int i = 0; i < remembered(); i++) {
            if (startNs(i) < untilNs && endNs(i) > fromNs) {
                return true;
            }
        }
        return false;
    }

    private int slot(int back) {
        return (int) ((bursts - 1 - back) % KEPT);
    }
}
