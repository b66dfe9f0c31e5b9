package org.footlift.controller.safety;

import org.footlift.config.ModeSettings;
import org.footlift.telemetry.Request;

/**
 * The wearer's level, in steps within 0 to 100 percent of the set amplitude. It can always be lowered. It can be raised only while unlocked:
 * by the up button held for a second, or a request that says the wearer confirmed; some time after the last step it locks again, so that a
 * sleeve, a pocket or a network raises nothing. Allocates nothing.
 */
final class LevelControl {
    /** How long the up button must be held, nanoseconds: no knock lasts as long. */
    static final long UNLOCK_HOLD_NS = 1_000_000_000L;

    private final int stepPct;
    private final long unlockedForNs;
    private int pct;
    private long unlockedNs;
    private long heldNs;

    /** Locked, at the profile's level. */
    LevelControl(ModeSettings settings) {
        stepPct = settings.levelStepPct();
        unlockedForNs = settings.levelLockMs() * 1_000_000L;
        pct = settings.startLevelPct();
    }

    /**
     * One tick.
     *
     * @param asked what was asked for in this tick, by button or request
     * @param upHeld true while the up button is down
     * @param elapsedNs since the last tick, nanoseconds, 0 or more
     */
    void update(Request asked, boolean upHeld, long elapsedNs) {
        unlockedNs = Math.max(0, unlockedNs - elapsedNs);
        boolean unlocked = unlockedNs > 0;
        if (asked == Request.LEVEL_DOWN) {
            pct = Math.max(0, pct - stepPct);
        } else if (asked == Request.LEVEL_UP && unlocked) {
            pct = Math.min(100, pct + stepPct);
        }
        long heldBeforeNs = heldNs;
        heldNs = upHeld ? heldNs + elapsedNs : 0;
        boolean heldLongEnough = heldBeforeNs < UNLOCK_HOLD_NS && heldNs >= UNLOCK_HOLD_NS; // once: a jammed button locks again
        boolean stepped = unlocked && (asked == Request.LEVEL_UP || asked == Request.LEVEL_DOWN);
        if (stepped || asked == Request.UNLOCK_LEVEL || heldLongEnough) {
            unlockedNs = unlockedForNs;
        }
    }

    long unlockedNs() {
        return unlockedNs;
    }

    long heldNs() {
        return heldNs;
    }

    void restore(int toPct, long toUnlockedNs, long toHeldNs) {
        pct = toPct;
        unlockedNs = toUnlockedNs;
        heldNs = toHeldNs;
    }

    /** The level, 0 to 100 percent of the set amplitude. */
    int pct() {
        return pct;
    }
}
