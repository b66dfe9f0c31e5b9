package org.footlift.config;

/**
 * The sensors and how they are worn.
 *
 * @param heelSwitch whether a heel switch is worn
 * @param footImu the IMU on the foot
 * @param shankImu the IMU on the shank
 */
public record SensorSettings(
        @Setting("Whether a heel switch is worn.") boolean heelSwitch,
        @Setting("The IMU on the foot or shoe.") ImuSettings footImu,
        @Setting("The IMU on the shank.") ImuSettings shankImu) implements Settings.Part {

    /** Heel switch and foot IMU. */
    public static final SensorSettings DEFAULT = new SensorSettings(true, ImuSettings.DEFAULT,
            new ImuSettings(false, 100, ImuSettings.Axis.Y, ImuSettings.Sign.POSITIVE));

    /** Checks itself. */
    public SensorSettings {
        Ranges.check(SensorSettings.class, heelSwitch, footImu, shankImu);
    }
}
