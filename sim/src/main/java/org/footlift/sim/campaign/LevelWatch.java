package org.footlift.sim.campaign;

import org.footlift.config.Settings;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** I7: the level rises by one step at a time, when it was asked to, and only while the wearer has unlocked it. */
final class LevelWatch {
    private static final long HOLD_NS = 1_000 * Facts.MS;
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Judge judge;
    private Settings settings = Settings.DEFAULT;
    private long livedNs;
    private long unlockedNs = NEVER;
    private long upHeldNs;

    LevelWatch(Judge judge) {
        this.judge = judge;
    }

    void begins(Settings now) {
        settings = now;
        unlockedNs = NEVER;
        upHeldNs = 0;
    }

    void tick(Facts facts, TickInput in, TickOutput out) {
        livedNs += facts.controllerElapsedNs;
        int rose = out.levelPct - facts.levelBefore;
        boolean asked = in.request == Request.LEVEL_UP || facts.upPressed(in);
        long leewayNs = facts.controllerElapsedNs + settings.loop().periodNs();
        boolean unlocked = livedNs - unlockedNs <= settings.modes().levelLockMs() * Facts.MS + leewayNs;
        if (rose > 0 && !(asked && unlocked && rose <= settings.modes().levelStepPct())) {
            judge.broken(Invariant.LEVEL, "the level rose by " + rose + (asked ? ", locked" : ", and nobody asked"));
        }
        if (out.levelPct < 0 || out.levelPct > 100) {
            judge.broken(Invariant.LEVEL, "a level of " + out.levelPct);
        }
        long heldBeforeNs = upHeldNs;
        upHeldNs = in.panel.up ? upHeldNs + facts.controllerElapsedNs : 0;
        boolean held = heldBeforeNs < HOLD_NS && upHeldNs >= HOLD_NS; // once: a jammed button unlocks nothing for ever
        boolean stepped = unlocked && (asked || in.request == Request.LEVEL_DOWN || in.panel.down);
        if (in.request == Request.UNLOCK_LEVEL || held || stepped) {
            unlockedNs = livedNs;
        }
    }
}
