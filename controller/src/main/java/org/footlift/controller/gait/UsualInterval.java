package org.footlift.controller.gait;

/**
 * One interval of the wearer's last strides: what is usual and how far it varies. The median, because one stumble must not move it; a
 * lasting change of pace has moved it after four strides. Integers only; allocates nothing after construction.
 */
final class UsualInterval {
    /** Strides remembered: odd, for a median; few, because pace drifts. */
    private static final int STRIDES = 7;
    /** Of so many strides the spread leaves out the farthest two: about one standard deviation. */
    private static final int WITHIN_SPREAD = 5;

    private final long[] recentNs = new long[STRIDES];
    private final long[] sortedNs = new long[STRIDES];
    private int next;
    private int count;
    private long usualNs;
    private long spreadNs;

    void add(long intervalNs) {
        recentNs[next] = intervalNs;
        next = (next + 1) % STRIDES;
        count = Math.min(count + 1, STRIDES);
        for (int i = 0; i < count; i++) {
            insert(recentNs[i], i);
        }
        usualNs = sortedNs[count / 2];
        for (int i = 0; i < count; i++) {
            insert(Math.abs(recentNs[i] - usualNs), i);
        }
        spreadNs = sortedNs[Math.ceilDiv(count * WITHIN_SPREAD, STRIDES) - 1];
    }

    /** Puts {@code value} in its place among the first {@code sorted}, which are in order. */
    private void insert(long value, int sorted) {
        int at = sorted;
        while (at > 0 && sortedNs[at - 1] > value) {
            sortedNs[at] = sortedNs[at - 1];
            at--;
        }
        sortedNs[at] = value;
    }

    void forget() {
        next = 0;
        count = 0;
        usualNs = 0;
        spreadNs = 0;
    }

    /** Strides remembered, at most {@value #STRIDES}. */
    int count() {
        return count;
    }

    /** The median, nanoseconds; 0 when there is none yet. */
    long usualNs() {
        return usualNs;
    }

    /** What five of seven strides do not differ from the median by, nanoseconds. */
    long spreadNs() {
        return spreadNs;
    }
}
