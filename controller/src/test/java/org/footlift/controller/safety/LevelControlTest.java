package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.footlift.config.ModeSettings;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.Test;

/** Steps of 5 %, locked after 4 s. */
class LevelControlTest {
    private static final long MS = 1_000_000L;

    private final LevelControl level = new LevelControl(ModeSettings.DEFAULT);

    private int ask(Request asked, long afterMs) {
        level.update(asked, false, afterMs * MS);
        return level.pct();
    }

    private void let(long ms) {
        ask(Request.NONE, ms);
    }

    private void lower(int steps) {
        for (int step = 0; step < steps; step++) {
            ask(Request.LEVEL_DOWN, 0);
        }
    }

    @Test
    void canAlwaysBeLoweredDownToNothing() {
        assertEquals(95, ask(Request.LEVEL_DOWN, 0));
        assertEquals(90, ask(Request.LEVEL_DOWN, 100_000));
        lower(30);
        assertEquals(0, level.pct());
    }

    @Test
    void cannotBeRaisedWhileLocked() {
        lower(2);
        assertEquals(90, ask(Request.LEVEL_UP, 0));
        assertEquals(90, ask(Request.LEVEL_UP, 10));
    }

    @Test
    void canBeRaisedOnceUnlockedAndNeverAboveTheSetAmplitude() {
        lower(2);
        ask(Request.UNLOCK_LEVEL, 0);
        assertEquals(95, ask(Request.LEVEL_UP, 0));
        assertEquals(100, ask(Request.LEVEL_UP, 0));
        assertEquals(100, ask(Request.LEVEL_UP, 0));
    }

    @Test
    void locksAgain4SecondsAfterItWasUnlocked() {
        lower(2);
        ask(Request.UNLOCK_LEVEL, 0);
        assertEquals(95, ask(Request.LEVEL_UP, 3_999));
        lower(2);
        let(4_000);
        assertEquals(85, ask(Request.LEVEL_UP, 0));
    }

    @Test
    void everyStepKeepsItUnlockedFor4SecondsMore() {
        lower(4);
        ask(Request.UNLOCK_LEVEL, 0);
        assertEquals(85, ask(Request.LEVEL_UP, 3_000));
        assertEquals(80, ask(Request.LEVEL_DOWN, 3_000));
        assertEquals(85, ask(Request.LEVEL_UP, 3_000));
        assertEquals(90, ask(Request.LEVEL_UP, 3_999));
        assertEquals(90, ask(Request.LEVEL_UP, 4_000));
    }

    @Test
    void aStepDownWhileLockedUnlocksNothing() {
        lower(3);
        assertEquals(85, ask(Request.LEVEL_UP, 1));
    }

    @Test
    void whatIsNoStepKeepsNothingUnlocked() {
        lower(2);
        ask(Request.UNLOCK_LEVEL, 0);
        ask(Request.START, 3_999);
        assertEquals(90, ask(Request.LEVEL_UP, 1));
    }

    @Test
    void upHeldForASecondUnlocks() {
        lower(2);
        level.update(Request.LEVEL_UP, true, 0);
        level.update(Request.NONE, true, 999 * MS);
        assertEquals(90, ask(Request.LEVEL_UP, 0), "a moment too short");
        level.update(Request.NONE, true, 0);
        level.update(Request.NONE, true, 1_000 * MS);
        assertEquals(90, level.pct(), "holding raises nothing by itself");
        assertEquals(95, ask(Request.LEVEL_UP, 0));
    }

    @Test
    void holdingUpUnlocksOnceAndNotForAsLongAsItIsHeld() {
        lower(2);
        level.update(Request.NONE, true, 1_000 * MS);
        level.update(Request.NONE, true, 3_999 * MS);
        level.update(Request.NONE, true, MS);
        assertEquals(90, ask(Request.LEVEL_UP, 0));
    }

    @Test
    void upMustBeHeldWithoutLettingGo() {
        lower(2);
        for (int knock = 0; knock < 20; knock++) {
            level.update(Request.LEVEL_UP, true, 400 * MS);
            level.update(Request.NONE, false, 5 * MS);
        }
        assertEquals(90, level.pct());
    }

    @Test
    void aJammedUpButtonRaisesNothing() {
        lower(2);
        for (int tick = 0; tick < 10_000; tick++) {
            level.update(Request.NONE, true, 5 * MS);
        }
        assertEquals(90, level.pct());
        level.update(Request.LEVEL_UP, true, 0);
        assertEquals(90, level.pct(), "nor lets a request raise it");
    }
}
