package org.footlift.sim.stimulator;

/** The last pulses of one channel, as the monitor remembers them. Fixed size: more pulses at once than fit break the spacing rule anyway. */
final class ChannelHistory {
    private static final int CAPACITY = 64;

    private final OutputDeclaration declaration;
    private final long[] timesNs = new long[CAPACITY];
    private final double[] mA2Ms = new double[CAPACITY];
    /** The time that each pulse stands for, milliseconds: since the pulse before, or one period when it begins a burst. */
    private final double[] sharesMs = new double[CAPACITY];
    private int newest = -1;
    private int held;
    private long burstStartNs;
    private double lastMa;
    private double excusedMs;

    ChannelHistory(OutputDeclaration declaration) {
        this.declaration = declaration;
    }

    double padCm2() {
        return declaration.padAreaMm2() / 100.0;
    }

    /** Time since the newest pulse, milliseconds; infinite before the first. */
    double sinceLastMs(long timeNs) {
        return held == 0 ? Double.POSITIVE_INFINITY : (timeNs - timesNs[newest]) / 1e6;
    }

    /** The usual spacing of pulses, milliseconds. */
    double periodMs() {
        return declaration.periodNs() / 1e6;
    }

    /** Current of the newest pulse, milliampere; 0 before the first. */
    double lastMa() {
        return lastMa;
    }

    /** Notes that the loop was held up since the newest pulse, up to {@code mostMs} in all. */
    void heldUp(double ms, double mostMs) {
        excusedMs = StrictMath.min(excusedMs + ms, mostMs);
    }

    /** How much of the time since the newest pulse is to blame on the loop, milliseconds. */
    double excusedMs() {
        return excusedMs;
    }

    /** Takes one more pulse: its time, its current, the square of its current over its duration, and whether it begins a burst. */
    void add(long timeNs, double mA, double squareMa2Ms, boolean begins) {
        lastMa = mA;
        excusedMs = 0;
        boolean rested = held == 0 || timeNs - timesNs[newest] >= 2 * declaration.periodNs();
        double shareMs = (rested ? declaration.periodNs() : timeNs - timesNs[newest]) / 1e6;
        if (begins) {
            burstStartNs = timeNs;
        }
        newest = (newest + 1) % CAPACITY;
        sharesMs[newest] = shareMs;
        timesNs[newest] = timeNs;
        mA2Ms[newest] = squareMa2Ms;
        held = StrictMath.min(CAPACITY, held + 1);
    }

    /** From the first pulse of this burst to the newest, seconds. */
    double burstS() {
        return (timesNs[newest] - burstStartNs) / 1e9;
    }

    /** Pulses that came less than {@code windowMs} before the newest, and the newest itself. */
    int pulsesWithin(double windowMs) {
        int count = 0;
        while (count < held && ageMs(count) < windowMs) {
            count++;
        }
        return count;
    }

    /**
     * Mean square of the current over the last {@code windowMs} of stimulation, mA². Rest between bursts is left out, so that it cannot thin
     * a strong burst; a steady train gives the textbook value of its own rate whatever its period.
     */
    double meanSquareMa2(double windowMs) {
        double squares = 0;
        double spanMs = 0;
        for (int back = 0; back < held && spanMs < windowMs; back++) {
            squares += mA2Ms[index(back)];
            spanMs += sharesMs[index(back)];
        }
        return squares / StrictMath.max(spanMs, windowMs);
    }

    /**
     * R.m.s. current of the newest pulse over the time that it stands for, mA.
     *
     * @param jitterMs by how much that time may have come out too short
     */
    double newestRmsMa(double jitterMs) {
        return StrictMath.sqrt(mA2Ms[newest] / (sharesMs[newest] + jitterMs));
    }

    private double ageMs(int back) {
        return (timesNs[newest] - timesNs[index(back)]) / 1e6;
    }

    private int index(int back) {
        return (newest - back + CAPACITY) % CAPACITY;
    }
}
