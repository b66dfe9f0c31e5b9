package org.footlift.sim.stimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BurstLogTest {
    private final BurstLog log = new BurstLog(25);

    @Test
    void pulsesCloserThanTwoPeriodsAreOneBurstThatLastsOnePeriodBeyondTheLast() {
        log.pulse(100);
        log.pulse(149);
        assertEquals(1, log.bursts());
        assertEquals(100, log.startNs(0));
        assertEquals(174, log.endNs(0));
    }

    @Test
    void twoPeriodsApartAreTwoBursts() {
        log.pulse(100);
        log.pulse(150);
        assertEquals(2, log.bursts());
        assertEquals(100, log.startNs(1));
        assertEquals(125, log.endNs(1));
        assertEquals(2, log.pulses());
    }

    @Test
    void beforeTheFirstPulseThereIsNothing() {
        assertEquals(0, log.remembered());
        assertEquals(false, log.covers(0, 0));
        assertEquals(false, log.overlaps(0, Long.MAX_VALUE));
    }
}
