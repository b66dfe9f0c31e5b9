package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SilenceTest {
    private static final long MS = 1_000_000L;

    private final Silence silence = new Silence();

    @Test
    void hasNoEndBeforeTheFirstPulse() {
        assertEquals(Long.MAX_VALUE, silence.ns(5));
        assertEquals(Long.MAX_VALUE, silence.excusedNs(5));
    }

    @Test
    void lastsFromTheLastPulseOn() {
        silence.endedBy(10 * MS);
        assertEquals(15 * MS, silence.ns(25 * MS));
        assertEquals(15 * MS, silence.excusedNs(25 * MS));
        silence.endedBy(30 * MS);
        assertEquals(0, silence.ns(30 * MS));
    }

    @Test
    void whatTheLoopWasHeldUpIsExcusedUpTo100Ms() {
        silence.endedBy(0);
        silence.excuse(60 * MS);
        assertEquals(20 * MS, silence.excusedNs(80 * MS));
        assertEquals(80 * MS, silence.ns(80 * MS));
        silence.excuse(39 * MS);
        assertEquals(21 * MS, silence.excusedNs(120 * MS));
        silence.excuse(2 * MS);
        assertEquals(20 * MS, silence.excusedNs(120 * MS), "and no more");
    }

    @Test
    void everyPulseBeginsTheExcusesAnew() {
        silence.excuse(100 * MS);
        silence.endedBy(0);
        assertEquals(10 * MS, silence.excusedNs(10 * MS));
    }
}
