package org.footlift.sim.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.footlift.config.SettingsException;
import org.footlift.sim.replay.SessionCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The seeds are fixed here; the command takes a fresh one. */
class CampaignTest {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    @Test
    void inAHundredThousandStridesWithAllFaultsEveryInvariantHolds() {
        CampaignResult result = run(100_000, IncidentKind.all(), 20_261_123, THREADS);
        assertEquals(List.of(), result.failures());
        assertEquals(0, result.violations());
        assertTrue(result.strides() >= 100_000);
        assertEquals(34, result.faultKinds());
        assertEquals(34 * 33 / 2, result.faultPairs());
        assertTrue(result.hardStopMaxTicks() <= 1, "a hard stop within one tick");
        assertTrue(result.softStopMaxMs() > 500 && result.softStopMaxMs() <= 800, "a soft stop within 800 ms");
        assertTrue(result.softFallMaxMs() > 0 && result.softFallMaxMs() <= 300, "a fall within 300 ms");
        assertTrue(result.recoveryMaxStrides() <= 4, "three full strides, and the step under way");
        assertTrue(result.recoveries() >= result.walks() * 99 / 100, "nearly every walk shows a recovery");
    }

    @Test
    void withoutFaultsNothingStopsNeedlessly() {
        CampaignResult result = run(10_000, Set.of(), 1, THREADS);
        assertEquals(0, result.violations());
        assertEquals(0, result.needlessStops());
        assertEquals(0, result.faultKinds());
        assertEquals(0, result.hardStopMaxTicks() + result.softStopMaxMs());
        assertTrue(result.pulses() > 10 * result.strides(), "the wearers are stimulated");
    }

    @Test
    void theSameSeedGivesTheSameTraceWhateverTheNumberOfThreads() {
        CampaignResult one = run(2_000, IncidentKind.all(), 5, 1);
        assertEquals(one, run(2_000, IncidentKind.all(), 5, 3));
        assertNotEquals(one.traceHash(), run(2_000, IncidentKind.all(), 6, 3).traceHash());
    }

    @Test
    void onlyTheFaultsAskedForHappen() {
        CampaignResult result = run(500, EnumSet.of(IncidentKind.KILL, IncidentKind.LOOP_PAUSE), 5, THREADS);
        assertEquals(2, result.faultKinds());
        assertEquals(1, result.faultPairs());
    }

    @Test
    void aWalkWithoutOneOfItsIncidentsKeepsTheOthersAsTheyWere() {
        WalkPlan plan = WalkPlan.draw(9, 100, IncidentKind.all());
        WalkPlan fewer = plan.with(plan.incidents().subList(1, plan.incidents().size()));
        assertEquals(plan.incidents().subList(1, plan.incidents().size()), fewer.incidents());
        assertEquals(plan.incidents(), WalkPlan.draw(9, 100, IncidentKind.all()).incidents());
    }

    @Test
    void aFailureIsSavedAsASessionThatReplaysToTheLastTick(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("failure.wpilog");
        Incident kill = new Incident(IncidentKind.KILL, 20_000, 500, 3);
        Incident pause = new Incident(IncidentKind.LOOP_PAUSE, 40_000, 700, 4);
        Failure failure = new Failure(11, new Breach(Invariant.LIMITS, 1, 1, "none, this is a test"), "any", 2,
                List.of(kill, pause));
        Campaign.save(failure, IncidentKind.all(), "test", file);
        assertReplays(file);
    }

    private static void assertReplays(Path file) throws java.io.IOException, SettingsException {
        SessionCheck.Verdict verdict = SessionCheck.of(file);
        assertTrue(verdict.same(), () -> verdict.toString());
        assertTrue(verdict.end().isEmpty(), () -> verdict.toString());
        assertTrue(verdict.ticks() > 1_000, () -> verdict.toString());
    }

    private static CampaignResult run(long strides, Set<IncidentKind> faults, long seed, int threads) {
        return Campaign.run(strides, faults, seed, threads, walked -> {});
    }
}
