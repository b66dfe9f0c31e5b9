package org.footlift.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SteppedTimeTest {
    private final SteppedTime time = new SteppedTime();

    @Test
    void movesOnlyWhenSomebodySleepsOrPushes() {
        assertEquals(0, time.timeNs());
        time.sleepUntil(500);
        assertEquals(500, time.timeNs());
        time.advance(20);
        assertEquals(520, time.timeNs());
    }

    @Test
    void neverGoesBack() {
        time.sleepUntil(500);
        time.sleepUntil(100);
        assertEquals(500, time.timeNs());
        assertThrows(IllegalArgumentException.class, () -> time.advance(-1));
    }
}
