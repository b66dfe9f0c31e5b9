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
    private boolean known;

    /**
     * @param initial what is assumed before the first stride
     * @param smallest lower bound of the mean
     * @param largest upper bound of the mean
     */
    RunningScale(double initial, double smallest, double largest) {
        this.mean = initial;
        this.smallest = smallest;
        this.largest = largest;
        known = true;
    }

    private RunningScale(double largest) {
        this.smallest = 0;
        this.largest = largest;
    }

    /** One of which nothing is assumed: 0 until the first stride, which is taken as it is. */
    static RunningScale unknown(double largest) {
        return new RunningScale(largest);
    }

    /** Takes the value of one stride. */
    void add(double ofOneStride) {
        double weight = known ? WEIGHT : 1;
        mean = Math.min(largest, Math.max(smallest, mean + weight * (ofOneStride - mean)));
        known = true;
    }

    /** The wearer's usual value; 0 while nothing is known. */
    double usual() {
        return mean;
    }
}
