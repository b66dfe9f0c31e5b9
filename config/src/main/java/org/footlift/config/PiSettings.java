package org.footlift.config;

/**
 * The wiring of a Raspberry Pi.
 *
 * @param heartbeatGpio output of the heartbeat line
 * @param i2cBus bus of every chip on I2C
 * @param heel the heel sensor
 * @param footImu the IMU on the foot
 * @param shankImu the IMU on the shank
 * @param panel buttons, lights and sound
 */
public record PiSettings(
        @Setting(value = "GPIO (BCM number) of the heartbeat line to the output stage.", min = 0, max = 27) int heartbeatGpio,
        @Setting(value = "Number of the I2C bus, for every chip on I2C.", min = 0, max = 20) int i2cBus,
        @Setting("The heel sensor. Read when sensors.heel_switch is true.") PiHeelSettings heel,
        @Setting("The IMU on the foot or shoe. Read when it is worn.") PiImuSettings footImu,
        @Setting("The IMU on the shank. Read when it is worn.") PiImuSettings shankImu,
        @Setting("Buttons to ground, lights, sound and vibration. -1 is not wired.") PiPanelSettings panel) {

    /** Common wiring. */
    public static final PiSettings DEFAULT = new PiSettings(27, 1, PiHeelSettings.DEFAULT, PiImuSettings.at(0x6A),
            PiImuSettings.at(0x6B), PiPanelSettings.DEFAULT);

    /** Checks itself. */
    public PiSettings {
        Ranges.check(PiSettings.class, heartbeatGpio, i2cBus, heel, footImu, shankImu, panel);
    }

    /** True when something that is worn is on the I2C bus. */
    public boolean usesI2c(SensorSettings sensors) {
        return (sensors.footImu().worn() && footImu.onI2c()) || (sensors.shankImu().worn() && shankImu.onI2c())
                || (sensors.heelSwitch() && heel.kind() == PiHeelSettings.Kind.FSR_ADS1115);
    }
}
