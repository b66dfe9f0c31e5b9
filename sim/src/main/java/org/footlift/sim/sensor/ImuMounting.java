package org.footlift.sim.sensor;

import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;

/**
 * Which way a sensor is worn. The frame is right-handed: with the mediolateral axis chosen and its sign, the next axis in the order x, y, z
 * is vertical and the one after it forward.
 *
 * @param mediolateralAxis the sensor axis that points across the body
 * @param swingSign sign of the rate about it in swing
 */
public record ImuMounting(Axis mediolateralAxis, Sign swingSign) {
    /** Index of the mediolateral axis: 0 x, 1 y, 2 z. */
    int across() {
        return mediolateralAxis.ordinal();
    }

    /** Index of the vertical axis. */
    int vertical() {
        return (across() + 1) % 3;
    }

    /** Index of the forward axis. */
    int forward() {
        return (across() + 2) % 3;
    }

    /** +1 when toes rising is a positive rate. */
    int sign() {
        return swingSign == Sign.POSITIVE ? 1 : -1;
    }

    /** +1 when the vertical axis points up. Toes rising is positive about the axis to the right; right × down = forward. */
    int verticalSign() {
        return -sign();
    }
}
