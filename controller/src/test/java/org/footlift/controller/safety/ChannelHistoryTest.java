package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChannelHistoryTest {
    private static final long MS = 1_000_000L;
    private final ChannelHistory history = new ChannelHistory();

    @Test
    void knowsNothingBeforeTheFirstPulse() {
        assertTrue(history.hasRoom(Long.MIN_VALUE + 1));
        assertEquals(Long.MAX_VALUE, history.sinceLastNs(0));
        assertEquals(Long.MAX_VALUE, history.sinceLastTicks(0));
        assertEquals(0, history.lastAmplitudeUa());
    }

    @Test
    void hasRoom5MsAfterTheLastPulse() {
        history.add(7, 0, 1_000);
        assertFalse(history.hasRoom(5 * MS - 1));
        assertTrue(history.hasRoom(5 * MS));
        assertEquals(3, history.sinceLastTicks(10));
        assertEquals(1_000, history.lastAmplitudeUa());
    }

    @Test
    void isSilentForAGapFromItsVeryEndOnLessWhatTheLoopWasHeldUp() {
        history.add(0, 0, 1);
        assertFalse(history.silentFor(100 * MS, 100 * MS - 1));
        assertTrue(history.silentFor(100 * MS, 100 * MS));
        history.heldUp(10 * MS);
        assertFalse(history.silentFor(100 * MS, 110 * MS - 1));
        assertTrue(history.silentFor(100 * MS, 110 * MS));
        assertEquals(110 * MS, history.sinceLastNs(110 * MS), "the time itself is what it is");
    }

    @Test
    void hasNoRoomForAnEighthWithin100MsOfTheFirst() {
        for (int i = 0; i < 7; i++) {
            assertTrue(history.hasRoom(i * 5L * MS));
            history.add(i, i * 5L * MS, 1);
        }
        assertFalse(history.hasRoom(100 * MS - 1));
        assertTrue(history.hasRoom(100 * MS));
        history.add(20, 100 * MS, 1);
        assertFalse(history.hasRoom(105 * MS - 1));
        assertTrue(history.hasRoom(105 * MS));
    }

    @Test
    void hasRoomForAnEighth100MsAfterAClockThatWentBackAndNotWhenTheOldTimeComesAgain() {
        for (int i = 0; i < 7; i++) {
            history.add(i, 60_000 * MS + i * 5L * MS, 1);
        }
        history.wentBackTo(1_000 * MS);
        assertFalse(history.hasRoom(1_100 * MS - 1));
        assertTrue(history.hasRoom(1_100 * MS));
    }
}
