package org.footlift.hal.imu;

/** Inertial sensors that can be read. */
public enum ImuModel {
    /** STMicroelectronics LSM6DSO and LSM6DSOX, on I2C at 0x6A or 0x6B. */
    LSM6DSO("LSM6DSO"),
    /** InvenSense MPU-6050, MPU-6500, MPU-9250 and MPU-9255, on I2C at 0x68 or 0x69. */
    MPU6050("MPU-6050"),
    /** InvenSense ICM-20948, on I2C at 0x68 or 0x69. */
    ICM20948("ICM-20948"),
    /** WitMotion WT901 and its kin, on a serial port. */
    WITMOTION("WitMotion WT901");

    private final String label;

    ImuModel(String label) {
        this.label = label;
    }

    /** What its maker calls it. */
    public String label() {
        return label;
    }
}
