package org.footlift.hal.imu;

import java.util.List;
import org.footlift.hal.imu.SetupStep.Configure;
import org.footlift.hal.imu.SetupStep.ConfigureUnless;
import org.footlift.hal.imu.SetupStep.Identify;
import org.footlift.hal.imu.SetupStep.Wait;
import org.footlift.hal.imu.SetupStep.Write;

/** MPU-6050, and MPU-6500, 9250 and 9255 without their magnetometer, after the maker's register maps. */
final class Mpu6050 {
    private static final int SMPLRT_DIV = 0x19;
    private static final int CONFIG = 0x1A;
    private static final int GYRO_CONFIG = 0x1B;
    private static final int ACCEL_CONFIG = 0x1C;
    /** Free fall on the MPU-6050, which must not be written. */
    private static final int ACCEL_CONFIG_2 = 0x1D;
    private static final int INT_ENABLE = 0x38;
    private static final int INT_STATUS = 0x3A;
    private static final int ACCEL_XOUT = 0x3B;
    private static final int SIGNAL_PATH_RESET = 0x68;
    private static final int PWR_MGMT_1 = 0x6B;
    private static final int WHO_AM_I = 0x75;

    private static final int ID_6050 = 0x68;
    private static final int ID_6500 = 0x70;
    private static final int ID_9250 = 0x71;
    private static final int ID_9255 = 0x73;

    private static final int RESET = 0x80;
    private static final int RESET_PATHS = 0x07;
    /** Awake, on the clock of the gyroscope, which is steadier than the chip's own. */
    private static final int AWAKE = 0x01;
    private static final int DATA_READY = 0x01;
    /** 44 Hz, 5 ms late: the best choice for gait. */
    private static final int FILTER = 3;
    private static final int RANGE_SHIFT = 3;
    private static final int BASE_HZ = 1_000;
    private static final long RESET_NS = 100_000_000;
    private static final long WAKE_NS = 10_000_000;
    /** Steps for a degree per second, of each range as its maker rounds it. */
    static final double[] STEPS_PER_DPS = {131, 65.5, 32.8, 16.4};
    static final double STEPS_PER_SIDE = 32_768;

    private Mpu6050() {}

    static ChipSheet sheet(double rateHz, ImuRange range) {
        int divider = divider(BASE_HZ, rateHz);
        Configure awake = new Configure(PWR_MGMT_1, AWAKE);
        Configure filter = new Configure(CONFIG, FILTER);
        Configure rate = new Configure(SMPLRT_DIV, divider);
        Configure gyro = new Configure(GYRO_CONFIG, range.gyroIndex() << RANGE_SHIFT);
        Configure acc = new Configure(ACCEL_CONFIG, range.accIndex() << RANGE_SHIFT);
        Configure ready = new Configure(INT_ENABLE, DATA_READY);
        return new ChipSheet(WHO_AM_I, List.of(ID_6050, ID_6500, ID_9250, ID_9255),
                List.of(new Identify(), new Write(PWR_MGMT_1, RESET), new Wait(RESET_NS),
                        new Write(SIGNAL_PATH_RESET, RESET_PATHS), new Wait(RESET_NS), awake, new Wait(WAKE_NS), filter,
                        rate, gyro, acc, new ConfigureUnless(ID_6050, ACCEL_CONFIG_2, FILTER), ready,
                        new Wait(ChipSheet.SETTLING_NS)),
                List.of(awake, filter, rate, gyro, acc, ready), INT_STATUS, DATA_READY, ACCEL_XOUT, 14, 8, 0, true,
                1 / STEPS_PER_DPS[range.gyroIndex()], range.accG() / STEPS_PER_SIDE,
                (double) BASE_HZ / (divider + 1));
    }

    /** For the slowest rate, of those that are {@code baseHz} divided by 1 to 256, that is not below {@code rateHz}. */
    static int divider(int baseHz, double rateHz) {
        return Math.clamp((int) (baseHz / rateHz) - 1, 0, 0xFF);
    }
}
