package org.footlift.controller.gait;

import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSample;

/** The sagittal rate out of a sensor whose mediolateral axis and swing sign are declared. */
final class Mounting {
    private final ImuSettings.Axis axis;
    private final double sign;

    Mounting(ImuSettings settings) {
        axis = settings.mediolateralAxis();
        sign = settings.swingSign() == ImuSettings.Sign.POSITIVE ? 1.0 : -1.0;
    }

    /** Rate in the sagittal plane, degrees per second, positive in swing; NaN for a sample that is not there. */
    double sagittalRateDps(ImuSample sample) {
        if (!sample.valid) {
            return Double.NaN;
        }
        double rate = switch (axis) {
            case X -> sample.gyroXDps;
            case Y -> sample.gyroYDps;
            case Z -> sample.gyroZDps;
        };
        return sign * rate;
    }

    /** Magnitude of the whole rate, whatever its axis, degrees per second. */
    static double magnitudeDps(ImuSample sample) {
        double x = sample.gyroXDps;
        double y = sample.gyroYDps;
        double z = sample.gyroZDps;
        return Math.sqrt(x * x + y * y + z * z); // exact by IEEE 754 on every machine
    }
}
