package org.footlift.hal.imu;

import org.jspecify.annotations.Nullable;

/**
 * Sets a WitMotion sensor to the wanted rate and content: commands without an answer, apart by more than it needs to take each, then questions
 * for what it has kept. Older sensors do not answer; whether they do as they were told then shows in the rate of their samples alone. Nothing is
 * saved in the sensor, whose memory wears out and whose owner may use it elsewhere. Time is passed in; allocates nothing.
 */
final class WitSetup {
    /** The sensor loses commands that come faster. */
    static final long APART_NS = 110_000_000;
    /** An answer that has not come by then will not come. */
    static final long ANSWER_NS = 300_000_000;

    private static final int UNLOCK = 0x69;
    private static final int UNLOCK_KEY = 0xB588;
    private static final int READ = 0x27;
    private static final int CONTENT = 0x02;
    private static final int RATE = 0x03;
    private static final int BANDWIDTH = 0x1F;
    /** Accelerometer and gyroscope; with more the line would be slower. */
    private static final int ACC_AND_GYRO = 0x06;
    /** 42 Hz; a narrower one is later. */
    private static final int BANDWIDTH_42_HZ = 3;
    private static final int[] RATES_HZ = {10, 20, 50, 100, 200};
    private static final int[] RATE_CODES = {0x06, 0x07, 0x08, 0x09, 0x0B};

    private final int[] registers;
    private final int[] values;
    private final byte[] command = {(byte) 0xFF, (byte) 0xAA, 0, 0, 0};
    private final int rateCode;
    private final double rateHz;
    private int step;
    private long dueNs;
    private long earliestNs = Long.MIN_VALUE;
    private boolean asking;
    private boolean kept = true;

    /** For the slowest rate that is not below {@code rateHz}, which is at most {@link #fastestHz()}. */
    WitSetup(double rateHz) {
        int rate = 0;
        while (RATES_HZ[rate] < rateHz) {
            rate++;
        }
        this.rateHz = RATES_HZ[rate];
        rateCode = RATE_CODES[rate];
        registers = new int[]{UNLOCK, CONTENT, RATE, BANDWIDTH, READ, READ};
        values = new int[]{UNLOCK_KEY, ACC_AND_GYRO, rateCode, BANDWIDTH_42_HZ, CONTENT, BANDWIDTH};
    }

    static double fastestHz() {
        return RATES_HZ[RATES_HZ.length - 1];
    }

    /** Sets of samples a second. */
    double rateHz() {
        return rateHz;
    }

    /** Everything once more. */
    void begin(long nowNs) {
        step = 0;
        dueNs = Math.max(nowNs, earliestNs);
        asking = false;
        kept = true;
    }

    /** True when there is nothing left to say or to wait for. */
    boolean over(long nowNs) {
        return step == registers.length && (!asking || nowNs >= dueNs);
    }

    /** The command that is due now, 5 bytes that are reused; null for none. */
    byte @Nullable [] command(long nowNs) {
        if (step == registers.length || nowNs < dueNs) {
            return null;
        }
        command[2] = (byte) registers[step];
        command[3] = (byte) values[step];
        command[4] = (byte) (values[step] >> Byte.SIZE);
        asking = registers[step] == READ;
        earliestNs = nowNs + APART_NS;
        dueNs = asking ? nowNs + ANSWER_NS : earliestNs;
        step++;
        return command;
    }

    /** Takes the answer to a question. */
    void answer(WitFrames frame, long nowNs) {
        if (!asking) {
            return;
        }
        if (values[step - 1] == CONTENT) {
            kept &= frame.word(0) == ACC_AND_GYRO && frame.word(1) == rateCode;
        } else {
            kept &= frame.word(0) == BANDWIDTH_42_HZ;
        }
        asking = false;
        dueNs = Math.max(nowNs, earliestNs);
    }

    /** False when the sensor has said that it is set otherwise. */
    boolean kept() {
        return kept;
    }
}
