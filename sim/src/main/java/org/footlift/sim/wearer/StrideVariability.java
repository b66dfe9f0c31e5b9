package org.footlift.sim.wearer;

/**
 * The slow and fast wandering of stride time: five first-order autoregressive processes with memories of 1 to 100 strides, of equal
 * variance, which together resemble the long-range correlation of real strides (detrended fluctuation exponent 0.8 to 0.9).
 */
final class StrideVariability {
    private static final double[] MEMORY_STRIDES = {1, 3, 10, 30, 100};
    /** Beyond this a stride would be another kind of step. */
    private static final double LIMIT = 3;

    private final Dice dice;
    private final double[] keep = new double[MEMORY_STRIDES.length];
    private final double[] state = new double[MEMORY_STRIDES.length];

    /** Starts as if it had run for ever. */
    StrideVariability(Dice dice) {
        this.dice = dice;
        for (int i = 0; i < keep.length; i++) {
            keep[i] = StrictMath.exp(-1 / MEMORY_STRIDES[i]);
            state[i] = dice.gaussian();
        }
    }

    /** The deviation of the next stride in standard deviations, within plus and minus 3. */
    double next() {
        double sum = 0;
        for (int i = 0; i < state.length; i++) {
            state[i] = keep[i] * state[i] + StrictMath.sqrt(1 - keep[i] * keep[i]) * dice.gaussian();
            sum += state[i];
        }
        double deviation = sum / StrictMath.sqrt(state.length);
        return StrictMath.max(-LIMIT, StrictMath.min(LIMIT, deviation));
    }
}
