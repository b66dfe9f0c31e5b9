package org.footlift.telemetry.channel;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.DirectBuffer;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/**
 * Reads {@linkplain TickRecord tick records}. Stateless, callable from any thread, allocates nothing unless a record is malformed; then
 * it throws {@link IllegalArgumentException} with what is wrong, and the objects being filled hold nothing meaningful.
 */
public final class TickDecoder {
    private static final StimulatorStatus.Condition[] CONDITIONS = StimulatorStatus.Condition.values();
    private static final Request[] REQUESTS = Request.values();
    private static final Mode[] MODES = Mode.values();
    private static final GaitPhase[] PHASES = GaitPhase.values();
    private static final DetectorSource[] SOURCES = DetectorSource.values();
    private static final BurstStart[] STARTS = BurstStart.values();
    private static final ImuSite[] SITES = ImuSite.values();

    private TickDecoder() {}

    /**
     * Reads one whole record at {@code offset}, replacing everything that {@code in} and {@code out} held.
     *
     * @param length bytes of the record
     */
    public static void decode(DirectBuffer buffer, int offset, int length, TickInput in, TickOutput out) {
        if (length < TickRecord.SLOTS_OFFSET) {
            throw new IllegalArgumentException("a tick record of " + length + " bytes is shorter than its header");
        }
        decodeHeader(buffer, offset, in, out);
        int imuCount = imuCount(buffer, offset);
        int heelCount = heelCount(buffer, offset);
        if (TickRecord.length(imuCount, heelCount) != length) {
            throw new IllegalArgumentException("a tick record of " + length + " bytes does not hold its " + imuCount
                    + " IMU and " + heelCount + " heel samples");
        }
        SensorFrame sensors = in.sensors;
        sensors.clear();
        for (int i = 0; i < imuCount; i++) {
            decodeImu(buffer, offset + TickRecord.imuOffset(i), sensors.addImu());
        }
        for (int i = 0; i < heelCount; i++) {
            decodeHeel(buffer, offset + TickRecord.heelOffset(i, imuCount), sensors.addHeel());
        }
    }

    /** Number of IMU samples that the record at {@code offset} says it has. */
    public static int imuCount(DirectBuffer buffer, int offset) {
        return count(buffer, offset + TickRecord.IMU_COUNT, SensorFrame.IMU_CAPACITY, "IMU samples");
    }

    /** Number of heel readings that the record at {@code offset} says it has. */
    public static int heelCount(DirectBuffer buffer, int offset) {
        return count(buffer, offset + TickRecord.HEEL_COUNT, SensorFrame.HEEL_CAPACITY, "heel samples");
    }

    /** Reads the {@link TickRecord#HEADER_LENGTH} bytes at {@code offset}; leaves {@link TickInput#sensors} alone. */
    public static void decodeHeader(DirectBuffer buffer, int offset, TickInput in, TickOutput out) {
        int layout = buffer.getInt(offset + TickRecord.LAYOUT, LITTLE_ENDIAN);
        if (layout != TickRecord.LAYOUT_VERSION) {
            throw new IllegalArgumentException("a tick record of layout " + layout + "; this program reads layout "
                    + TickRecord.LAYOUT_VERSION);
        }
        decodeInput(buffer, offset, in);
        decodeOutput(buffer, offset, out);
    }

    private static void decodeInput(DirectBuffer buffer, int offset, TickInput in) {
        in.tick = buffer.getLong(offset + TickRecord.TICK, LITTLE_ENDIAN);
        in.timeNs = buffer.getLong(offset + TickRecord.TIME_NS, LITTLE_ENDIAN);
        in.lateNs = buffer.getLong(offset + TickRecord.LATE_NS, LITTLE_ENDIAN);
        in.skippedPeriods = buffer.getInt(offset + TickRecord.SKIPPED_PERIODS, LITTLE_ENDIAN);
        StimulatorStatus stimulator = in.stimulator;
        stimulator.maxAmplitudeUa = buffer.getInt(offset + TickRecord.MAX_AMPLITUDE_UA, LITTLE_ENDIAN);
        stimulator.maxPulseWidthUs = buffer.getInt(offset + TickRecord.MAX_PULSE_WIDTH_US, LITTLE_ENDIAN);
        stimulator.batteryPct = buffer.getInt(offset + TickRecord.BATTERY_PCT, LITTLE_ENDIAN);
        stimulator.outputVoltageV = buffer.getInt(offset + TickRecord.OUTPUT_VOLTAGE_V, LITTLE_ENDIAN);
        stimulator.condition = named(CONDITIONS, buffer, offset + TickRecord.CONDITION, "condition");
        in.request = named(REQUESTS, buffer, offset + TickRecord.REQUEST, "request");
        in.stop = getBoolean(buffer, offset + TickRecord.STOP);
        in.panel.start = getBoolean(buffer, offset + TickRecord.START_BUTTON);
        in.panel.pause = getBoolean(buffer, offset + TickRecord.PAUSE_BUTTON);
        in.panel.up = getBoolean(buffer, offset + TickRecord.UP_BUTTON);
        in.panel.down = getBoolean(buffer, offset + TickRecord.DOWN_BUTTON);
        in.panel.test = getBoolean(buffer, offset + TickRecord.TEST_BUTTON);
    }

