package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BurstClockTest {
    private final BurstClock clock = new BurstClock(50);

    @Test
    void isOffBeforeAnyPulse() {
        clock.beginTick(0, 0);
        assertFalse(clock.on());
        assertTrue(clock.permits(0, 0));
    }

    @Test
    void isOnFromTheFirstPulseUntilTheGapAfterTheLast() {
        clock.pulsed(100);
        clock.beginTick(149, 0);
        assertTrue(clock.on());
        clock.pulsed(149);
        clock.beginTick(198, 0);
        assertTrue(clock.on());
        clock.beginTick(199, 0);
        assertFalse(clock.on());
    }

    @Test
    void permitsPulsesOnlyBeforeTheLongestTime() {
        clock.pulsed(100);
        assertTrue(clock.permits(40, 139));
        assertFalse(clock.permits(40, 140));
    }

    @Test
    void aPulseIsWorthTheTimeSinceTheLast() {
        assertEquals(25, clock.pulseWorthNs(100, 25));
        clock.pulsed(100);
        assertEquals(0, clock.pulseWorthNs(100, 25), "a second channel in the same tick");
        assertEquals(30, clock.pulseWorthNs(130, 25));
    }

    @Test
    void aClockThatGoesBackMakesNoBurstLonger() {
        clock.pulsed(100);
        clock.beginTick(130, 0);
        clock.wentBackTo(121, 14); // where it should show 135
        assertTrue(clock.permits(40, 125));
        assertFalse(clock.permits(40, 126));
    }
}
