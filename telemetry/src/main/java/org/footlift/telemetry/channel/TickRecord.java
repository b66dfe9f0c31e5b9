package org.footlift.telemetry.channel;

import org.footlift.hal.SensorFrame;
import org.footlift.hal.Stimulator;
import org.footlift.telemetry.GaitEvent;

/**
 * The fixed layout of one tick, {@linkplain #LAYOUT_VERSION version} 2. Everything is little-endian; enumerations are ordinals in one
 * byte; a boolean is one byte, 0 or 1; floats are their IEEE 754 bits. The first {@link #HEADER_LENGTH} bytes are also the WPILOG struct
 * {@code FootliftTick}, the used bytes of a slot the structs {@code FootliftImu} and {@code FootliftHeel}.
 *
 * <pre>
 *  offset                                                            offset
 *        0  uint32  layout           input part                     64  int64[4] eventTimeNs      output part
 *        4  uint32  imuCount                                        96  int64[2] pulseExpiresNs
 *        8  int64   tick                                           112  int32[2] pulseAmplitudeUa
 *       16  int64   timeNs                                         120  int32[2] pulseWidthUs
 *       24  int64   lateNs                                         128  int32[2] recoveryAmplitudeUa
 *       32  uint32  heelCount                                      136  int32[2] recoveryWidthUs
 *       36  int32   skippedPeriods                                 144  int32    strides
 *       40  int32   maxAmplitudeUa   (stimulator)                  148  int32    strideMs
 *       44  int32   maxPulseWidthUs  (stimulator)                  152  int32    levelPct
 *       48  int32   batteryPct       (stimulator)                  156  int32    bursts
 *       52  int32   outputVoltageV   (stimulator)                  160  int32    events   (bits)
 *       56  uint8   condition        (stimulator)                  164  int32    limits   (bits)
 *       57  uint8   request                                        168  int32    faults   (bits)
 *       58  bool    stop                                           172  int32    stridePct
 *       59  bool    startButton                                    176  int32    rhythmPct
 *       60  bool    pauseButton                                    180  uint8    mode
 *       61  bool    upButton                                       181  uint8    phase
 *       62  bool    downButton                                     182  uint8    source
 *       63  bool    testButton                                     183  uint8    burstStart
 *                                                                  184  bool     heartbeat
 *      192          imuCount slots of 40 bytes, then               185  bool     walking
 *                   heelCount slots of 16 bytes                    186  bool     burst
 *                                                                  187           5 bytes of zero
 *
 *  IMU slot:   0 int64 timeNs | 8 float gyroX,Y,ZDps | 20 float accX,Y,ZMps2 | 32 uint8 site | 33 bool valid | 34 zero
 *  heel slot:  0 int64 timeNs | 8 bool valid | 9 bool loaded | 10 zero
 * </pre>
 *
 * Any change of this layout, or of the order of an enumeration in it, needs a new {@link #LAYOUT_VERSION}; appending to an enumeration
 * does not.
 */
public final class TickRecord {
    /** Version of this layout, stored in every record. */
    public static final int LAYOUT_VERSION = 2;
    /** Bytes of every scalar of input and output. */
    public static final int HEADER_LENGTH = 187;
    /** Where the first slot begins. */
    public static final int SLOTS_OFFSET = 192;
    /** Where the output part begins; it ends at {@link #HEADER_LENGTH}. */
    public static final int OUTPUT_OFFSET = 64;
    /** Bytes from IMU slot to IMU slot. */
    public static final int IMU_SLOT = 40;
    /** Used bytes of an IMU slot. */
    public static final int IMU_LENGTH = 34;
    /** Bytes from heel slot to heel slot. */
    public static final int HEEL_SLOT = 16;
    /** Used bytes of a heel slot. */
    public static final int HEEL_LENGTH = 10;
    /** The longest record: every slot in use. */
    public static final int MAX_LENGTH = SLOTS_OFFSET + SensorFrame.IMU_CAPACITY * IMU_SLOT
            + SensorFrame.HEEL_CAPACITY * HEEL_SLOT;

    static final int LAYOUT = 0;
    static final int IMU_COUNT = 4;
    static final int TICK = 8;
    static final int TIME_NS = 16;
    static final int LATE_NS = 24;
    static final int HEEL_COUNT = 32;
    static final int SKIPPED_PERIODS = 36;
    static final int MAX_AMPLITUDE_UA = 40;
    static final int MAX_PULSE_WIDTH_US = 44;
    static final int BATTERY_PCT = 48;
    static final int OUTPUT_VOLTAGE_V = 52;
    static final int CONDITION = 56;
    static final int REQUEST = 57;
    static final int STOP = 58;
    static final int START_BUTTON = 59;
    static final int PAUSE_BUTTON = 60;
    static final int UP_BUTTON = 61;
    static final int DOWN_BUTTON = 62;
    static final int TEST_BUTTON = 63;

    static final int EVENT_TIME_NS = OUTPUT_OFFSET;
    static final int PULSE_EXPIRES_NS = 96;
    static final int PULSE_AMPLITUDE_UA = 112;
    static final int PULSE_WIDTH_US = 120;
    static final int RECOVERY_AMPLITUDE_UA = 128;
    static final int RECOVERY_WIDTH_US = 136;
    static final int STRIDES = 144;
    static final int STRIDE_MS = 148;
    static final int LEVEL_PCT = 152;
    static final int BURSTS = 156;
    static final int EVENTS = 160;
    static final int LIMITS = 164;
    static final int FAULTS = 168;
    static final int STRIDE_PCT = 172;
    static final int RHYTHM_PCT = 176;
    static final int MODE = 180;
    static final int PHASE = 181;
    static final int SOURCE = 182;
    static final int BURST_START = 183;
    static final int HEARTBEAT = 184;
    static final int WALKING = 185;
    static final int BURST = 186;

    static final int IMU_TIME_NS = 0;
    static final int GYRO_X_DPS = 8;
    static final int GYRO_Y_DPS = 12;
    static final int GYRO_Z_DPS = 16;
    static final int ACC_X_MPS2 = 20;
    static final int ACC_Y_MPS2 = 24;
    static final int ACC_Z_MPS2 = 28;
    static final int IMU_SITE = 32;
    static final int IMU_VALID = 33;

    static final int HEEL_TIME_NS = 0;
    static final int HEEL_VALID = 8;
    static final int HEEL_LOADED = 9;

    static final int EVENT_COUNT = 4;
    static final int CHANNELS = 2;

    static {
        if (GaitEvent.values().length != EVENT_COUNT || Stimulator.MAX_CHANNELS != CHANNELS) {
            throw new ExceptionInInitializerError("the tick layout holds " + EVENT_COUNT + " events and " + CHANNELS
                    + " channels: a change of either needs a new layout version");
        }
    }

    private TickRecord() {}

    /** Bytes of a record with that many samples. */
    public static int length(int imuCount, int heelCount) {
        return SLOTS_OFFSET + imuCount * IMU_SLOT + heelCount * HEEL_SLOT;
    }

    /** Where IMU slot {@code index} begins, from the start of the record. */
    public static int imuOffset(int index) {
        return SLOTS_OFFSET + index * IMU_SLOT;
    }

    /** Where heel slot {@code index} begins, from the start of the record. */
    public static int heelOffset(int index, int imuCount) {
        return SLOTS_OFFSET + imuCount * IMU_SLOT + index * HEEL_SLOT;
    }
}
