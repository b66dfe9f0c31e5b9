package org.footlift.config;

/**
 * Walking, exercise and test.
 *
 * @param start the mode that Start begins
 * @param startLevelPct the wearer's level after power-up
 * @param levelStepPct one step of the wearer's level
 * @param exerciseOnMs stimulation in each exercise cycle, ramps included
 * @param exerciseOffMs rest in each exercise cycle
 * @param exerciseRampMs rise and fall in each exercise cycle
 * @param testBurstMs longest test burst
 * @param levelLockMs how long the level may be raised after it was unlocked or last changed
 * @param autoPauseS walking without steps for this long is paused, seconds
 */
public record ModeSettings(
        @Setting("The mode that Start begins.") Start start,
        @Setting(value = "The wearer's level after power-up, as a share of the channel's amplitude.", unit = "percent", min = 0, max = 100) int startLevelPct,
        @Setting(value = "One step of the wearer's level.", unit = "percent", min = 1, max = 10) int levelStepPct,
        @Setting(value = "Stimulation in each exercise cycle, ramps included.", unit = "milliseconds", min = 500, max = HardLimits.EXERCISE_ON_MS) int exerciseOnMs,
        @Setting(value = "Rest in each exercise cycle.", unit = "milliseconds", min = 500, max = 60_000) int exerciseOffMs,
        @Setting(value = "Rise and fall in each exercise cycle.", unit = "milliseconds", min = 200, max = 5_000) int exerciseRampMs,
        @Setting(value = "Longest test burst, however long the button is held.", unit = "milliseconds", min = 200, max = HardLimits.BURST_MS) int testBurstMs,
        @Setting(value = "After its last change the level can be raised for this long; then it is locked, until the up button is held for a second. It can be lowered at any time.", unit = "milliseconds", min = 1_000, max = 60_000) int levelLockMs,
        @Setting(value = "Walking without a step for this long pauses by itself; 30 s before, the wearer is warned.", unit = "seconds", min = 60, max = 3_600) int autoPauseS)
        implements
            Settings.Part {

    /** The mode that Start begins. */
    public enum Start {
        /** Stimulate in swing. */
        WALK,
        /** Stimulate in cycles, seated. */
        EXERCISE,
        /** Detect without stimulating. */
        EVALUATION
    }

    /** Walking at the set amplitude; the lock of the ODFS; time to stand at a stove, not to drive to the next town. */
    public static final ModeSettings DEFAULT = new ModeSettings(Start.WALK, 100, 5, 6_000, 8_000, 1_000, 1_000, 4_000,
            300);

    /** Checks itself. */
    public ModeSettings {
        Ranges.check(ModeSettings.class, start, startLevelPct, levelStepPct, exerciseOnMs, exerciseOffMs,
                exerciseRampMs, testBurstMs, levelLockMs, autoPauseS);
    }
}
