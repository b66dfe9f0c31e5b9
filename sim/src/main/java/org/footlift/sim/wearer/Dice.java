package org.footlift.sim.wearer;

import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeded randomness that comes out the same on any machine: the algorithm is named, and Gaussian draws use StrictMath because the
 * library's own do not promise to. Used by one thread at a time; draws allocate nothing.
 */
public final class Dice {
    private static final String ALGORITHM = "L64X128MixRandom";

    private final SplittableGenerator generator;
    private double spare;
    private boolean hasSpare;

    /** Dice that repeat for the same {@code seed}. */
    public Dice(long seed) {
        this(RandomGeneratorFactory.<SplittableGenerator>of(ALGORITHM).create(seed));
    }

    private Dice(SplittableGenerator generator) {
        this.generator = generator;
    }

    /** Dice of their own, so that how often one part draws does not change what another part gets. */
    public Dice split() {
        return new Dice(generator.split());
    }

    /** Uniform from {@code low} to below {@code high}. */
    public double between(double low, double high) {
        return low + (high - low) * generator.nextDouble();
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    public int oneOf(int low, int high) {
        return generator.nextInt(low, high + 1);
    }

    /** Standard normal, by Marsaglia's polar method. */
    public double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spare;
        }
        double u;
        double v;
        double squared;
        do {
            u = between(-1, 1);
            v = between(-1, 1);
            squared = u * u + v * v;
        } while (squared >= 1 || squared == 0);
        double factor = StrictMath.sqrt(-2 * StrictMath.log(squared) / squared);
        spare = v * factor;
        hasSpare = true;
        return u * factor;
    }
}
