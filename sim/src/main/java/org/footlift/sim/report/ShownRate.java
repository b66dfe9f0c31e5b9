package org.footlift.sim.report;

import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;
import org.footlift.telemetry.bids.Recording;

/** The signal that the page draws: the sagittal rate where the recording declares its axis, else the magnitude of the whole rate. */
final class ShownRate {
    private ShownRate() {}

    /** Words for the axis of the plot. */
    static String label(Recording recording) {
        return isSagittal(recording) ? "sagittal rate, deg/s" : "whole rate, deg/s";
    }

    /** Degrees per second, positive in swing; NaN where missing. */
    static float[] of(Recording recording) {
        float[] out = new float[recording.sampleCount()];
        for (int i = 0; i < out.length; i++) {
            out[i] = isSagittal(recording) ? sagittal(recording, i) : whole(recording, i);
        }
        return out;
    }

    private static boolean isSagittal(Recording recording) {
        return recording.header().mediolateralAxis().isPresent() && recording.header().swingSign().isPresent();
    }

    private static float sagittal(Recording recording, int index) {
        Axis axis = recording.header().mediolateralAxis().orElseThrow();
        float sign = recording.header().swingSign().orElseThrow() == Sign.POSITIVE ? 1 : -1;
        return sign * (axis == Axis.X
                ? recording.gyroXDps(index)
                : axis == Axis.Y ? recording.gyroYDps(index) : recording.gyroZDps(index));
    }

    private static float whole(Recording recording, int index) {
        float x = recording.gyroXDps(index);
        float y = recording.gyroYDps(index);
        float z = recording.gyroZDps(index);
        return (float) Math.sqrt(x * x + y * y + z * z);
    }
}
