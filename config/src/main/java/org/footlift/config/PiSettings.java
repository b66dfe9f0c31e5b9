package org.footlift.config;

/**
 * The wiring of a Raspberry Pi.
 *
 * @param heelSwitchGpio input of the heel switch
 * @param heartbeatGpio output of the heartbeat line
 * @param i2cBus bus of the IMU
 * @param imu model of the IMU
 * @param imuAddress its address on the bus
 * @param stimulator protocol of the stimulator
 * @param stimulatorPort its serial port
 */
public record PiSettings(
        @Setting(value = "GPIO (BCM number) of the heel switch, high while the heel is loaded or the lead is broken.", min = 0, max = 27) int heelSwitchGpio,
        @Setting(value = "GPIO (BCM number) of the heartbeat line to the output stage.", min = 0, max = 27) int heartbeatGpio,
        @Setting(value = "Number of the I2C bus.", min = 0, max = 20) int i2cBus,
        @Setting("Model of the IMU.") ImuModel imu,
        @Setting(value = "Address of the IMU on the bus.", hex = true, min = 0x08, max = 0x77) int imuAddress,
        @Setting("Protocol of the stimulator.") StimulatorModel stimulator,
        @Setting("Serial port of the stimulator.") String stimulatorPort) {

    /** IMUs a profile may name. */
    public enum ImuModel {
        /** STMicroelectronics LSM6DSO and LSM6DSOX. */
        LSM6DSO,
        /** InvenSense MPU-6050 family. */
        MPU6050,
        /** InvenSense ICM-20948. */
        ICM20948
    }

    /** Stimulator protocols a profile may name. */
    public enum StimulatorModel {
        /** HASOMED P24. */
        SCIENCEMODE4,
        /** HASOMED RehaMove3. */
        SCIENCEMODE3,
        /** HASOMED RehaStim2. */
        SCIENCEMODE2,
        /** openEMSstim with a TENS unit. */
        OPENEMSSTIM
    }

    /** Common wiring. */
    public static final PiSettings DEFAULT = new PiSettings(17, 27, 1, ImuModel.LSM6DSO, 0x6A,
            StimulatorModel.SCIENCEMODE4, "/dev/ttyUSB0");

    /** Checks itself. */
    public PiSettings {
        Ranges.check(PiSettings.class, heelSwitchGpio, heartbeatGpio, i2cBus, imu, imuAddress, stimulator,
                stimulatorPort);
    }
}
