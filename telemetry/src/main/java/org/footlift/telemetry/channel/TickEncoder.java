package org.footlift.telemetry.channel;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import org.agrona.MutableDirectBuffer;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** Writes {@linkplain TickRecord tick records}. Stateless, callable from any thread, allocates nothing. */
public final class TickEncoder {
    private TickEncoder() {}

    /**
     * Writes one record at {@code offset}.
     *
     * @param buffer has {@link TickRecord#MAX_LENGTH} bytes from {@code offset} on
     * @return bytes written
     */
    public static int encode(TickInput in, TickOutput out, MutableDirectBuffer buffer, int offset) {
        encodeInput(in, buffer, offset);
        encodeOutput(out, buffer, offset);
        buffer.setMemory(offset + TickRecord.HEADER_LENGTH, TickRecord.SLOTS_OFFSET - TickRecord.HEADER_LENGTH,
                (byte) 0);
        SensorFrame sensors = in.sensors;
        int imuCount = sensors.imuCount();
        for (int i = 0; i < imuCount; i++) {
            encodeImu(sensors.imu(i), buffer, offset + TickRecord.imuOffset(i));
        }
        int heelCount = sensors.heelCount();
        for (int i = 0; i < heelCount; i++) {
            encodeHeel(sensors.heel(i), buffer, offset + TickRecord.heelOffset(i, imuCount));
        }
        return TickRecord.length(imuCount, heelCount);
    }

    private static void encodeInput(TickInput in, MutableDirectBuffer buffer, int offset) {
        buffer.putInt(offset + TickRecord.LAYOUT, TickRecord.LAYOUT_VERSION, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.IMU_COUNT, in.sensors.imuCount(), LITTLE_ENDIAN);
        buffer.putLong(offset + TickRecord.TICK, in.tick, LITTLE_ENDIAN);
        buffer.putLong(offset + TickRecord.TIME_NS, in.timeNs, LITTLE_ENDIAN);
        buffer.putLong(offset + TickRecord.LATE_NS, in.lateNs, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.HEEL_COUNT, in.sensors.heelCount(), LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.SKIPPED_PERIODS, in.skippedPeriods, LITTLE_ENDIAN);
        StimulatorStatus stimulator = in.stimulator;
        buffer.putInt(offset + TickRecord.MAX_AMPLITUDE_UA, stimulator.maxAmplitudeUa, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.MAX_PULSE_WIDTH_US, stimulator.maxPulseWidthUs, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.BATTERY_PCT, stimulator.batteryPct, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.OUTPUT_VOLTAGE_V, stimulator.outputVoltageV, LITTLE_ENDIAN);
        buffer.putByte(offset + TickRecord.CONDITION, (byte) stimulator.condition.ordinal());
        buffer.putByte(offset + TickRecord.REQUEST, (byte) in.request.ordinal());
        putBoolean(buffer, offset + TickRecord.STOP, in.stop);
        putBoolean(buffer, offset + TickRecord.START_BUTTON, in.panel.start);
        putBoolean(buffer, offset + TickRecord.PAUSE_BUTTON, in.panel.pause);
        putBoolean(buffer, offset + TickRecord.UP_BUTTON, in.panel.up);
        putBoolean(buffer, offset + TickRecord.DOWN_BUTTON, in.panel.down);
        putBoolean(buffer, offset + TickRecord.TEST_BUTTON, in.panel.test);
    }

