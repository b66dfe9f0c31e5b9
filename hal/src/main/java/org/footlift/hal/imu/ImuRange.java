package org.footlift.hal.imu;

import org.footlift.hal.ImuSite;

/**
 * The largest values that a chip is set to measure.
 *
 * @param gyroDps degrees per second: 250, 500, 1000 or 2000
 * @param accG standard gravities: 2, 4, 8 or 16
 */
record ImuRange(int gyroDps, int accG) {
    /** Standard gravity, metres per second squared. */
    static final double GRAVITY_MPS2 = 9.80665;

    /**
     * Wide: a step of 1/32768 of the widest range (0.06 °/s, 0.5 mg) is still of the size of these chips' own noise and far below anything that
     * the detector looks for, while a value that is cut off is wrong by more than both. A foot turns at 800 °/s in push-off, faster when it is
     * flicked, and a hard heel strike comes near 16 g; a shank reaches about 500 °/s and 5 g, and gets twice that or nearly.
     */
    static ImuRange of(ImuSite site) {
        return switch (site) {
            case FOOT -> new ImuRange(2_000, 16);
            case SHANK -> new ImuRange(1_000, 8);
        };
    }

    /** Place of the gyroscope's range among 250, 500, 1000, 2000. */
    int gyroIndex() {
        return Integer.numberOfTrailingZeros(gyroDps / 250);
    }

    /** Place of the accelerometer's range among 2, 4, 8, 16. */
    int accIndex() {
        return Integer.numberOfTrailingZeros(accG / 2);
    }
}
