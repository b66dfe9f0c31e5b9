package org.footlift.sim.wearer;

/** The shock of initial contact as it rings through the foot: {@code A exp(-t/tau) sin(2 pi f t)} with f 30 Hz and tau 18 ms. */
final class ContactShock {
    private static final double FREQUENCY_HZ = 30;
    private static final double DECAY_S = 0.018;
    /** The sine reaches its first peak when the decay has already taken this much. */
    private static final double FIRST_PEAK = 0.60;
    private static final double OVER_S = 0.15;

    private boolean rings;
    private long strikeNs;
    private double amplitudeMps2;

    /** Contact at {@code timeNs} with a first peak of {@code peakMps2}. */
    void strike(long timeNs, double peakMps2) {
        rings = true;
        strikeNs = timeNs;
        amplitudeMps2 = peakMps2 / FIRST_PEAK;
    }

    /** The acceleration at {@code timeNs}, at or after the last contact, metres per second squared. */
    double atMps2(long timeNs) {
        double sinceS = (timeNs - strikeNs) * 1e-9;
        if (!rings || sinceS > OVER_S) {
            rings = false;
            return 0;
        }
        return amplitudeMps2 * StrictMath.exp(-sinceS / DECAY_S)
                * StrictMath.sin(2 * StrictMath.PI * FREQUENCY_HZ * sinceS);
    }
}
