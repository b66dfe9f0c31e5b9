package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.config.ChannelSettings;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.HardLimits;
import org.footlift.config.LimitSettings;
import org.footlift.controller.Profile;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.api.Test;

/** How pulses may follow each other: spacing, bursts, duty, rise. */
class SafetyGovernorTimeTest {
    private static final LimitSettings LONGEST = new LimitSettings(100_000, 100_000, 500, 40_000, 5, 2_500, 80, 15_000);
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
    void keepsPulses5MsApart() {
        GovernorBench bench = bench(1_000, LONGEST).ramped();
        assertTrue(gives(bench));
        for (int ms = 1; ms < 5; ms++) {
            assertFalse(gives(bench));
            assertTrue(bench.because(Limit.SPACING));
        }
        assertTrue(gives(bench));
    }

    @Test
    void givesAtMost7PulsesInAny100Ms() {
        GovernorBench bench = bench(200, LONGEST).ramped();
        int pulses = 0;
        for (int ms = 0; ms < 100; ms += 5) {
            boolean given = gives(bench);
            pulses += given ? 1 : 0;
            assertEquals(pulses == 7 && !given, bench.because(Limit.SPACING));
        }
        assertEquals(7, pulses);
        assertTrue(gives(bench), "100 ms after the first there is room again");
    }

    @Test
    void keepsTheCapOfTheSpacingInWholeTicksRoundedUp() {
        GovernorBench bench = bench(200, spacing(23)).ramped(); // 4.6 ticks: 5
        assertTrue(gives(bench));
        for (int tick = 1; tick < 5; tick++) {
            assertFalse(gives(bench), "after " + tick);
            assertTrue(bench.because(Limit.SPACING));
        }
        assertTrue(gives(bench));
    }

