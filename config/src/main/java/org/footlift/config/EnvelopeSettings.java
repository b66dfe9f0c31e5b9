package org.footlift.config;

/**
 * How a burst rises, lasts and falls.
 *
 * @param delayMs from heel off to the first pulse
 * @param risingMs from the first pulse to the plateau
 * @param plateauPct height of the plateau, percent of the level
 * @param extensionMs plateau after heel strike
 * @param fallingMs from the plateau to nothing
 * @param minDurationMs shortest burst, first to last pulse
 * @param maxDurationMs longest burst, first to last pulse
 * @param refractoryMs from the end of a burst to the next
 * @param timing fixed, or following the wearer's cadence
 * @param leadMs from the first pulse to the expected toe off, 0 for the start at heel off
 * @param beforeHeelOff whether the lead may reach back to before heel off
 */
public record EnvelopeSettings(
        @Setting(value = "From heel off to the first pulse.", unit = "milliseconds", min = 0, max = 500) int delayMs,
        @Setting(value = "From the first pulse to the plateau. The governor does not rise faster than full scale in 200 ms.", unit = "milliseconds", min = 0, max = 1000) int risingMs,
        @Setting(value = "Height of the plateau, as a share of the wearer's level.", unit = "percent", min = 10, max = 100) int plateauPct,
        @Setting(value = "How long the plateau goes on after heel strike, against foot slap; less where the duty limit has no more room.", unit = "milliseconds", min = 0, max = 500) int extensionMs,
        @Setting(value = "From the plateau to nothing.", unit = "milliseconds", min = 0, max = HardLimits.FALLING_RAMP_MS) int fallingMs,
        @Setting(value = "Shortest burst, even when the heel comes down at once. The duty limit goes before it.", unit = "milliseconds", min = 0, max = 500) int minDurationMs,
        @Setting(value = "Longest burst when no heel strike is seen.", unit = "milliseconds", min = 200, max = HardLimits.BURST_MS) int maxDurationMs,
        @Setting(value = "Shortest pause between two bursts; 100 ms and two pulse periods in any case.", unit = "milliseconds", min = 0, max = 1000) int refractoryMs,
        @Setting("fixed: the times above as they are. adaptive: extension and ramps scaled with the wearer's stride time (1.2 s counts as 100 %, within 50 to 150 %).") Timing timing,
        @Setting(value = "How long before the expected toe off a burst begins, once the wearer's rhythm is known; a muscle answers 65 to 120 ms late. It begins no sooner than heel off (but see before_heel_off), no later than toe off, and at heel off while the rhythm is not steady. 0: always at heel off.", unit = "milliseconds", min = 0, max = 300) int leadMs,
        @Setting("Whether the lead may reach back to before heel off. A wearer who stops just then feels one burst while standing, and no such burst again before three steady strides.") boolean beforeHeelOff)
        implements
            Settings.Part {

    /** Whether times follow the wearer's cadence. */
    public enum Timing {
        /** As set. */
        FIXED,
        /** Scaled with the stride time. */
        ADAPTIVE
    }

    /** The stride at which the times are meant, milliseconds: mild drop foot at 0.9 m/s. */
    public static final int REFERENCE_STRIDE_MS = 1_200;

    /** A shorter burst is none, milliseconds: six pulses at 40 Hz, about as long as a muscle takes to answer and let go. */
    public static final int LEAST_BURST_MS = 150;

    /** Rises within the pre-swing, holds through loading. */
    public static final EnvelopeSettings DEFAULT = new EnvelopeSettings(0, 200, 100, 60, 100, 200, 1_900, 100,
            Timing.ADAPTIVE, 0, false);

    /** Checks itself. */
    public EnvelopeSettings {
        Ranges.check(EnvelopeSettings.class, delayMs, risingMs, plateauPct, extensionMs, fallingMs, minDurationMs,
                maxDurationMs, refractoryMs, timing, leadMs, beforeHeelOff);
    }
}