    private static void decodeOutput(DirectBuffer buffer, int offset, TickOutput out) {
        for (int i = 0; i < TickRecord.EVENT_COUNT; i++) {
            out.eventTimeNs[i] = buffer.getLong(offset + TickRecord.EVENT_TIME_NS + i * Long.BYTES, LITTLE_ENDIAN);
        }
        for (int i = 0; i < TickRecord.CHANNELS; i++) {
            decodePulse(buffer, offset, i, out.pulses[i]);
        }
        out.strides = buffer.getInt(offset + TickRecord.STRIDES, LITTLE_ENDIAN);
        out.strideMs = buffer.getInt(offset + TickRecord.STRIDE_MS, LITTLE_ENDIAN);
        out.levelPct = buffer.getInt(offset + TickRecord.LEVEL_PCT, LITTLE_ENDIAN);
        out.bursts = buffer.getInt(offset + TickRecord.BURSTS, LITTLE_ENDIAN);
        out.events = buffer.getInt(offset + TickRecord.EVENTS, LITTLE_ENDIAN);
        out.limits = buffer.getInt(offset + TickRecord.LIMITS, LITTLE_ENDIAN);
        out.faults = buffer.getInt(offset + TickRecord.FAULTS, LITTLE_ENDIAN);
        out.stridePct = buffer.getInt(offset + TickRecord.STRIDE_PCT, LITTLE_ENDIAN);
        out.rhythmPct = buffer.getInt(offset + TickRecord.RHYTHM_PCT, LITTLE_ENDIAN);
        out.mode = named(MODES, buffer, offset + TickRecord.MODE, "mode");
        out.phase = named(PHASES, buffer, offset + TickRecord.PHASE, "phase");
        out.source = named(SOURCES, buffer, offset + TickRecord.SOURCE, "source");
        out.burstStart = named(STARTS, buffer, offset + TickRecord.BURST_START, "burst start");
        out.heartbeat = getBoolean(buffer, offset + TickRecord.HEARTBEAT);
        out.walking = getBoolean(buffer, offset + TickRecord.WALKING);
        out.burst = getBoolean(buffer, offset + TickRecord.BURST);
    }

    private static void decodePulse(DirectBuffer buffer, int offset, int channel, PulseCommand pulse) {
        pulse.expiresNs = buffer.getLong(offset + TickRecord.PULSE_EXPIRES_NS + channel * Long.BYTES, LITTLE_ENDIAN);
        int at = offset + channel * Integer.BYTES;
        pulse.amplitudeUa = buffer.getInt(at + TickRecord.PULSE_AMPLITUDE_UA, LITTLE_ENDIAN);
        pulse.pulseWidthUs = buffer.getInt(at + TickRecord.PULSE_WIDTH_US, LITTLE_ENDIAN);
        pulse.recoveryAmplitudeUa = buffer.getInt(at + TickRecord.RECOVERY_AMPLITUDE_UA, LITTLE_ENDIAN);
        pulse.recoveryWidthUs = buffer.getInt(at + TickRecord.RECOVERY_WIDTH_US, LITTLE_ENDIAN);
    }

    /** Reads the {@link TickRecord#IMU_LENGTH} bytes at {@code offset}. */
    public static void decodeImu(DirectBuffer buffer, int offset, ImuSample sample) {
        sample.timeNs = buffer.getLong(offset + TickRecord.IMU_TIME_NS, LITTLE_ENDIAN);
        sample.gyroXDps = getFloat(buffer, offset + TickRecord.GYRO_X_DPS);
        sample.gyroYDps = getFloat(buffer, offset + TickRecord.GYRO_Y_DPS);
        sample.gyroZDps = getFloat(buffer, offset + TickRecord.GYRO_Z_DPS);
        sample.accXMps2 = getFloat(buffer, offset + TickRecord.ACC_X_MPS2);
        sample.accYMps2 = getFloat(buffer, offset + TickRecord.ACC_Y_MPS2);
        sample.accZMps2 = getFloat(buffer, offset + TickRecord.ACC_Z_MPS2);
        sample.site = named(SITES, buffer, offset + TickRecord.IMU_SITE, "IMU site");
        sample.valid = getBoolean(buffer, offset + TickRecord.IMU_VALID);
    }

    /** Reads the {@link TickRecord#HEEL_LENGTH} bytes at {@code offset}. */
    public static void decodeHeel(DirectBuffer buffer, int offset, HeelSample sample) {
        sample.timeNs = buffer.getLong(offset + TickRecord.HEEL_TIME_NS, LITTLE_ENDIAN);
        sample.valid = getBoolean(buffer, offset + TickRecord.HEEL_VALID);
        sample.loaded = getBoolean(buffer, offset + TickRecord.HEEL_LOADED);
    }

    private static int count(DirectBuffer buffer, int index, int capacity, String what) {
        int count = buffer.getInt(index, LITTLE_ENDIAN);
        if (count < 0 || count > capacity) {
            throw new IllegalArgumentException("a tick record with " + Integer.toUnsignedString(count) + " " + what
                    + "; there is room for " + capacity);
        }
        return count;
    }

    private static <E extends Enum<E>> E named(E[] values, DirectBuffer buffer, int index, String what) {
        int ordinal = buffer.getByte(index) & 0xff;
        if (ordinal >= values.length) {
            throw new IllegalArgumentException("a tick record with the unknown " + what + " " + ordinal);
        }
        return values[ordinal];
    }

    private static float getFloat(DirectBuffer buffer, int index) {
        return Float.intBitsToFloat(buffer.getInt(index, LITTLE_ENDIAN));
    }

    private static boolean getBoolean(DirectBuffer buffer, int index) {
        return buffer.getByte(index) != 0;
    }
}
