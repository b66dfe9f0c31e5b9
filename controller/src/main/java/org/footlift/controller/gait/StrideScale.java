package org.footlift.controller.gait;

/**
 * How strongly this wearer's leg turns, so that thresholds can be shares of it: a running mean over about the last four
 * strides, bounded, because one stumble must not make the detector deaf or jumpy.
 */
final class StrideScale {
    private static final double WEIGHT = 0.25;

    private final double smallestDps;
    private final double largestDps;
    private double peakDps;

    /**
     * @param initialDps what is assumed before the first stride, degrees per second
     * @param smallestDps lower bound, degrees per second
     * @param largestDps upper bound, degrees per second
     */
    StrideScale(double initialDps, double smallestDps, double largestDps) {
        this.peakDps = initialDps;
        this.smallestDps = smallestDps;
        this.largestDps = largestDps;
    }

    /** Takes the peak of one stride, degrees per second, positive. */
    void add(double strideDps) {
        double next = peakDps + WEIGHT * (strideDps - peakDps);
        peakDps = Math.min(largestDps, Math.max(smallestDps, next));
    }

    /** The wearer's usual peak, degrees per second. */
    double dps() {
        return peakDps;
    }
}
