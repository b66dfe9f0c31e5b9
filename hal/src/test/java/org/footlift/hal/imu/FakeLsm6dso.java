package org.footlift.hal.imu;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.footlift.hal.Clock;

/** An LSM6DSO. */
final class FakeLsm6dso extends FakeChip {
    private static final long RESET_NS = 700_000;
    private final int[] registers = new int[0x80];
    private long resetUntilNs;
    boolean resetNeverEnds;

    FakeLsm6dso(Clock clock, LongConsumer pass) {
        super(0x6C, clock, pass);
        powerUp();
    }

    @Override
    void powerUp() {
        Arrays.fill(registers, 0);
        registers[0x12] = 0x04;
        registers[0x18] = 0xE0;
    }

    @Override
    double rateHz() {
        double[] rates = {0, 12.5, 26, 52, 104, 208, 416, 833, 1667, 3333, 6667, 0, 0, 0, 0, 0};
        int acc = registers[0x10] >> 4;
        return acc == registers[0x11] >> 4 ? rates[acc] : 0;
    }

    @Override
    double gyroStepsPerDps() {
        return 1000 / new double[]{8.75, 4.375, 17.5, 4.375, 35, 4.375, 70, 4.375}[registers[0x11] >> 1 & 7];
    }

    @Override
    double accStepsPerG() {
        return 1000 / new double[]{0.061, 0.488, 0.122, 0.244}[registers[0x10] >> 2 & 3];
    }

    @Override
    boolean isData(int register) {
        return register >= 0x22 && register <= 0x2D;
    }

    @Override
    int next(int register) {
        return (registers[0x12] & 0x04) == 0 ? register : register + 1;
    }

    @Override
    int get(int register) {
        if (register == 0x0F) {
            return identity;
        }
        if (register == 0x12 && (resetNeverEnds || clock.timeNs() < resetUntilNs)) {
            return registers[0x12] | 0x01;
        }
        if (register == 0x1E) {
            return fresh ? 0x03 : 0;
        }
        if (isData(register)) {
            fresh = false;
            return data(register - 0x22 ^ 1); // low byte first
        }
        return registers[register];
    }

    @Override
    void set(int register, int value) {
        if (register == 0x12 && (value & 1) != 0) {
            powerCut();
            resetUntilNs = clock.timeNs() + RESET_NS;
        } else {
            registers[register] = value;
        }
    }
}
