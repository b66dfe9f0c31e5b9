package org.footlift.sim.stimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.footlift.telemetry.GaitEvent;
import org.junit.jupiter.api.Test;

/** The swing in these cases runs from 1000 to 1400 ms; pulses come every 25 ms, so a burst ends 25 ms after its last pulse. */
class SwingCoverageTest {
    private static final long MS = 1_000_000;

    private final BurstLog bursts = new BurstLog(25 * MS);
    private final SwingCoverage coverage = new SwingCoverage(bursts);

    @Test
    void aBurstFromFiftyAfterToeOffToFiftyBeforeHeelStrikeJustCovers() {
        burst(1050, 1325);
        swing(1000, 1400);
        assertCounts(1, 1, 0);
    }

    @Test
    void aBurstThatStartsLaterIsNeitherCoveredNorMissed() {
        burst(1051, 1376);
        swing(1000, 1400);
        assertCounts(1, 0, 0);
    }

    @Test
    void aBurstThatEndsEarlierIsNeitherCoveredNorMissed() {
        burst(899, 1324);
        swing(1000, 1400);
        assertCounts(1, 0, 0);
    }

    @Test
    void twoBurstsWithAGapDoNotCoverTogether() {
        burst(950, 1150);
        burst(1200, 1400);
        swing(1000, 1400);
        assertCounts(1, 0, 0);
    }

    @Test
    void aSwingWithoutStimulationIsMissed() {
        burst(500, 900);
        swing(1000, 1400);
        burst(1400, 1500);
        assertCounts(1, 0, 1);
    }

    @Test
    void aSwingShorterThanATenthOfASecondDoesNotCount() {
        swing(1000, 1099);
        assertCounts(0, 0, 0);
    }

    @Test
    void aToeOffThatIsFollowedByAnotherDoesNotCount() {
        coverage.happened(GaitEvent.TOE_OFF, 200 * MS);
        burst(950, 1400);
        swing(1000, 1400);
        assertCounts(1, 1, 0);
    }

    @Test
    void aHeelStrikeWithoutToeOffDoesNotCount() {
        coverage.happened(GaitEvent.HEEL_STRIKE, 200 * MS);
        coverage.happened(GaitEvent.HEEL_STRIKE, 900 * MS);
        assertCounts(0, 0, 0);
    }

    @Test
    void aSwingIsJudgedOnlyWhenNoPulseCanChangeTheAnswer() {
        burst(950, 1250);
        swing(1000, 1400);
        coverage.advanceTo(1424 * MS);
        assertEquals(0, coverage.swings());
        coverage.advanceTo(1425 * MS);
        assertEquals(1, coverage.swings());
        assertEquals(0, coverage.covered());
    }

    @Test
    void truthThatComesLaterThanThePulsesIsJudgedAllTheSame() {
        for (int stride = 0; stride < 10; stride++) {
            burst(stride * 1000L + 950, stride * 1000L + 1400);
        }
        for (int stride = 0; stride < 10; stride++) {
            swing(stride * 1000L + 1000, stride * 1000L + 1400);
        }
        assertCounts(10, 10, 0);
    }

    @Test
    void countsALongWalkWithoutForgettingAStride() {
        for (int stride = 0; stride < 10_000; stride++) {
            if (stride % 4 != 0) {
                burst(stride * 1000L + 950, stride * 1000L + 1400);
            }
            swing(stride * 1000L + 1000, stride * 1000L + 1400);
            coverage.advanceTo((stride + 1) * 1000L * MS + 500 * MS);
        }
        assertCounts(10_000, 7_500, 2_500);
        assertEquals(7_500, bursts.bursts());
        assertEquals(BurstLog.KEPT, bursts.remembered());
    }

    private void burst(long firstMs, long lastMs) {
        for (long t = firstMs; t < lastMs; t += 25) {
            bursts.pulse(t * MS);
        }
        bursts.pulse(lastMs * MS);
    }

    private void swing(long toeOffMs, long heelStrikeMs) {
        coverage.happened(GaitEvent.TOE_OFF, toeOffMs * MS);
        coverage.happened(GaitEvent.HEEL_STRIKE, heelStrikeMs * MS);
    }

    private void assertCounts(long swings, long covered, long missed) {
        coverage.finish();
        assertEquals(swings, coverage.swings(), "swings");
        assertEquals(covered, coverage.covered(), "covered");
        assertEquals(missed, coverage.missed(), "missed");
    }
}
