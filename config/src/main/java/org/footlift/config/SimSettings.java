package org.footlift.config;

/**
 * The virtual wearer.
 *
 * @param wearer how they walk
 * @param seed of everything random about them
 * @param standMs standing before the first step
 */
public record SimSettings(
        @Setting("How the virtual wearer walks.") Wearer wearer,
        @Setting(value = "Seed of everything random; the same seed walks the same walk.", min = 0, max = Integer.MAX_VALUE) int seed,
        @Setting(value = "Standing before the first step.", unit = "milliseconds", min = 0, max = 60_000) int standMs) {

    /** The virtual wearers there are. */
    public enum Wearer {
        /** Able-bodied, 1.3 m/s. */
        ABLE,
        /** Mild drop foot, 0.9 m/s. */
        MILD,
        /** Typical after a stroke, 0.5 m/s. */
        STROKE
    }

    /** A wearer after a stroke would take 20 s for a dozen strides; the mild one shows more. */
    public static final SimSettings DEFAULT = new SimSettings(Wearer.MILD, 1, 2_000);

    /** Checks itself. */
    public SimSettings {
        Ranges.check(SimSettings.class, wearer, seed, standMs);
    }
}
