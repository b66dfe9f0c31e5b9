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
 *       0  uint32  layout           input part                           56  int64[4] eventTimeNs      output part
 *       4  uint32  imuCount                                              88  int64[2] pulseExpiresNs
 *       8  int64   tick                                                 104  int32[2] pulseAmplitudeUa
 *      16  int64   timeNs                                               112  int32[2] pulseWidthUs
 *      24  int64   lateNs                                               120  int32[2] recoveryAmplitudeUa
 *      32  uint32  heelCount                                            128  int32[2] recoveryWidthUs
 *      36  int32   skippedPeriods                                       136  int32    strides
 *      40  int32   maxAmplitudeUa   (stimulator)                        140  int32    strideMs
 *      44  int32   maxPulseWidthUs  (stimulator)                        144  int32    levelPct
 *      48  uint8   condition        (stimulator)                        148  int32    bursts
 *      49  uint8   request                                              152  int32    events   (bits)
 *      50  bool    stop                                                 156  int32    limits   (bits)
 *      51  bool    startButton                                          160  int32    faults   (bits)
 *      52  bool    pauseButton                                          164  int32    stridePct
 *      53  bool    upButton                                             168  int32    rhythmPct
 *      54  bool    downButton                                           172  uint8    mode
 *      55  bool    testButton                                           173  uint8    phase
 *                                                                       174  uint8    source
 *                                                                       175  uint8    burstStart
 *                                                                       176  bool     heartbeat
 *                                                                       177  bool     walking
 *     184  imuCount slots of 40 bytes, then                             178  bool     burst
 *          heelCount slots of 16 bytes                                  179  5 bytes of zero
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
    public static final int HEADER_LENGTH = 179;
    /** Where the first slot begins. */
    public static final int SLOTS_OFFSET = 184;
    /** Where the output part begins; it ends at {@link #HEADER_LENGTH}. */
    public static final int OUTPUT_OFFSET = 56;
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
    static final int CONDITION = 48;
    static final int REQUEST = 49;
    static final int STOP = 50;
    static final int START_BUTTON = 51;
    static final int PAUSE_BUTTON = 52;
    static final int UP_BUTTON = 53;
    static final int DOWN_BUTTON = 54;
    static final int TEST_BUTTON = 55;

    static final int EVENT_TIME_NS = OUTPUT_OFFSET;
    static final int PULSE_EXPIRES_NS = 88;
    static final int PULSE_AMPLITUDE_UA = 104;
    static final int PULSE_WIDTH_US = 112;
    static final int RECOVERY_AMPLITUDE_UA = 120;
    static final int RECOVERY_WIDTH_US = 128;
    static final int STRIDES = 136;
    static final int STRIDE_MS = 140;
    static final int LEVEL_PCT = 144;
    static final int BURSTS = 148;
    static final int EVENTS = 152;
    static final int LIMITS = 156;
    static final int FAULTS = 160;
    static final int STRIDE_PCT = 164;
    static final int RHYTHM_PCT = 168;
    static final int MODE = 172;
    static final int PHASE = 173;
    static final int SOURCE = 174;
    static final int BURST_START = 175;
    static final int HEARTBEAT = 176;
    static final int WALKING = 177;
    static final int BURST = 178;

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
