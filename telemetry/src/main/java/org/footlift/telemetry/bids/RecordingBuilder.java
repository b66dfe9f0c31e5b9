package org.footlift.telemetry.bids;

import java.util.Arrays;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.jspecify.annotations.Nullable;

/** Collects the samples of a {@link Recording} in order of time. Used by one thread; grows as needed. */
public final class RecordingBuilder {
    private final RecordingHeader header;
    private final boolean hasAcceleration;
    private final boolean hasHeelSwitch;
    private double[] timeS = new double[4096];
    private float[] channels = new float[4096 * Recording.CHANNELS];
    private Recording.Heel[] heel = new Recording.Heel[4096];
    private int count;

    /**
     * An empty recording.
     *
     * @param header what it says about itself
     * @param hasAcceleration whether there are accelerometer channels
     * @param hasHeelSwitch whether there is a heel switch
     */
    public RecordingBuilder(RecordingHeader header, boolean hasAcceleration, boolean hasHeelSwitch) {
        this.header = header;
        this.hasAcceleration = hasAcceleration;
        this.hasHeelSwitch = hasHeelSwitch;
    }

    /**
     * Appends one sample. A sample that is not valid is kept as missing, whatever its values are.
     *
     * @param heelReading the heel switch at that time, or null where it was not read
     * @throws IllegalArgumentException when its time is not after the previous sample's
     */
    public RecordingBuilder add(double atS, ImuSample imu, @Nullable HeelSample heelReading) {
        float[] six = {imu.gyroXDps, imu.gyroYDps, imu.gyroZDps, imu.accXMps2, imu.accYMps2, imu.accZMps2};
        if (!imu.valid) {
            Arrays.fill(six, Float.NaN);
        }
        return add(atS, six, heelOf(heelReading));
    }

    /** The finished recording. @throws IllegalStateException when it has no sample */
    public Recording build() {
        if (count == 0) {
            throw new IllegalStateException("a recording needs a sample");
        }
        return new Recording(header, hasAcceleration, hasHeelSwitch, Arrays.copyOf(timeS, count),
                Arrays.copyOf(channels, count * Recording.CHANNELS), Arrays.copyOf(heel, count));
    }

    RecordingBuilder add(double atS, float[] six, Recording.Heel heelNow) {
        if (count > 0 && !(atS > timeS[count - 1])) {
            throw new IllegalArgumentException("time " + atS + " s does not come after " + timeS[count - 1] + " s");
        }
        if (count == timeS.length) {
            timeS = Arrays.copyOf(timeS, count * 2);
            channels = Arrays.copyOf(channels, count * 2 * Recording.CHANNELS);
            heel = Arrays.copyOf(heel, count * 2);
        }
        timeS[count] = atS;
        System.arraycopy(six, 0, channels, count * Recording.CHANNELS, Recording.CHANNELS);
        if (!hasAcceleration) {
            Arrays.fill(channels, count * Recording.CHANNELS + 3, (count + 1) * Recording.CHANNELS, Float.NaN);
        }
        heel[count] = hasHeelSwitch ? heelNow : Recording.Heel.MISSING;
        count++;
        return this;
    }

    int count() {
        return count;
    }

    double lastTimeS() {
        return timeS[count - 1];
    }

    static Recording.Heel heelOf(@Nullable HeelSample reading) {
        if (reading == null || !reading.valid) {
            return Recording.Heel.MISSING;
        }
        return reading.loaded ? Recording.Heel.LOADED : Recording.Heel.UNLOADED;
    }
}
