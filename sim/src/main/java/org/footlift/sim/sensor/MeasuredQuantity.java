package org.footlift.sim.sensor;

import org.footlift.sim.wearer.Dice;

/** One axis of a chip: scale error, offset that drifts, white noise, clipping at the range, 16-bit steps. Draws allocate nothing. */
final class MeasuredQuantity {
    /** White noise of density d through the chip's first-order low-pass of bandwidth B is d times the root of 1.57 B. */
    private static final double NOISE_BANDWIDTH = 1.57;
    private static final int STEPS_PER_SIDE = 32_768;

    private final Dice dice;
    private final double scale;
    private final double noise;
    private final double drift;
    private final double step;
    private double offset;

    MeasuredQuantity(Dice dice, double rateHz, double noiseDensity, double largestOffset, double driftPerRootS,
            double range,
            double scaleError) {
        this.dice = dice;
        this.scale = 1 + dice.between(-scaleError, scaleError);
        this.offset = dice.between(-largestOffset, largestOffset);
        this.noise = noiseDensity * StrictMath.sqrt(NOISE_BANDWIDTH * rateHz / 2);
        this.drift = driftPerRootS / StrictMath.sqrt(rateHz);
        this.step = range / STEPS_PER_SIDE;
    }

    /** The reading of {@code truth}. */
    float read(double truth) {
        offset += drift * dice.gaussian();
        double steps = StrictMath.rint((scale * truth + offset + noise * dice.gaussian()) / step);
        double clipped = StrictMath.max(-STEPS_PER_SIDE, StrictMath.min(STEPS_PER_SIDE - 1, steps));
        return (float) (clipped * step);
    }
}
