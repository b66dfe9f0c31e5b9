package org.footlift.sim.wearer;

/** How an able-bodied gait changes with speed. Pure functions. */
final class SpeedRules {
    /** Below this speed people shorten their steps more than they slow them (after Sekiya). */
    private static final double CONSTANT_RATIO_MPS = 1.03;
    private static final double SLOWEST_MPS = 0.3;
    /** Speeds and the part of the stride spent in stance at them. */
    private static final double[][] STANCE = {{0.4, 0.72}, {0.8, 0.66}, {1.2, 0.62}, {1.5, 0.60}};

    private SpeedRules() {}

    /** Stride time, seconds: two steps at the cadence that the walk ratio (step length over cadence) gives. */
    static double strideS(double speedMps) {
        double slowness = clamp((CONSTANT_RATIO_MPS - speedMps) / (CONSTANT_RATIO_MPS - SLOWEST_MPS));
        double walkRatio = 0.0065 + 0.0025 * slowness;
        double stepsPerMinute = StrictMath.sqrt(60 * speedMps / walkRatio);
        return 120 / stepsPerMinute;
    }

    /** Part of the stride spent in stance, 0 to 1. */
    static double stanceFraction(double speedMps) {
        if (speedMps <= STANCE[0][0]) {
            return STANCE[0][1];
        }
        for (int i = 1; i < STANCE.length; i++) {
            if (speedMps <= STANCE[i][0]) {
                double share = (speedMps - STANCE[i - 1][0]) / (STANCE[i][0] - STANCE[i - 1][0]);
                return STANCE[i - 1][1] + share * (STANCE[i][1] - STANCE[i - 1][1]);
            }
        }
        return STANCE[STANCE.length - 1][1];
    }

    /** Angles relative to the reference walk. */
    static double angleScale(double speedMps) {
        return 0.45 + 0.55 * StrictMath.min(1, speedMps / 1.3);
    }

    /** How much of the double hump in the floor's reaction there is, 0 (flat, slow) to 1. */
    static double humpShare(double speedMps) {
        return clamp((speedMps - 0.5) / 0.8);
    }

    private static double clamp(double x) {
        return StrictMath.max(0, StrictMath.min(1, x));
    }
}