    /** Writes the output part only, at its place in a record that begins at {@code offset}. */
    static void encodeOutput(TickOutput out, MutableDirectBuffer buffer, int offset) {
        for (int i = 0; i < TickRecord.EVENT_COUNT; i++) {
            buffer.putLong(offset + TickRecord.EVENT_TIME_NS + i * Long.BYTES, out.eventTimeNs[i], LITTLE_ENDIAN);
        }
        for (int i = 0; i < TickRecord.CHANNELS; i++) {
            encodePulse(out.pulses[i], buffer, offset, i);
        }
        buffer.putInt(offset + TickRecord.STRIDES, out.strides, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.STRIDE_MS, out.strideMs, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.LEVEL_PCT, out.levelPct, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.BURSTS, out.bursts, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.EVENTS, out.events, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.LIMITS, out.limits, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.FAULTS, out.faults, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.STRIDE_PCT, out.stridePct, LITTLE_ENDIAN);
        buffer.putInt(offset + TickRecord.RHYTHM_PCT, out.rhythmPct, LITTLE_ENDIAN);
        buffer.putByte(offset + TickRecord.MODE, (byte) out.mode.ordinal());
        buffer.putByte(offset + TickRecord.PHASE, (byte) out.phase.ordinal());
        buffer.putByte(offset + TickRecord.SOURCE, (byte) out.source.ordinal());
        buffer.putByte(offset + TickRecord.BURST_START, (byte) out.burstStart.ordinal());
        putBoolean(buffer, offset + TickRecord.HEARTBEAT, out.heartbeat);
        putBoolean(buffer, offset + TickRecord.WALKING, out.walking);
        putBoolean(buffer, offset + TickRecord.BURST, out.burst);
    }

    private static void encodePulse(PulseCommand pulse, MutableDirectBuffer buffer, int offset, int channel) {
        buffer.putLong(offset + TickRecord.PULSE_EXPIRES_NS + channel * Long.BYTES, pulse.expiresNs, LITTLE_ENDIAN);
        int at = offset + channel * Integer.BYTES;
        buffer.putInt(at + TickRecord.PULSE_AMPLITUDE_UA, pulse.amplitudeUa, LITTLE_ENDIAN);
        buffer.putInt(at + TickRecord.PULSE_WIDTH_US, pulse.pulseWidthUs, LITTLE_ENDIAN);
        buffer.putInt(at + TickRecord.RECOVERY_AMPLITUDE_UA, pulse.recoveryAmplitudeUa, LITTLE_ENDIAN);
        buffer.putInt(at + TickRecord.RECOVERY_WIDTH_US, pulse.recoveryWidthUs, LITTLE_ENDIAN);
    }

    private static void encodeImu(ImuSample sample, MutableDirectBuffer buffer, int offset) {
        buffer.putLong(offset + TickRecord.IMU_TIME_NS, sample.timeNs, LITTLE_ENDIAN);
        putFloat(buffer, offset + TickRecord.GYRO_X_DPS, sample.gyroXDps);
        putFloat(buffer, offset + TickRecord.GYRO_Y_DPS, sample.gyroYDps);
        putFloat(buffer, offset + TickRecord.GYRO_Z_DPS, sample.gyroZDps);
        putFloat(buffer, offset + TickRecord.ACC_X_MPS2, sample.accXMps2);
        putFloat(buffer, offset + TickRecord.ACC_Y_MPS2, sample.accYMps2);
        putFloat(buffer, offset + TickRecord.ACC_Z_MPS2, sample.accZMps2);
        // The padding first, as one word; site and validity then overwrite its head.
        buffer.putLong(offset + TickRecord.IMU_SITE, 0L);
        buffer.putByte(offset + TickRecord.IMU_SITE, (byte) sample.site.ordinal());
        putBoolean(buffer, offset + TickRecord.IMU_VALID, sample.valid);
    }

    private static void encodeHeel(HeelSample sample, MutableDirectBuffer buffer, int offset) {
        buffer.putLong(offset + TickRecord.HEEL_TIME_NS, sample.timeNs, LITTLE_ENDIAN);
        buffer.putLong(offset + TickRecord.HEEL_VALID, 0L);
        putBoolean(buffer, offset + TickRecord.HEEL_VALID, sample.valid);
        putBoolean(buffer, offset + TickRecord.HEEL_LOADED, sample.loaded);
    }

    /** As raw bits: a NaN keeps its payload, so that a replay sees exactly what the controller saw. */
    private static void putFloat(MutableDirectBuffer buffer, int index, float value) {
        buffer.putInt(index, Float.floatToRawIntBits(value), LITTLE_ENDIAN);
    }

    private static void putBoolean(MutableDirectBuffer buffer, int index, boolean value) {
        buffer.putByte(index, (byte) (value ? 1 : 0));
    }
}
