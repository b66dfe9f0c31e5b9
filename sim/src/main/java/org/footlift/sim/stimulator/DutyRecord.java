package org.footlift.sim.stimulator;

/**
 * How long stimulation was on in the last minute and the last two, over all channels: from pulse to pulse within a burst. Fixed size; a train
 * that overflows it breaks the count of pulses first. Allocates nothing after construction.
 */
final class DutyRecord {
    /** Two minutes at 70 Hz on two channels that never share a moment, and room. */
    private static final int CAPACITY = 1 << 15;

    private final long[] timesNs = new long[CAPACITY];
    private final long[] onNs = new long[CAPACITY];
    private final Window walking = new Window(60_000_000_000L);
    private final Window exercise = new Window(120_000_000_000L);
    private long added;

    /** The end of a window that moves along. */
    private final class Window {
        private final long lengthNs;
        private long oldest;
        private long sumNs;

        Window(long lengthNs) {
            this.lengthNs = lengthNs;
        }

        void moveTo(long nowNs, long addedNs) {
            sumNs += addedNs;
            while (oldest < added && nowNs - timesNs[slot(oldest)] >= lengthNs) {
                sumNs -= onNs[slot(oldest)];
                oldest++;
            }
        }
    }

    /** Takes one pulse: {@code sinceNs} since the one before in the same burst, 0 for the first. */
    void add(long nowNs, long sinceNs) {
        timesNs[slot(added)] = nowNs;
        onNs[slot(added)] = sinceNs;
        added++;
        walking.moveTo(nowNs, sinceNs);
        exercise.moveTo(nowNs, sinceNs);
    }

    /** Part of the last 60 s, 0 to 1. */
    double minuteShare() {
        return walking.sumNs / 60e9;
    }

    /** Part of the last 120 s, 0 to 1. */
    double twoMinutesShare() {
        return exercise.sumNs / 120e9;
    }

    private static int slot(long index) {
        return (int) (index % CAPACITY);
    }
}
