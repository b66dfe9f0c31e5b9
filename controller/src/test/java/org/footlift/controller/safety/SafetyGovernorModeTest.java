package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.ChannelSettings;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.LimitSettings;
import org.footlift.controller.Profile;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.api.Test;

/** Which modes may stimulate, what must be seen first, and how a mode that has ended fades. */
class SafetyGovernorModeTest {
    private static final ChannelSettings CHANNEL = new ChannelSettings(true, 100_000, 300, 40, Waveform.SYMMETRIC,
            20_000);

    private static GovernorBench bench(int rateHz, LimitSettings limits) {
        return new GovernorBench(new Profile().rateHz(rateHz).limits(limits).channel(CHANNEL).parts());
    }

    private static LimitSettings spacing(int ms) {
        return new LimitSettings(100_000, 100_000, 500, 40_000, ms, 2_500, 80, 15_000);
    }

    private static boolean gives(GovernorBench bench) {
        return bench.ask(1_000, 100) > 0;
    }

    @Test
    void walkingWaitsForAValidStanceAfterPowerUpAndAfterStart() {
        GovernorBench bench = bench(200, spacing(25));
        bench.idle(5_000);
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.STANCE));
        bench.stance = true;
        assertTrue(gives(bench));
        bench.stance = false;
        bench.governor.requireStance();
        bench.idle(25);
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.STANCE));
    }

    @Test
    void aSoftStopLetsTheBurstEndAndWantsAStanceBeforeTheNext() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.wanted = true;
        bench.train(4, 25, 1_000, 100);
        bench.governor.requireStance();
        bench.idle(20);
        assertTrue(gives(bench));
        bench.wanted = false;
        bench.idle(20);
        bench.wanted = true;
        assertFalse(gives(bench), "the next burst, however soon");
        assertTrue(bench.because(Limit.STANCE));
    }

    @Test
    void aStanceSeenWhileTheBurstThatMayEndIsOnCountsForTheNext() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.wanted = true;
        bench.train(4, 25, 1_000, 100);
        bench.governor.requireStance();
        bench.stance = true;
        bench.idle(20);
        assertTrue(gives(bench));
        bench.stance = false;
        bench.wanted = false;
        bench.idle(20);
        bench.wanted = true;
        assertTrue(gives(bench));
    }

    @Test
    void aBurstThatMayEndStillMayAfterATickThatCameLate() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.wanted = true;
        bench.train(4, 25, 1_000, 100);
        bench.tick += 30;
        bench.nowNs += 150 * GovernorBench.MS;
        bench.governor.requireStance();
        assertTrue(gives(bench));
        bench.idle(20);
        assertTrue(gives(bench));
        bench.wanted = false;
        bench.idle(20);
        bench.wanted = true;
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.STANCE));
    }

    /** Nothing held the loop up: the stimulator had nothing to give, or a limit refused. What comes after is felt as another burst. */
    @Test
    void aBurstThatMayEndDoesNotGoOnAfterASilenceThatEndsBursts() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.wanted = true;
        bench.train(4, 25, 1_000, 100);
        bench.governor.requireStance();
        bench.status.maxAmplitudeUa = 0;
        bench.train(5, 25, 1_000, 100);
        bench.status.maxAmplitudeUa = Integer.MAX_VALUE;
        bench.idle(20);
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.STANCE));
    }

    @Test
    void aBurstThatHasGivenNothingYetDoesNotBeginInASoftStop() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.wanted = true;
        bench.status.maxAmplitudeUa = 0;
        bench.train(2, 25, 1_000, 100);
        bench.status.maxAmplitudeUa = Integer.MAX_VALUE;
        bench.nowNs += 150 * GovernorBench.MS;
        bench.governor.requireStance();
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.STANCE));
    }

    @Test
    void aSoftStopWithoutABurstExcusesNone() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.governor.requireStance();
        bench.wanted = true;
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.STANCE));
    }

    @Test
    void aTestBurstNeedsNoStance() {
        GovernorBench bench = bench(200, spacing(25));
        bench.mode = Mode.TEST;
        bench.idle(1_000);
        assertTrue(gives(bench));
    }

    @Test
    void givesNothingWhenNothingIsPermitted() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.permitted = false;
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.NOT_PERMITTED));
    }

    @Test
    void beginsNothingInAModeThatDoesNotStimulate() {
        for (Mode mode : new Mode[]{Mode.PAUSED, Mode.LATCHED, Mode.EVALUATION}) {
            GovernorBench bench = bench(200, spacing(25)).ramped();
            bench.mode = mode;
            for (int tick = 0; tick < 200; tick++) {
                assertFalse(gives(bench));
                assertTrue(bench.because(Limit.NOT_PERMITTED));
            }
        }
    }

    @Test
    void theTailAfterAModeOnlyFallsAndLasts300Ms() {
        for (Mode ended : new Mode[]{Mode.WALK, Mode.TEST, Mode.EXERCISE}) {
            GovernorBench bench = bench(200, spacing(25)).ramped();
            bench.mode = ended;
            bench.train(ended == Mode.EXERCISE ? 200 : 40, 25, 20_000, 100);
            long endedNs = bench.nowNs;
            bench.mode = Mode.PAUSED;
            bench.idle(20);
            assertEquals(20_000, bench.ask(30_000, 100));
            assertTrue(bench.because(Limit.NOT_PERMITTED), "it may not rise");
            bench.idle(20);
            assertEquals(9_000, bench.ask(9_000, 100));
            bench.idle(20);
            assertEquals(9_000, bench.ask(20_000, 100));
            long lastNs = endedNs;
            while (bench.nowNs - endedNs < 2_000 * GovernorBench.MS) {
                bench.idle(20);
                lastNs = gives(bench) ? bench.nowNs : lastNs;
            }
            assertEquals(275 * GovernorBench.MS, lastNs - endedNs);
        }
    }

    @Test
    void theTailBeginsNoChannelThatWasSilent() {
        ChannelSettings other = new ChannelSettings(true, 100_000, 300, 40, Waveform.SYMMETRIC, 20_000);
        GovernorBench bench = new GovernorBench(
                new Profile().limits(spacing(25)).channels(CHANNEL, other).parts()).ramped();
        bench.askAgain(1, 10_000, 100);
        bench.idle(1_000);
        bench.train(8, 25, 20_000, 100);
        bench.mode = Mode.PAUSED;
        bench.idle(20);
        assertEquals(20_000, bench.ask(20_000, 100));
        assertEquals(0, bench.askAgain(1, 10_000, 100));
        assertTrue(Limit.NOT_PERMITTED.in(bench.reasons));
    }
}
