package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.HeelDetectorSettings;
import org.footlift.config.HeelDetectorSettings.Trigger;
import org.footlift.hal.HeelSample;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.junit.jupiter.api.Test;

/** Readings one millisecond apart. */
class HeelSwitchDetectorTest {
    private static final long MS = 1_000_000L;

    private final HeelSample sample = new HeelSample();
    private HeelSwitchDetector heel = detector(10, Trigger.RISE);
    private long ms;

    private static HeelSwitchDetector detector(int debounceMs, Trigger trigger) {
        return new HeelSwitchDetector(new HeelDetectorSettings(debounceMs, trigger, 80, 4_000));
    }

    private void read(boolean loaded) {
        sample.timeNs = ms++ * MS;
        sample.valid = true;
        sample.loaded = loaded;
        heel.accept(sample);
    }

    /** Holds a level for so many readings; the bits of the events meanwhile. */
    private int hold(boolean loaded, int readings) {
        heel.events().clear();
        for (int i = 0; i < readings; i++) {
            read(loaded);
        }
        return heel.events().bits();
    }

    @Test
    void knowsNothingBeforeTheFirstReading() {
        assertEquals(GaitPhase.UNKNOWN, heel.phase());
        assertFalse(heel.validStance());
        assertEquals(LegDetector.NEVER, heel.lastValidNs());
    }

    @Test
    void takesTheFirstLevelAsItIsWithoutAnEvent() {
        assertEquals(0, hold(true, 1));
        assertEquals(GaitPhase.STANCE, heel.phase());
        heel = detector(10, Trigger.RISE);
        assertEquals(0, hold(false, 100));
        assertEquals(GaitPhase.PRE_SWING, heel.phase());
    }

    @Test
    void aLevelCountsOnceItHasHeldForTheDebounceTime() {
        hold(true, 100);
        assertEquals(0, hold(false, 10), "held for 9 ms");
        assertEquals(GaitEvent.HEEL_OFF.bit(), hold(false, 1), "held for 10 ms");
        assertEquals((ms - 1) * MS, heel.events().timeNs(GaitEvent.HEEL_OFF));
        assertEquals(0, hold(true, 10));
        assertEquals(GaitEvent.HEEL_STRIKE.bit(), hold(true, 1));
    }

    @Test
    void withoutDebounceTheEdgeIsTheEvent() {
        heel = detector(0, Trigger.RISE);
        hold(true, 1);
        assertEquals(GaitEvent.HEEL_OFF.bit(), hold(false, 1));
        assertEquals(GaitEvent.HEEL_STRIKE.bit(), hold(true, 1));
    }

    @Test
    void bounceShorterThanTheDebounceMakesNoEvent() {
        hold(true, 100);
        for (int i = 0; i < 5; i++) {
            assertEquals(0, hold(false, 9));
            assertEquals(0, hold(true, 3));
        }
        assertEquals(GaitPhase.STANCE, heel.phase());
    }

    @Test
    void bounceCostsLatencyAndNeverAnEvent() {
        hold(true, 100);
        hold(false, 3);
        hold(true, 2);
        assertEquals(0, hold(false, 10));
        assertEquals(GaitEvent.HEEL_OFF.bit(), hold(false, 1));
    }

    @Test
    void theOtherHeelsStrikeStandsForThisHeelsRise() {
        heel = detector(0, Trigger.STRIKE);
        hold(false, 100);
        assertEquals(GaitPhase.STANCE, heel.phase());
        assertEquals(GaitEvent.HEEL_OFF.bit(), hold(true, 1));
        assertEquals(GaitEvent.HEEL_STRIKE.bit(), hold(false, 1));
    }

    @Test
    void aStanceIsValidOnceTheHeelHasCarriedLoadLongEnough() {
        hold(false, 100);
        hold(true, 80);
        assertFalse(heel.validStance(), "79 ms");
        hold(true, 1);
        assertTrue(heel.validStance(), "80 ms since the edge");
        hold(false, 11);
        assertFalse(heel.validStance());
    }

    @Test
    void anUnreadableSwitchIsNoReading() {
        hold(true, 10);
        long last = heel.lastValidNs();
        sample.timeNs = ms * MS;
        sample.valid = false;
        sample.loaded = false;
        heel.accept(sample);
        assertEquals(last, heel.lastValidNs());
        assertEquals(GaitPhase.STANCE, heel.phase());
    }

    @Test
    void aReadingOlderThanTheLastIsDropped() {
        heel = detector(0, Trigger.RISE);
        hold(true, 100);
        long last = heel.lastValidNs();
        ms = 50;
        assertEquals(0, hold(false, 1));
        assertEquals(last, heel.lastValidNs());
    }

    @Test
    void beginsAnewAfterAGapOfOver100Ms() {
        heel = detector(0, Trigger.RISE);
        hold(true, 100);
        ms += 99;
        assertEquals(GaitEvent.HEEL_OFF.bit(), hold(false, 1), "100 ms apart is no gap");
        ms += 100;
        assertEquals(0, hold(true, 1), "what happened in a gap is not known");
        assertFalse(heel.validStance());
    }

    @Test
    void chattersAt28EdgesWithinASecond() {
        hold(true, 100);
        boolean level = true;
        for (int edge = 1; edge <= 27; edge++) {
            level = !level;
            hold(level, 30);
            assertFalse(heel.chattering((ms - 1) * MS), "edge " + edge);
        }
        hold(!level, 1);
        assertTrue(heel.chattering((ms - 1) * MS));
        assertFalse(heel.chattering((ms + 1_000) * MS), "and is forgiven after a second of quiet");
    }

    @Test
    void aNormalWalkWithBounceDoesNotChatter() {
        for (int stride = 0; stride < 20; stride++) {
            for (int bounce = 0; bounce < 4; bounce++) {
                hold(true, 4);
                hold(false, 3);
            }
            hold(true, 350);
            for (int bounce = 0; bounce < 2; bounce++) {
                hold(false, 4);
                hold(true, 3);
            }
            hold(false, 250);
            assertFalse(heel.chattering(ms * MS));
        }
    }
}
