package org.footlift.hal.imu;

import java.util.List;
import org.footlift.hal.imu.SetupStep.Configure;
import org.footlift.hal.imu.SetupStep.Identify;
import org.footlift.hal.imu.SetupStep.Wait;
import org.footlift.hal.imu.SetupStep.Write;

/**
 * ICM-20948 without its magnetometer, which indoor steel disturbs, after the data sheet. Its registers lie in banks; it measures in bank 0, and
 * that bank is chosen before anything is asked, for an earlier program may have left another.
 */
final class Icm20948 {
    private static final int BANK = 0x7F;
    private static final int BANK_0 = 0x00;
    private static final int BANK_2 = 0x20;

    private static final int WHO_AM_I = 0x00;
    private static final int PWR_MGMT_1 = 0x06;
    private static final int PWR_MGMT_2 = 0x07;
    private static final int INT_ENABLE_1 = 0x11;
    private static final int INT_STATUS_1 = 0x1A;
    private static final int ACCEL_XOUT = 0x2D;

    private static final int GYRO_SMPLRT_DIV = 0x00;
    private static final int GYRO_CONFIG_1 = 0x01;
    private static final int ACCEL_SMPLRT_DIV_1 = 0x10;
    private static final int ACCEL_SMPLRT_DIV_2 = 0x11;
    private static final int ACCEL_CONFIG = 0x14;

    private static final int RESET = 0x80;
    private static final int AWAKE = 0x01;
    private static final int ALL_AXES = 0x00;
    private static final int DATA_READY = 0x01;
    /** Filter 3, 50 Hz, in bits 5 to 3; on, bit 0. */
    private static final int FILTER_ON = (3 << 3) | 1;
    private static final int BASE_HZ = 1_125;
    private static final long RESET_NS = 100_000_000;
    private static final long WAKE_NS = 30_000_000;

    private Icm20948() {}

    static ChipSheet sheet(double rateHz, ImuRange range) {
        int divider = Mpu6050.divider(BASE_HZ, rateHz);
        Configure bank = new Configure(BANK, BANK_0);
        Configure awake = new Configure(PWR_MGMT_1, AWAKE);
        Configure axes = new Configure(PWR_MGMT_2, ALL_AXES);
        Configure ready = new Configure(INT_ENABLE_1, DATA_READY);
        return new ChipSheet(WHO_AM_I, List.of(0xEA),
                List.of(new Write(BANK, BANK_0), new Identify(), new Write(PWR_MGMT_1, RESET), new Wait(RESET_NS),
                        awake,
                        new Wait(WAKE_NS), axes, ready, new Configure(BANK, BANK_2),
                        new Configure(GYRO_SMPLRT_DIV, divider),
                        new Configure(GYRO_CONFIG_1, FILTER_ON | (range.gyroIndex() << 1)),
                        new Configure(ACCEL_SMPLRT_DIV_1, 0), new Configure(ACCEL_SMPLRT_DIV_2, divider),
                        new Configure(ACCEL_CONFIG, FILTER_ON | (range.accIndex() << 1)), bank,
                        new Wait(ChipSheet.SETTLING_NS)),
                List.of(bank, awake, axes, ready), INT_STATUS_1, DATA_READY, ACCEL_XOUT, 12, 6, 0, true,
                1 / Mpu6050.STEPS_PER_DPS[range.gyroIndex()], range.accG() / Mpu6050.STEPS_PER_SIDE,
                (double) BASE_HZ / (divider + 1));
    }
}
