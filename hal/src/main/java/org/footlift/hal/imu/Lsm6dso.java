package org.footlift.hal.imu;

import java.util.List;
import org.footlift.hal.imu.SetupStep.AwaitClear;
import org.footlift.hal.imu.SetupStep.Configure;
import org.footlift.hal.imu.SetupStep.Identify;
import org.footlift.hal.imu.SetupStep.SetBits;
import org.footlift.hal.imu.SetupStep.Wait;
import org.footlift.hal.imu.SetupStep.Write;

/** LSM6DSO and LSM6DSOX, after the data sheet and the maker's own driver (stm32duino/lsm6dso-pid). */
final class Lsm6dso {
    private static final int WHO_AM_I = 0x0F;
    private static final int CTRL1_XL = 0x10;
    private static final int CTRL2_G = 0x11;
    private static final int CTRL3_C = 0x12;
    private static final int CTRL9_XL = 0x18;
    private static final int STATUS = 0x1E;
    private static final int OUT_GYRO = 0x22;

    private static final int RESET = 0x01;
    private static final long RESET_WITHIN_NS = 50_000_000;
    /** Both bytes of a value are of one measurement, and the register address counts on by itself. */
    private static final int BLOCK_UPDATE_AND_INCREMENT = 0x44;
    private static final int I3C_OFF = 0x02;
    private static final int BOTH_READY = 0x03;

    /** Rates by their code, which begins at 1. */
    private static final double[] RATES_HZ = {12.5, 26, 52, 104, 208, 416, 833, 1_667, 3_333, 6_667};
    /** Codes of 2, 4, 8 and 16 g; not in order, and 1 is the widest. */
    private static final int[] ACC_CODES = {0, 2, 3, 1};

    private Lsm6dso() {}

    static ChipSheet sheet(double rateHz, ImuRange range) {
        int rate = 0;
        while (RATES_HZ[rate] < rateHz) {
            rate++;
        }
        Configure general = new Configure(CTRL3_C, BLOCK_UPDATE_AND_INCREMENT);
        Configure acc = new Configure(CTRL1_XL, ((rate + 1) << 4) | (ACC_CODES[range.accIndex()] << 2));
        Configure gyro = new Configure(CTRL2_G, ((rate + 1) << 4) | (range.gyroIndex() << 2)); // 0, 2, 4, 6 in bits 3 to 1
        return new ChipSheet(WHO_AM_I, List.of(0x6C),
                List.of(new Identify(), new Write(CTRL3_C, RESET), new AwaitClear(CTRL3_C, RESET, RESET_WITHIN_NS),
                        general, new SetBits(CTRL9_XL, I3C_OFF), acc, gyro, new Wait(ChipSheet.SETTLING_NS)),
                List.of(general, acc, gyro), STATUS, BOTH_READY, OUT_GYRO, 12, 0, 6, false,
                range.gyroDps() / 500.0 * 17.5e-3, range.accG() / 2.0 * 0.061e-3, RATES_HZ[rate]);
    }
}
