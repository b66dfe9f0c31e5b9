package org.footlift.config;

/**
 * The wiring of a Raspberry Pi.
 *
 * @param heelSwitchGpio input of the heel switch
 * @param heartbeatGpio output of the heartbeat line
 * @param i2cBus bus of the IMU
 * @param imu model of the IMU
 * @param imuAddress its address on the bus
 */
public record PiSettings(
        @Setting(value = "GPIO (BCM number) of the heel switch, high while the heel is loaded or the lead is broken.", min = 0, max = 27) int heelSwitchGpio,
        @Setting(value = "GPIO (BCM number) of the heartbeat line to the output stage.", min = 0, max = 27) int heartbeatGpio,
        @Setting(value = "Number of the I2C bus.", min = 0, max = 20) int i2cBus,
        @Setting("Model of the IMU.") ImuModel imu,
        @Setting(value = "Address of the IMU on the bus.", hex = true, min = 0x08, max = 0x77) int imuAddress) {

    /** IMUs a profile may name. */
    public enum ImuModel {
        /** STMicroelectronics LSM6DSO and LSM6DSOX. */
        LSM6DSO,
        /** InvenSense MPU-6050 family. */
        MPU6050,
        /** InvenSense ICM-20948. */
        ICM20948
    }

    /** Common wiring. */
    public static final PiSettings DEFAULT = new PiSettings(17, 27, 1, ImuModel.LSM6DSO, 0x6A);

    /** Checks itself. */
    public PiSettings {
        Ranges.check(PiSettings.class, heelSwitchGpio, heartbeatGpio, i2cBus, imu, imuAddress);
    }
}
