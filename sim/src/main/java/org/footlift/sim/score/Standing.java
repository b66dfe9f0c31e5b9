package org.footlift.sim.score;

import org.footlift.telemetry.bids.Recording;

/** Standing, as the sensor shows it. */
final class Standing {
    /** A foot that turns faster is not standing, degrees per second (magnitude over all three axes, so that no axis need be known). */
    static final double RATE_DPS = 30;

    private Standing() {}

    /** When standing that began at {@code fromS} ends: the first sample that turns fast, seconds; infinite when none does. */
    static double endS(Recording recording, double fromS) {
        for (int i = 0; i < recording.sampleCount(); i++) {
            if (recording.timeS(i) >= fromS && rateDps(recording, i) >= RATE_DPS) {
                return recording.timeS(i);
            }
        }
        return Double.POSITIVE_INFINITY;
    }

    /** NaN when missing, which ends nothing: it shows no movement. */
    private static double rateDps(Recording recording, int index) {
        double x = recording.gyroXDps(index);
        double y = recording.gyroYDps(index);
        double z = recording.gyroZDps(index);
        return Math.sqrt(x * x + y * y + z * z);
    }
}
