package org.footlift.controller.gait;

/**
 * What a gyroscope shows while it does not turn, learned in stance and in standing. Consumer gyroscopes are off by up to 20 deg/s (IMU
 * notes), and an angle integrates that. Rates in degrees per second; allocates nothing after construction.
 */
final class GyroOffset {
    private static final double LARGEST_DPS = 25;
    /** A rate that leaves its own short mean by more than this is motion. */
    private static final double STEADY_DPS = 4;
    private static final double MEAN_MS = 50;
    /** In stance: within this of what is known, for this long, followed slowly, because a heel may be rising already. */
    private static final double NEAR_DPS = 8;
    private static final double NEAR_MS = 80;
    private static final double NEAR_TIME_CONSTANT_MS = 4_000;
    /** In standing: any steady rate, once it has held for longer than a slow heel rise. */
    private static final double LONG_MS = 1_000;
    private static final double LONG_TIME_CONSTANT_MS = 200;

    private final Vector3 offset = new Vector3();
    private final Vector3 mean = new Vector3();
    private final Vector3 difference = new Vector3();
    private double steadyMs;
    private double nearMs;

    /** Takes a raw rate, {@code dtMs} after the one before. */
    void accept(Vector3 rawDps, double dtMs) {
        difference.set(rawDps);
        difference.addScaled(mean, -1);
        steadyMs = difference.length() < STEADY_DPS && rawDps.length() < LARGEST_DPS ? steadyMs + dtMs : 0;
        mean.addScaled(difference, Math.min(1, dtMs / MEAN_MS));
        difference.set(rawDps);
        difference.addScaled(offset, -1);
        nearMs = difference.length() < NEAR_DPS ? nearMs + dtMs : 0;
        if (steadyMs > LONG_MS) {
            follow(dtMs / LONG_TIME_CONSTANT_MS);
        } else if (nearMs > NEAR_MS) {
            follow(dtMs / NEAR_TIME_CONSTANT_MS);
        }
    }

    private void follow(double share) {
        offset.addScaled(difference, Math.min(1, share));
        double length = offset.length();
        if (length > LARGEST_DPS) {
            offset.scale(LARGEST_DPS / length);
        }
    }

    /** Takes the offset off {@code rawDps}. */
    void removeFrom(Vector3 rawDps) {
        rawDps.addScaled(offset, -1);
    }

    /** After a gap: the offset is kept, the steadiness begins anew. */
    void lose() {
        steadyMs = 0;
        nearMs = 0;
    }
}
