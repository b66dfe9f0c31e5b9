package org.footlift.config;

/**
 * The control loop.
 *
 * @param rateHz ticks per second
 */
public record LoopSettings(
        @Setting(value = "Ticks per second. The pulse period is rounded up to whole ticks.", unit = "hertz", min = 100, max = 1000) int rateHz)
        implements
            Settings.Part {

    /** 200 Hz. */
    public static final LoopSettings DEFAULT = new LoopSettings(200);

    /** Checks itself. */
    public LoopSettings {
        Ranges.check(LoopSettings.class, rateHz);
    }

    /** Nanoseconds from tick to tick. */
    public long periodNs() {
        return 1_000_000_000L / rateHz;
    }

    /**
     * Ticks from pulse to pulse at a frequency: rounded up, so that no channel is ever faster than it was set.
     *
     * @param frequencyHz pulses per second, above 0
     */
    public int pulsePeriodTicks(int frequencyHz) {
        return Math.ceilDiv(rateHz, frequencyHz);
    }
}
