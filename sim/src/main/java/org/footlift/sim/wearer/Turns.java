package org.footlift.sim.wearer;

/**
 * Sine and cosine of angles in turns (1 is 360 degrees), the same on every machine. StrictMath's own allocate an array a call outside the first
 * octant; these reduce exactly to that octant and sum the series there, to within 2e-16. Allocates nothing.
 */
public final class Turns {
    private static final double DEGREES = 360;
    private static final double[] SINE = {-1 / 6.0, 1 / 120.0, -1 / 5040.0, 1 / 362_880.0, -1 / 39_916_800.0,
            1 / 6_227_020_800.0, -1 / 1_307_674_368_000.0};
    private static final double[] COSINE = {-1 / 2.0, 1 / 24.0, -1 / 720.0, 1 / 40_320.0, -1 / 3_628_800.0,
            1 / 479_001_600.0,
            -1 / 87_178_291_200.0, 1 / 20_922_789_888_000.0};

    private Turns() {}

    /** Sine of {@code turns} turns. */
    public static double sin(double turns) {
        double quarters = StrictMath.rint(4 * turns);
        double x = 2 * StrictMath.PI * (turns - quarters / 4);
        return switch ((int) ((long) quarters & 3)) {
            case 0 -> sine(x);
            case 1 -> cosine(x);
            case 2 -> -sine(x);
            default -> -cosine(x);
        };
    }

    /** Cosine of {@code turns} turns. */
    public static double cos(double turns) {
        double quarters = StrictMath.rint(4 * turns);
        double x = 2 * StrictMath.PI * (turns - quarters / 4);
        return switch ((int) ((long) quarters & 3)) {
            case 0 -> cosine(x);
            case 1 -> -sine(x);
            case 2 -> -cosine(x);
            default -> sine(x);
        };
    }

    /** Sine of {@code deg} degrees. */
    public static double sinDeg(double deg) {
        return sin(deg / DEGREES);
    }

    /** Cosine of {@code deg} degrees. */
    public static double cosDeg(double deg) {
        return cos(deg / DEGREES);
    }

    private static double sine(double x) {
        return x + x * series(SINE, x * x);
    }

    private static double cosine(double x) {
        return 1 + series(COSINE, x * x);
    }

    private static double series(double[] terms, double square) {
        double sum = 0;
        for (int i = terms.length - 1; i >= 0; i--) {
            sum = square * (terms[i] + sum);
        }
        return sum;
    }
}
