package org.footlift.controller.gait;

import org.footlift.config.HardLimits;
import org.footlift.telemetry.GaitPhase;

/** What one sensor makes of the leg. One thread; allocates nothing after construction. */
sealed interface LegDetector permits HeelSwitchDetector, ImuDetector, FusedLeg {
    /** Events decided since the tick began; cleared by {@link GaitDetector}. */
    GaitEvents events();

    /** The phase as of the last sample. */
    GaitPhase phase();

    /** True while the foot carries the wearer and has for long enough to count as a stance. */
    boolean validStance();

    /** Time of the newest usable sample, nanoseconds; {@link #NEVER} when there was none. */
    long lastValidNs();

    /** Forgets the phase, as after a gap; keeps what was learned of the wearer. */
    void lose();

    /** True when samples {@code ageNs} apart cannot be joined: beyond this a sensor has lost its place in the stride. */
    static boolean isGap(long ageNs) {
        return ageNs > HardLimits.SENSOR_STALE_MS * 1_000_000L;
    }

    /** Before any sample. */
    long NEVER = Long.MIN_VALUE;
}
