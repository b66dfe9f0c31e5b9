package org.footlift.sim.wearer;

/**
 * A Fourier series over one gait cycle, {@code a0 + sum of a_k cos(2 pi k p) + b_k sin(2 pi k p)}. Higher harmonics come by rotation, so
 * that one sine and one cosine serve every series. Immutable; allocates nothing.
 */
final class Harmonics {
    private final double[] terms;

    /** With coefficients in the order a0, a1, b1, a2, b2 and so on. */
    Harmonics(double... terms) {
        this.terms = terms.clone();
    }

    /** The mean over the cycle. */
    double mean() {
        return terms[0];
    }

    /** The value at the phase whose {@code cos(2 pi p)} and {@code sin(2 pi p)} are given. */
    double at(double cos, double sin) {
        double sum = terms[0];
        double cosK = 1;
        double sinK = 0;
        for (int i = 1; i < terms.length; i += 2) {
            double next = cosK * cos - sinK * sin;
            sinK = sinK * cos + cosK * sin;
            cosK = next;
            sum += terms[i] * cosK + terms[i + 1] * sinK;
        }
        return sum;
    }
}
