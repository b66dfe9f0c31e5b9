package org.footlift.sim.replay;

import java.util.Optional;

import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.sim.wearer.Dice;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;

/**
 * A recording as a sensor would have made it that was put on askew: gyroscope and accelerometer turned by one random rotation, the same for the whole recording,
 * and neither its axis across the body nor its sign in swing declared. Rotations are uniform over all orientations and never mirror. The same
 * seed and stem give the same rotation on any machine; recordings of one seed differ.
 */
public final class Rotation {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Rows of the rotation matrix. */
    private final double[][] rows;

    private Rotation(double[][] rows) {
        this.rows = rows;
    }

    /** {@code recording} with its sensor frame rotated by {@code seed} and its stem. */
    public static Recording of(Recording recording, long seed) {
        return random(new Dice(seed * GOLDEN + recording.header().stem().hashCode())).apply(recording);
    }

    /** A unit quaternion out of four normal draws is uniform over the rotations (Marsaglia 1972). */
    static Rotation random(Dice dice) {
        double w;
        double x;
        double y;
        double z;
        double squared;
        do {
            w = dice.gaussian();
            x = dice.gaussian();
            y = dice.gaussian();
            z = dice.gaussian();
            squared = w * w + x * x + y * y + z * z;
        } while (squared < 1e-12);
        double s = 2 / squared;
        return new Rotation(new double[][]{
                {1 - s * (y * y + z * z), s * (x * y - w * z), s * (x * z + w * y)},
                {s * (x * y + w * z), 1 - s * (x * x + z * z), s * (y * z - w * x)},
                {s * (x * z - w * y), s * (y * z + w * x), 1 - s * (x * x + y * y)}});
    }

    private Recording apply(Recording recording) {
        RecordingHeader from = recording.header();
        RecordingHeader header = new RecordingHeader(from.stem(), from.rateHz(), from.placement(), from.side(),
                Optional.empty(), Optional.empty(), from.labelledSpans());
        RecordingBuilder builder = new RecordingBuilder(header, recording.hasAcceleration(), recording.hasHeelSwitch());
        ImuSample imu = new ImuSample();
        HeelSample heel = new HeelSample();
        for (int i = 0; i < recording.sampleCount(); i++) {
            recording.copyImu(i, imu);
            recording.copyHeel(i, heel);
            apply(imu);
            builder.add(recording.timeS(i), imu, heel);
        }
        return builder.build();
    }

    /** Rotates {@code sample} in place. */
    void apply(ImuSample sample) {
        double x = sample.gyroXDps;
        double y = sample.gyroYDps;
        double z = sample.gyroZDps;
        sample.gyroXDps = turned(0, x, y, z);
        sample.gyroYDps = turned(1, x, y, z);
        sample.gyroZDps = turned(2, x, y, z);
        x = sample.accXMps2;
        y = sample.accYMps2;
        z = sample.accZMps2;
        sample.accXMps2 = turned(0, x, y, z);
        sample.accYMps2 = turned(1, x, y, z);
        sample.accZMps2 = turned(2, x, y, z);
    }

    private float turned(int row, double x, double y, double z) {
        return (float) (rows[row][0] * x + rows[row][1] * y + rows[row][2] * z);
    }
}
