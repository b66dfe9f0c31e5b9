package org.footlift.config;

/**
 * The IMU detectors. Everything else they need they learn from the wearer's own strides.
 *
 * @param swingRateDps smallest swing peak that counts as a step
 * @param minSwingMs shortest swing
 * @param minStanceMs shortest stance
 */
public record ImuDetectorSettings(
        @Setting(value = "Smallest peak of the swing rate that counts as a step. A slow hemiparetic swing peaks at 50.", unit = "degrees per second", min = 20, max = 300) int swingRateDps,
        @Setting(value = "Shortest swing.", unit = "milliseconds", min = 80, max = 500) int minSwingMs,
        @Setting(value = "Shortest stance.", unit = "milliseconds", min = 80, max = 1000) int minStanceMs) {

    /** For anyone. */
    public static final ImuDetectorSettings DEFAULT = new ImuDetectorSettings(30, 150, 150);

    /** Checks itself. */
    public ImuDetectorSettings {
        Ranges.check(ImuDetectorSettings.class, swingRateDps, minSwingMs, minStanceMs);
    }
}
