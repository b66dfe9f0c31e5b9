package org.footlift.config;

/**
 * How gait events are found.
 *
 * @param sensors which sensors decide
 * @param heel the heel switch detector
 * @param imu the IMU detectors
 */
public record DetectorSettings(
        @Setting("Which sensors decide: heel switch alone, IMU alone, or both watching each other.") Choice sensors,
        @Setting("The heel switch detector.") HeelDetectorSettings heel,
        @Setting("The IMU detectors.") ImuDetectorSettings imu) implements Settings.Part {

    /** Which sensors decide. */
    public enum Choice {
        /** The heel switch alone. */
        HEEL,
        /** The IMU alone (the foot's, when both are worn). */
        IMU,
        /** The heel switch, and the IMU when that cannot be trusted. */
        FUSED
    }

    /** Fused. */
    public static final DetectorSettings DEFAULT = new DetectorSettings(Choice.FUSED, HeelDetectorSettings.DEFAULT,
            ImuDetectorSettings.DEFAULT);

    /** Checks itself. */
    public DetectorSettings {
        Ranges.check(DetectorSettings.class, sensors, heel, imu);
    }
}
