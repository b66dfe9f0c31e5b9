package org.footlift.telemetry.bids;

import java.util.Arrays;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;

/**
 * One sensor on one leg for one walk, held whole in memory. Immutable and safe to share between threads; make one with
 * {@link RecordingReader} or a {@link RecordingBuilder}. Times are strictly increasing. Where a channel is missing its value is NaN, never zero.
 */
public final class Recording {
    /** Channels per sample: gyro x, y, z in degrees per second, then acceleration x, y, z in metres per second squared. */
    static final int CHANNELS = 6;

    /** What the heel switch said in one sample. */
    enum Heel {
        /** No reading. */
        MISSING,
        /** The heel is off the floor. */
        UNLOADED,
        /** The heel carries load. */
        LOADED
    }

    private final RecordingHeader header;
    private final boolean hasAcceleration;
    private final boolean hasHeelSwitch;
    private final double[] timeS;
    private final float[] channels;
    private final Heel[] heel;

    Recording(RecordingHeader header, boolean hasAcceleration, boolean hasHeelSwitch, double[] timeS, float[] channels,
            Heel[] heel) {
        this.header = header;
        this.hasAcceleration = hasAcceleration;
        this.hasHeelSwitch = hasHeelSwitch;
        this.timeS = timeS;
        this.channels = channels;
        this.heel = heel;
    }

    /** What the recording says about itself. */
    public RecordingHeader header() {
        return header;
    }

    /** Number of samples, 1 or more. */
    public int sampleCount() {
        return timeS.length;
    }

    /** Whether accelerometer channels were recorded at all; without them every acceleration is NaN. */
    public boolean hasAcceleration() {
        return hasAcceleration;
    }

    /** Whether a heel switch was recorded beside the IMU. */
    public boolean hasHeelSwitch() {
        return hasHeelSwitch;
    }

    /** Time of sample {@code index} as the file writes it, seconds. */
    public double timeS(int index) {
        return timeS[index];
    }

    /** All times as the file writes them, seconds; a copy. */
    public double[] timesS() {
        return Arrays.copyOf(timeS, timeS.length);
    }

    /** Time of sample {@code index}, rounded to whole nanoseconds. */
    public long timeNs(int index) {
        return Math.round(timeS[index] * 1e9);
    }

    /** True when every channel that this recording has was measured in sample {@code index}. */
    public boolean valid(int index) {
        for (int i = 0; i < (hasAcceleration ? CHANNELS : 3); i++) {
            if (Float.isNaN(channels[index * CHANNELS + i])) {
                return false;
            }
        }
        return true;
    }

    /** Angular rate about the sensor's x axis, degrees per second; NaN when missing. */
    public float gyroXDps(int index) {
        return channels[index * CHANNELS];
    }

    /** Angular rate about the sensor's y axis, degrees per second; NaN when missing. */
    public float gyroYDps(int index) {
        return channels[index * CHANNELS + 1];
    }

    /** Angular rate about the sensor's z axis, degrees per second; NaN when missing. */
    public float gyroZDps(int index) {
        return channels[index * CHANNELS + 2];
    }

    /** Specific force along the sensor's x axis, metres per second squared; NaN when missing. */
    public float accXMps2(int index) {
        return channels[index * CHANNELS + 3];
    }

    /** Specific force along the sensor's y axis, metres per second squared; NaN when missing. */
    public float accYMps2(int index) {
        return channels[index * CHANNELS + 4];
    }

    /** Specific force along the sensor's z axis, metres per second squared; NaN when missing. */
    public float accZMps2(int index) {
        return channels[index * CHANNELS + 5];
    }

    /** True when there is a heel switch and it was read in sample {@code index}. */
    public boolean heelValid(int index) {
        return heel[index] != Heel.MISSING;
    }

    /** True while the heel carries load; meaningless where {@link #heelValid} is false. */
    public boolean heelLoaded(int index) {
        return heel[index] == Heel.LOADED;
    }

    /** Fills {@code into} with IMU sample {@code index}. Allocates nothing. */
    public void copyImu(int index, ImuSample into) {
        into.timeNs = timeNs(index);
        into.site = header.site();
        into.valid = valid(index);
        into.gyroXDps = gyroXDps(index);
        into.gyroYDps = gyroYDps(index);
        into.gyroZDps = gyroZDps(index);
        into.accXMps2 = accXMps2(index);
        into.accYMps2 = accYMps2(index);
        into.accZMps2 = accZMps2(index);
    }

    /** Fills {@code into} with heel reading {@code index}; not valid where there is none. Allocates nothing. */
    public void copyHeel(int index, HeelSample into) {
        into.timeNs = timeNs(index);
        into.valid = heelValid(index);
        into.loaded = heelLoaded(index);
    }
}
