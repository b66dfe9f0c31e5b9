package org.footlift.config;

/**
 * One IMU on a Raspberry Pi.
 *
 * @param model what it is
 * @param address its address on the I2C bus
 * @param port serial port of a WitMotion sensor
 */
public record PiImuSettings(
        @Setting("Model of the IMU. All are on the I2C bus but witmotion, which is on a serial port.") Model model,
        @Setting(value = "Address of the IMU on the I2C bus.", hex = true, min = 0x08, max = 0x77) int address,
        @Setting("Serial port of a witmotion sensor. Not read for the others.") String port) {

    /** IMUs a profile may name. */
    public enum Model {
        /** STMicroelectronics LSM6DSO and LSM6DSOX. */
        LSM6DSO,
        /** InvenSense MPU-6050 family. */
        MPU6050,
        /** InvenSense ICM-20948. */
        ICM20948,
        /** WitMotion WT901 and its kin. */
        WITMOTION
    }

    /** Checks itself. */
    public PiImuSettings {
        Ranges.check(PiImuSettings.class, model, address, port);
    }

    static PiImuSettings at(int address) {
        return new PiImuSettings(Model.LSM6DSO, address, "/dev/ttyUSB0");
    }

    /** True when it is on the I2C bus. */
    public boolean onI2c() {
        return model != Model.WITMOTION;
    }
}
