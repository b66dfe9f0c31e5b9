package org.footlift.controller.gait;

/**
 * One quantity of the wearer's strides as a running mean over about the last four, bounded, because one stumble must not make
 * the detector deaf or jumpy.
 */
final class RunningScale {
    private static final double WEIGHT = 0.25;

    private final double smallest;
    private final double largest;
    private double mean;

    /**
     * @param initial what is assumed before the first stride
     * @param smallest lower bound of the mean
     * @param largest upper bound of the mean
     */
    RunningScale(double initial, double smallest, double largest) {
        this.mean = initial;
        this.smallest = smallest;
        this.largest = largest;
    }

    /** Takes the value of one stride. */
    void add(double ofOneStride) {
        mean = Math.min(largest, Math.max(smallest, mean + WEIGHT * (ofOneStride - mean)));
    }

    /** The wearer's usual value. */
    double usual() {
        return mean;
    }
}
