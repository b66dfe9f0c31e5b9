package org.footlift.hal.imu;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.footlift.hal.Clock;

/** MPU-6050 and its kin, and the ICM-20948: asleep at power-up, high byte first, the accelerometer first. */
final class FakeInvenSense extends FakeChip {
    private static final long RESET_NS = 60_000_000;
    private final boolean banked;
    private final int[][] banks = new int[4][0x80];
    private int bank;
    private long resetUntilNs;

    private FakeInvenSense(boolean banked, int identity, Clock clock, LongConsumer pass) {
        super(identity, clock, pass);
        this.banked = banked;
        powerUp();
    }

    static FakeInvenSense mpu(int identity, Clock clock, LongConsumer pass) {
        return new FakeInvenSense(false, identity, clock, pass);
    }

    static FakeInvenSense icm(Clock clock, LongConsumer pass) {
        return new FakeInvenSense(true, 0xEA, clock, pass);
    }

    @Override
    void powerUp() {
        for (int[] each : banks) {
            Arrays.fill(each, 0);
        }
        bank = 0;
        banks[0][power()] = banked ? 0x41 : 0x40;
        banks[2][0x01] = 0x01;
        banks[2][0x14] = 0x01;
    }

    /** As an earlier program may have left it. */
    void leaveInBank(int left) {
        bank = left;
    }

    private int power() {
        return banked ? 0x06 : 0x6B;
    }

    @Override
    double rateHz() {
        int[] two = banks[2];
        if ((banks[0][power()] & 0x40) != 0) {
            return 0;
        }
        if (banked) {
            boolean equal = two[0x00] == (two[0x10] << 8 | two[0x11]);
            return equal && (two[0x01] & two[0x14] & 1) != 0 ? 1125.0 / (1 + two[0x00]) : 0;
        }
        int filter = banks[0][0x1A];
        return (filter == 0 || filter == 7 ? 8000.0 : 1000.0) / (1 + banks[0][0x19]);
    }

    @Override
    double gyroStepsPerDps() {
        int range = banked ? banks[2][0x01] >> 1 & 3 : banks[0][0x1B] >> 3 & 3;
        return new double[]{131, 65.5, 32.8, 16.4}[range];
    }

    @Override
    double accStepsPerG() {
        int range = banked ? banks[2][0x14] >> 1 & 3 : banks[0][0x1C] >> 3 & 3;
        return 16384 >> range;
    }

    @Override
    boolean isData(int register) {
        return banked ? bank == 0 && register >= 0x2D && register <= 0x3A : register >= 0x3B && register <= 0x48;
    }

    private int dataByte(int register) {
        int at = register - (banked ? 0x2D : 0x3B);
        int temperature = banked ? 12 : 6;
        if (at < 6) {
            return data(6 + at);
        }
        if (at >= temperature && at < temperature + 2) {
            return 0x0F;
        }
        return data(at - (banked ? 6 : 8));
    }

    @Override
    int get(int register) {
        if (clock.timeNs() < resetUntilNs) {
            return 0;
        }
        if (register == 0x7F) {
            return bank << 4;
        }
        if (register == (banked ? 0x00 : 0x75) && bank == 0) {
            return identity;
        }
        if (register == (banked ? 0x1A : 0x3A) && bank == 0) {
            boolean ready = fresh && (banks[0][banked ? 0x11 : 0x38] & 1) != 0;
            fresh = false;
            return ready ? 1 : 0;
        }
        if (isData(register)) {
            return rateHz() == 0 ? 0 : dataByte(register);
        }
        return banks[bank][register];
    }

    @Override
    void set(int register, int value) {
        if (clock.timeNs() < resetUntilNs) {
            return;
        }
        if (banked && register == 0x7F) {
            bank = value >> 4 & 3;
        } else if (bank == 0 && register == power() && (value & 0x80) != 0) {
            powerCut();
            resetUntilNs = clock.timeNs() + RESET_NS;
        } else {
            banks[bank][register] = value;
        }
    }
}