    @Test
    void endsABurstAtItsCapAndStaysOffUntilAValidStance() {
        GovernorBench bench = bench(200, LONGEST).ramped();
        assertTrue(gives(bench));
        long beganNs = bench.nowNs;
        bench.idle(20);
        while (bench.nowNs - beganNs < 2_475 * GovernorBench.MS) {
            assertTrue(gives(bench), "at " + (bench.nowNs - beganNs));
            bench.idle(20);
        }
        assertEquals(2_500 * GovernorBench.MS, bench.nowNs + bench.tickNs - beganNs);
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.BURST));
        bench.idle(5_000);
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.STANCE));
        bench.stance = true;
        bench.idle(5);
        bench.stance = false;
        assertTrue(gives(bench));
    }

    @Test
    void aStanceSeenDuringALongBurstDoesNotExcuseIt() {
        GovernorBench bench = bench(200, LONGEST).ramped();
        bench.stance = true;
        bench.train(101, 25, 1_000, 100);
        bench.stance = false;
        bench.idle(1_000);
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.STANCE));
    }

    @Test
    void keepsTheDutyInWalkingTo80PercentOfAMinute() {
        GovernorBench bench = bench(200, LONGEST).ramped();
        bench.stance = true;
        long onNs = 0;
        boolean refused = false;
        for (int burst = 0; burst < 60; burst++) { // 2 s in every 2.1 s asks for 95 %
            for (int pulse = 0; pulse < 80; pulse++) {
                boolean given = gives(bench);
                onNs += given ? 25 * GovernorBench.MS : 0;
                refused |= bench.because(Limit.DUTY);
                assertEquals(given ? 0 : Limit.DUTY.bit(), bench.reasons);
                bench.idle(20);
            }
            bench.idle(100);
        }
        assertTrue(refused);
        double share = (double) onNs / (60 * 2_100 * GovernorBench.MS);
        assertTrue(share <= 0.80 + 0.01 && share > 0.70, () -> "share " + share);
    }

    @Test
    void keepsExerciseTo15SecondsAtATime() {
        GovernorBench bench = bench(200, LONGEST);
        bench.mode = Mode.EXERCISE;
        bench.ramped();
        long beganNs = bench.nowNs + bench.tickNs;
        bench.train(600, 25, 1_000, 100);
        assertEquals(1_000, bench.command.amplitudeUa);
        assertEquals(14_975 * GovernorBench.MS, bench.nowNs - beganNs);
        bench.idle(20);
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.BURST));
        bench.idle(100);
        assertTrue(gives(bench), "no stance is needed in exercise");
    }

    @Test
    void keepsTheDutyInExerciseTo60PercentOfTwoMinutes() {
        GovernorBench bench = bench(200, LONGEST);
        bench.mode = Mode.EXERCISE;
        bench.ramped();
        int given = 0;
        for (int cycle = 0; cycle < 8; cycle++) { // 14 s in 15 s
            for (int pulse = 0; pulse < 560; pulse++) {
                given += gives(bench) ? 1 : 0;
                bench.idle(20);
            }
            bench.idle(1_000);
        }
        assertTrue(given * 25 <= 72_000 + 8 * 25 && given * 25 > 71_000, "on for " + given * 25 + " ms");
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.DUTY));
    }

    @Test
    void risesWithinABurstAtFullScaleIn200Ms() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        for (int pulse = 1; pulse <= 8; pulse++) {
            assertEquals(pulse * 12_500, bench.ask(100_000, 100));
            assertEquals(pulse < 8, bench.because(Limit.RISE));
            bench.idle(20);
        }
    }

    @Test
    void fallsAtOnceAndRisesAgainFromThere() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.train(8, 25, 100_000, 100);
        bench.idle(20);
        assertEquals(10_000, bench.ask(10_000, 100));
        bench.idle(20);
        assertEquals(22_500, bench.ask(100_000, 100));
    }

    @Test
    void theSlowestChannelDoesNotMakeOneBurstOfQuickSteps() {
        ChannelSettings slowest = new ChannelSettings(true, 20_000, 300, HardLimits.LOWEST_FREQUENCY_HZ,
                Waveform.SYMMETRIC, 20_000);
        GovernorBench bench = new GovernorBench(
                new Profile().limits(spacing(25)).channels(CHANNEL, slowest).parts()).ramped();
        for (int step = 0; step < 20; step++) {
            for (int pulse = 0; pulse < 18; pulse++) {
                assertTrue(gives(bench), "step " + step);
                if (pulse % 3 == 0) {
                    assertTrue(bench.askAgain(1, 1_000, 100) > 0, "step " + step);
                }
                bench.idle(20);
            }
            bench.idle(115); // 140 ms without a pulse
        }
    }

    @Test
    void aBurstAfterAPauseRisesFromNothing() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.train(8, 25, 100_000, 100);
        bench.idle(95);
        assertEquals(12_500, bench.ask(100_000, 100));
    }

    @Test
    void aTickLateWithinTheTimeASensorMayBeSilentNeitherEndsTheBurstNorRestartsItsRise() {
        for (int silentMs = 25; silentMs < 100; silentMs += 5) {
            GovernorBench bench = bench(200, spacing(25)).ramped();
            bench.train(8, 25, 100_000, 100);
            long beganNs = bench.nowNs - 175 * GovernorBench.MS;
            bench.idle(silentMs - 5);
            assertEquals(100_000, bench.ask(100_000, 100), "after " + silentMs + " ms");
            while (bench.nowNs - beganNs < 2_475 * GovernorBench.MS) {
                bench.idle(20);
                bench.ask(100_000, 100);
            }
            bench.idle(20);
            bench.ask(100_000, 100);
            assertTrue(bench.because(Limit.BURST), "its length is counted from its first pulse, " + silentMs);
        }
    }

    @Test
    void risesBetweenSettingsAt2MilliamperePerSecondFromZero() {
        GovernorBench bench = bench(200, spacing(25));
        bench.stance = true;
        assertEquals(0, bench.ask(100_000, 100), "power-up begins at nothing");
        assertTrue(bench.because(Limit.RISE));
        bench.idle(4_995);
        assertEquals(10_000, bench.ask(100_000, 100), "after 5 s");
        bench.levelPct = 5;
        bench.idle(200);
        assertEquals(5_000, bench.ask(100_000, 100), "a lower level is taken at once");
        bench.levelPct = 100;
        bench.idle(995);
        assertEquals(7_000, bench.ask(100_000, 100), "a higher one after its time");
    }

    @Test
    void waitingWhilePausedEarnsNoRise() {
        GovernorBench bench = bench(200, spacing(25));
        bench.mode = Mode.PAUSED;
        bench.stance = true;
        bench.idle(60_000);
        bench.mode = Mode.WALK;
        bench.idle(995);
        assertEquals(2_000, bench.ask(100_000, 100));
    }

    @Test
    void aTimeThatWentBackwardsLetsNoPulseThrough() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        assertTrue(gives(bench));
        bench.nowNs -= 1_000 * GovernorBench.MS;
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.SPACING));
    }

    @Test
    void afterATimeThatWentBackwardsTheBurstOfBeforeIsOverSoonAndNotWhenTheOldTimeHasComeAgain() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        assertTrue(gives(bench));
        bench.nowNs -= 1_000 * GovernorBench.MS;
        bench.idle(150);
        assertFalse(bench.governor.burstOn());
        assertTrue(gives(bench), "another burst");
    }

    @Test
    void aClockThatGoesBackMakesABurstNoLonger() {
        GovernorBench bench = bench(200, LONGEST).ramped();
        assertTrue(gives(bench));
        bench.idle(20);
        long lostNs = 14 * GovernorBench.MS;
        long beganNs = bench.nowNs - 20 * GovernorBench.MS - lostNs;
        bench.nowNs -= lostNs;
        while (bench.nowNs - beganNs < 2_475 * GovernorBench.MS) {
            assertTrue(gives(bench), "at " + (bench.nowNs - beganNs));
            bench.idle(20);
        }
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.BURST));
    }

    @Test
    void worksOnAClockWhoseOriginLiesInTheFuture() {
        GovernorBench bench = bench(200, spacing(25));
        bench.nowNs = -3 * HardLimits.DUTY_WINDOW_MS * GovernorBench.MS;
        bench.ramped();
        int given = 0;
        bench.stance = true;
        for (int stride = 0; stride < 100; stride++) { // 1 s in 2 s, for 200 s
            for (int pulse = 0; pulse < 40; pulse++) {
                given += gives(bench) ? 1 : 0;
                bench.idle(20);
            }
            bench.idle(1_000);
        }
        assertEquals(4_000, given);
    }

    private static GovernorBench pausing(int refractoryMs) {
        EnvelopeSettings envelope = new EnvelopeSettings(0, 200, 100, 100, 100, 200, 1_900, refractoryMs,
                EnvelopeSettings.Timing.FIXED, 0, false);
        return new GovernorBench(
                new Profile().limits(spacing(5)).channel(CHANNEL).envelope(envelope).parts()).ramped();
    }

    @Test
    void keepsThePauseBetweenTwoBursts() {
        for (int refractoryMs : new int[]{150, 155, 1_000}) {
            GovernorBench bench = pausing(refractoryMs);
            bench.train(4, 25, 1_000, 100);
            bench.idle(refractoryMs - 10);
            assertFalse(gives(bench), refractoryMs + " less 5");
            assertTrue(bench.because(Limit.REFRACTORY));
            assertTrue(gives(bench), "after " + refractoryMs);
            bench.idle(20);
            assertTrue(gives(bench), "within the burst there is no pause");
        }
    }

    @Test
    void anythingUnder100MsIsAGapWithinTheBurstWhateverPauseIsSet() {
        GovernorBench bench = pausing(0);
        bench.train(8, 25, 100_000, 100);
        bench.idle(90);
        assertEquals(80_000, bench.ask(80_000, 100), "after 95 ms");
        bench.idle(95);
        assertEquals(12_500, bench.ask(80_000, 100), "after 100 ms a burst of its own");
    }

    @Test
    void exerciseKeepsNoPauseOfWalking() {
        GovernorBench bench = pausing(1_000);
        bench.mode = Mode.EXERCISE;
        bench.idle(5_000);
        bench.train(4, 25, 1_000, 100);
        bench.idle(500);
        assertTrue(gives(bench));
    }

    @Test
    void aPauseIsCountedFromTheLastPulseOfAnyChannel() {
        ChannelSettings other = new ChannelSettings(true, 100_000, 300, 40, Waveform.SYMMETRIC, 20_000);
        EnvelopeSettings envelope = new EnvelopeSettings(0, 200, 100, 100, 100, 200, 1_900, 300,
                EnvelopeSettings.Timing.FIXED, 0, false);
        GovernorBench bench = new GovernorBench(
                new Profile().limits(spacing(25)).channels(CHANNEL, other).envelope(envelope).parts()).ramped();
        assertTrue(gives(bench));
        bench.idle(45);
        assertTrue(bench.ask(1, 1_000, 100) > 0);
        bench.idle(250);
        assertFalse(gives(bench), "300 ms after its own, 255 ms after the other");
        assertTrue(bench.because(Limit.REFRACTORY));
    }

    /** One tick comes {@code lateMs} late, in a burst that is wanted before and after it. */
    private static GovernorBench late(int lateMs, boolean wanted) {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.wanted = true;
        bench.train(8, 25, 100_000, 100);
        bench.wanted = wanted;
        bench.idle(20);
        bench.tick += lateMs / 5;
        bench.nowNs += lateMs * GovernorBench.MS;
        return bench;
    }

    @Test
    void aTickLateByUpTo100MsDoesNotRestartTheRiseOfABurstThatGoesOn() {
        for (int lateMs = 0; lateMs <= 170; lateMs += 5) {
            boolean goesOn = 25 + lateMs - Math.min(lateMs, 100) < 100;
            assertEquals(goesOn ? 100_000 : 12_500, late(lateMs, true).ask(100_000, 100), "late by " + lateMs);
        }
    }

    @Test
    void aBurstThatIsWantedButGetsNoPulseFor100MsOfTicksInTimeIsOver() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.wanted = true;
        bench.train(8, 25, 100_000, 100);
        bench.idle(90);
        assertEquals(80_000, bench.ask(80_000, 100), "after 95 ms");
        bench.idle(95);
        assertEquals(12_500, bench.ask(80_000, 100), "after 100 ms");
    }

    @Test
    void afterAHardStopTheIntensityRisesFromNothing() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        assertEquals(12_500, bench.ask(100_000, 100));
        bench.governor.restartRise();
        bench.idle(995);
        assertEquals(2_000, bench.ask(100_000, 100));
        assertTrue(bench.because(Limit.RISE));
    }

    @Test
    void saysHowLongABurstMayLastThatBeginsNow() {
        GovernorBench bench = bench(200, LONGEST).ramped();
        assertEquals(2_500 * GovernorBench.MS, bench.governor.longestBurstNs(Mode.WALK, bench.nowNs));
        assertEquals(2_500 * GovernorBench.MS, bench.governor.longestBurstNs(Mode.TEST, bench.nowNs));
        assertEquals(15_000 * GovernorBench.MS, bench.governor.longestBurstNs(Mode.EXERCISE, bench.nowNs));
        LimitSettings scarce = new LimitSettings(100_000, 100_000, 500, 40_000, 25, 2_500, 2, 15_000);
        GovernorBench rare = bench(200, scarce).ramped();
        assertEquals(1_175 * GovernorBench.MS, rare.governor.longestBurstNs(Mode.WALK, rare.nowNs),
                "2 % of a minute, less what its first pulse adds");
        assertTrue(gives(rare));
        rare.idle(1_000);
        assertEquals(1_150 * GovernorBench.MS, rare.governor.longestBurstNs(Mode.WALK, rare.nowNs));
    }

    @Test
    void aTickThatComesLateIntoAPauseExcusesNothing() {
        GovernorBench bench = late(75, false);
        bench.wanted = true;
        assertEquals(12_500, bench.ask(100_000, 100), "100 ms without a pulse, and none was wanted");
    }

    @Test
    void theRestOfALateBurstCountsFromItsFirstPulse() {
        GovernorBench bench = late(100, true);
        long beganNs = bench.nowNs - 300 * GovernorBench.MS + bench.tickNs;
        while (bench.nowNs + bench.tickNs - beganNs < 2_500 * GovernorBench.MS) {
            assertTrue(gives(bench), "at " + (bench.nowNs - beganNs));
            bench.idle(20);
        }
        assertFalse(gives(bench));
        assertTrue(bench.because(Limit.BURST));
    }

    @Test
    void aStanceSeenWhileABurstIsWantedThatWaitedForItLetsNothingOfItThrough() {
        GovernorBench bench = bench(200, spacing(25)).ramped();
        bench.governor.requireStance();
        bench.wanted = true;
        assertFalse(gives(bench));
        bench.stance = true;
        for (int tick = 0; tick < 100; tick++) {
            assertFalse(gives(bench));
            assertTrue(bench.because(Limit.STANCE));
        }
        bench.wanted = false;
        bench.idle(5);
        bench.stance = false;
        bench.wanted = true;
        assertTrue(gives(bench));
    }
}
