package org.footlift.config;

/**
 * The heel switch detector.
 *
 * @param debounceMs how long a level must hold before it counts
 * @param trigger what starts a burst
 * @param minStanceMs how long the heel must carry load to count as a stance
 * @param stuckMs how long without an edge, while the IMU walks, before the switch is called stuck
 */
public record HeelDetectorSettings(
        @Setting(value = "How long a level must hold before it counts. Adds to the latency.", unit = "milliseconds", min = 0, max = 50) int debounceMs,
        @Setting("What starts a burst: the heel of the stimulated leg rising, or the heel of the other leg striking.") Trigger trigger,
        @Setting(value = "How long the heel must carry load to count as a valid stance.", unit = "milliseconds", min = 20, max = 1000) int minStanceMs,
        @Setting(value = "Without an edge for this long, while the IMU sees strides, the switch is called stuck.", unit = "milliseconds", min = 1000, max = 20_000) int stuckMs) {

    /** What starts a burst. */
    public enum Trigger {
        /** The switch is under the stimulated leg's heel; the heel rising starts a burst. */
        RISE,
        /** The switch is under the other leg's heel; its strike starts a burst. */
        STRIKE
    }

    /** 10 ms outlasts most bounce (PLATFORM notes: 5 to 10 ms). */
    public static final HeelDetectorSettings DEFAULT = new HeelDetectorSettings(10, Trigger.RISE, 80, 4_000);

    /** Checks itself. */
    public HeelDetectorSettings {
        Ranges.check(HeelDetectorSettings.class, debounceMs, trigger, minStanceMs, stuckMs);
    }
}
