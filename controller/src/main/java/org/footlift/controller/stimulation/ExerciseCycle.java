package org.footlift.controller.stimulation;

import org.footlift.config.HardLimits;
import org.footlift.config.ModeSettings;

/**
 * The cycle of exercise, seated: a rest, a burst, a rest. It begins with a rest, so that nobody is surprised. Allocates nothing after
 * construction.
 */
final class ExerciseCycle {
    private static final long NONE = Long.MIN_VALUE;
    private static final long MS = 1_000_000L;

    private final long onNs;
    private final long restNs;
    private final int risingMs;
    private final long pulsePeriodNs;
    private long restsSinceNs = NONE;

    /** @param pulsePeriodNs from one pulse to the next, nanoseconds */
    ExerciseCycle(ModeSettings modes, long pulsePeriodNs) {
        onNs = modes.exerciseOnMs() * MS;
        restNs = modes.exerciseOffMs() * MS;
        risingMs = modes.exerciseRampMs();
        this.pulsePeriodNs = pulsePeriodNs;
    }

    /** The next exercise begins with a whole rest. */
    void forget() {
        restsSinceNs = NONE;
    }

    /** True while a burst is on, or its rest is not over. To be asked at every tick of exercise. */
    boolean resting(boolean burstOn, long nowNs) {
        if (burstOn || restsSinceNs == NONE) {
            restsSinceNs = nowNs;
        }
        return nowNs - restsSinceNs < restNs;
    }

    /** True when a whole burst, from its first pulse to its last, fits into what the duty limit has room for. */
    boolean fits(long longestNs) {
        return longestNs >= onNs - pulsePeriodNs;
    }

    /** True when a burst of this age, nanoseconds, has to fall. */
    boolean over(long ageNs) {
        return ageNs >= onNs - fallingMs() * MS;
    }

    int risingMs() {
        return risingMs;
    }

    /** A ramp may be slow going up; going down, every ramp is bounded. */
    int fallingMs() {
        return Math.min(risingMs, HardLimits.FALLING_RAMP_MS);
    }
}
