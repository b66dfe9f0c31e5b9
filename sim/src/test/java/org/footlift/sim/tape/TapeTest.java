package org.footlift.sim.tape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final Tape TAPE = Tapes.all().getFirst();

    @Test
    void holdsAHundredSamplesASecondOfBothImus() {
        double seconds = TAPE.lengthNs() / 1e9;
        for (ImuSite site : ImuSite.values()) {
            assertEquals(100, TAPE.imuSamples(site) / seconds, 1, site.name());
        }
    }

    @Test
    void theHeelTouchesAndLeavesTheFloorAtLeastOnceInEveryStride() {
        assertTrue(TAPE.strikes() > 60, "strides " + TAPE.strikes());
        assertTrue(TAPE.heelEdges() >= 2 * TAPE.strikes(), "edges " + TAPE.heelEdges());
        assertEquals(0, TAPE.heelEdges() % 2, "a loop ends as it begins");
    }

    @Test
    void aWalkMayBeginWhereTheWearerStands() {
        ImuSample sample = new ImuSample();
        for (int i = 0; i < TAPE.stands(); i++) {
            TAPE.copyImu(ImuSite.FOOT, TAPE.imuFrom(ImuSite.FOOT, TAPE.standNs(i)), sample);
            double rate = Math.abs(sample.gyroXDps) + Math.abs(sample.gyroYDps) + Math.abs(sample.gyroZDps);
            assertTrue(rate < 20, "stand " + i + " turns by " + rate);
        }
    }

    @Test
    void findsWhatComesNext() {
        assertEquals(0, TAPE.heelFrom(0));
        assertEquals(1, TAPE.heelFrom(TAPE.heelEdgeNs(0) + 1));
        assertEquals(TAPE.heelEdges(), TAPE.heelFrom(TAPE.lengthNs()));
        assertEquals(TAPE.strikes(), TAPE.strikesBefore(TAPE.lengthNs()));
    }
}
