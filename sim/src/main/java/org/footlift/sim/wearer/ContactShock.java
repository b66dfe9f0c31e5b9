package org.footlift.sim.wearer;

/**
 * What initial contact adds to the smooth motion of the reference walk, whose measurement was filtered at 6 Hz: a shock that rings through the
 * foot, {@code A exp(-t/tau) sin(2 pi f t)} with f 30 Hz and tau 18 ms, and a jolt that turns the toes down and back,
 * {@code B exp(-t/tau) (1 - cos(2 pi f t))}, seen in recordings as the sharp negative peak of the foot's rate. The jolt starts with
 * rate zero, so that the rate stays continuous.
 */
final class ContactShock {
    private static final double FREQUENCY_HZ = 30;
    private static final double DECAY_S = 0.018;
    /** The sine reaches its first peak when the decay has already taken this much. */
    private static final double FIRST_PEAK = 0.60;
    private static final double JOLT_HZ = 18;
    /** A peak of 120 m/s² goes with about 100 deg/s more toward the floor. */
    private static final double JOLT_DEG_PER_MPS2 = 1.8 / 120;
    private static final double OVER_S = 0.25;

    private boolean rings;
    private long strikeNs;
    private double peakMps2;

    /** Contact at {@code timeNs} with a first peak of {@code peakMps2}. */
    void strike(long timeNs, double peakMps2) {
        rings = true;
        strikeNs = timeNs;
        this.peakMps2 = peakMps2;
    }

    /** The acceleration at {@code timeNs}, at or after the last contact, metres per second squared. */
    double accelerationMps2(long timeNs) {
        double sinceS = sinceS(timeNs);
        return rings
                ? peakMps2 / FIRST_PEAK * decay(sinceS) * Turns.sin(FREQUENCY_HZ * sinceS)
                : 0;
    }

    /** The change of foot pitch at {@code timeNs}, at or after the last contact, degrees. */
    double pitchDeg(long timeNs) {
        double sinceS = sinceS(timeNs);
        return rings
                ? -JOLT_DEG_PER_MPS2 * peakMps2 * decay(sinceS)
                        * (1 - Turns.cos(JOLT_HZ * sinceS))
                : 0;
    }

    private double sinceS(long timeNs) {
        double sinceS = (timeNs - strikeNs) * 1e-9;
        rings &= sinceS <= OVER_S;
        return sinceS;
    }

    private static double decay(double sinceS) {
        return StrictMath.exp(-sinceS / DECAY_S);
    }
}
