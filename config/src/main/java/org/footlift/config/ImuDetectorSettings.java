package org.footlift.config;

/**
 * The IMU detectors. Thresholds are shares of the wearer's own recent strides; the smallest amplitude keeps them off noise.
 *
 * @param heelOffSharePct share of the push-off peak at which the heel is off
 * @param swingRateDps smallest swing peak that counts as a step
 * @param minSwingMs shortest swing
 * @param minStanceMs shortest stance
 */
public record ImuDetectorSettings(
        @Setting(value = "Share of the wearer's push-off peak at which the heel counts as off.", unit = "percent", min = 2, max = 60) int heelOffSharePct,
        @Setting(value = "Smallest peak of the swing rate that counts as a step.", unit = "degrees per second", min = 20, max = 300) int swingRateDps,
        @Setting(value = "Shortest swing.", unit = "milliseconds", min = 80, max = 500) int minSwingMs,
        @Setting(value = "Shortest stance.", unit = "milliseconds", min = 80, max = 1000) int minStanceMs) {

    /** For anyone. */
    public static final ImuDetectorSettings DEFAULT = new ImuDetectorSettings(12, 60, 150, 150);

    /** Checks itself. */
    public ImuDetectorSettings {
        Ranges.check(ImuDetectorSettings.class, heelOffSharePct, swingRateDps, minSwingMs, minStanceMs);
    }
}
