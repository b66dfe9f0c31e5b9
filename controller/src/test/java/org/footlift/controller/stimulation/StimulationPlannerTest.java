package org.footlift.controller.stimulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.footlift.config.ChannelSettings;
import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.EnvelopeSettings.Timing;
import org.footlift.config.LimitSettings;
import org.footlift.config.ModeSettings;
import org.footlift.config.Settings;
import org.footlift.controller.Profile;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.api.Test;

class StimulationPlannerTest {
    /** 20 mA: the plateau is 20 000 µA. */
    private static ChannelSettings channel(int hz) {
        return new ChannelSettings(true, 20_000, 300, hz, Waveform.SYMMETRIC, 2_500);
    }

    private static Profile profile() {
        return new Profile().heelOnly().channel(channel(40));
    }

    private static EnvelopeSettings envelope(int delay, int rising, int extension, int falling, int min, int max,
            int refractory) {
        return new EnvelopeSettings(delay, rising, 100, extension, falling, min, max, refractory, Timing.FIXED, 0,
                false);
    }

    private static PlannerBench bench(EnvelopeSettings envelope) {
        return new PlannerBench(profile().envelope(envelope).settings());
    }

    private static final EnvelopeSettings PLAIN = envelope(0, 200, 100, 150, 200, 1_900, 100);

    @Test
    void theFirstPulseLeavesInTheTickOfTheTrigger() {
        PlannerBench bench = bench(PLAIN).swing(100);
        assertEquals(0, bench.first());
    }

    @Test
    void thePeriodIsAWholeNumberOfTicksRoundedUp() {
        assertEquals(List.of(25L, 20L, 30L, 15L),
                List.of(period(200, 40), period(200, 50), period(200, 35), period(200, 70)));
        assertEquals(List.of(30L, 25L), List.of(period(100, 40), period(1_000, 40)));
    }

    private static final LimitSettings CLOSE = new LimitSettings(40_000, 40_000, 300, 12_000, 5, 2_000, 80, 8_000);

    private static long period(int rateHz, int hz) {
        PlannerBench bench = new PlannerBench(profile().rateHz(rateHz).channel(channel(hz)).limits(CLOSE).settings());
        bench.swing(200);
        assertEquals(bench.planner.pulsePeriodNs(0),
                (bench.wishes.get(1).ms() - bench.wishes.get(0).ms()) * 1_000_000L);
        return bench.wishes.get(2).ms() - bench.wishes.get(1).ms();
    }

    @Test
    void missedTicksAreMissedPulses() {
        PlannerBench bench = bench(PLAIN).swing(200);
        bench.step(20); // 100 ms late
        bench.run(50);
        List<Long> times = bench.wishes.stream().map(PlannerBench.Wish::ms).filter(ms -> ms >= 175).toList();
        assertEquals(List.of(175L, 295L, 320L, 345L), times, "one pulse at once, none caught up");
    }

    @Test
    void waitsForItsDelay() {
        assertEquals(120, bench(envelope(120, 200, 100, 150, 200, 1_900, 100)).swing(400).first());
    }

    @Test
    void aHeelThatComesDownDuringTheDelayCancelsTheBurst() {
        PlannerBench bench = bench(envelope(120, 200, 100, 150, 200, 1_900, 100)).swing(100).stance(500);
        assertTrue(bench.wishes.isEmpty());
    }

    @Test
    void risesFromOnePeriodsWorthToThePlateau() {
        PlannerBench bench = bench(PLAIN).swing(500);
        assertEquals(2_500, bench.at(0));
        assertEquals(10_000, bench.at(75));
        assertEquals(20_000, bench.at(175));
        assertEquals(20_000, bench.at(475));
    }

    @Test
    void standsAtOnceOnThePlateauWithoutARise() {
        assertEquals(20_000, bench(envelope(0, 0, 100, 150, 200, 1_900, 100)).swing(100).at(0));
    }

    @Test
    void thePlateauIsItsShareOfTheLevel() {
        EnvelopeSettings half = new EnvelopeSettings(0, 200, 50, 100, 150, 200, 1_900, 100, Timing.FIXED, 0, false);
        assertEquals(10_000, bench(half).swing(500).at(400));
    }

    @Test
    void holdsThroughTheExtensionAndFallsToNothing() {
        PlannerBench bench = bench(PLAIN).swing(500).stance(500);
        assertEquals(20_000, bench.at(600), "strike at 500, extension 100");
        assertNear(16_666, bench.at(625), "25 of 150 ms down", 100);
        assertEquals(725, bench.last());
        assertFalse(bench.planner.burstOn());
    }

    @Test
    void lastsItsMinimumEvenWhenTheHeelComesDownAtOnce() {
        PlannerBench bench = bench(envelope(0, 0, 0, 0, 300, 1_900, 100)).swing(20).stance(600);
        assertEquals(275, bench.last());
        assertEquals(20_000, bench.at(275));
    }

    @Test
    void lastsItsMaximumWhenNoStrikeIsSeen() {
        PlannerBench bench = bench(envelope(0, 0, 0, 150, 0, 1_000, 0)).swing(5_000);
        assertEquals(20_000, bench.at(850));
        assertEquals(975, bench.last());
    }

    @Test
    void aFallLongerThanTheLongestBurstDoesNotStretchIt() {
        assertTrue(bench(envelope(0, 0, 0, 200, 0, 200, 0)).swing(2_000).last() <= 200);
    }

    @Test
    void aStrikeThatWasNoneDoesNotEndTheBurst() {
        PlannerBench bench = bench(PLAIN).swing(300).stance(50).swing(500);
        assertEquals(20_000, bench.at(825));
    }

    @Test
    void pausesForTheRefractoryTimeBetweenBursts() {
        PlannerBench bench = bench(envelope(0, 0, 0, 0, 0, 1_900, 400)).swing(200).stance(100).mark().swing(800);
        assertEquals(300, bench.first(), "the last burst ended 100 ms before");
    }

    /** A shorter pause would make one burst of two for the governor, whose length and rise go on. */
    @Test
    void pausesForAsLongAsTheGovernorNeedsToTellTwoBurstsApart() {
        PlannerBench bench = bench(envelope(0, 0, 0, 0, 0, 1_900, 0)).swing(200).stance(5).mark().swing(800);
        assertEquals(95, bench.first(), "the last one ended with the heel strike, one tick before");
        PlannerBench slow = new PlannerBench(profile().envelope(envelope(0, 0, 0, 0, 0, 1_900, 0))
                .channels(channel(40), channel(16)).settings());
        slow.swing(200).stance(5).mark().swing(800);
        assertEquals(120, slow.first(), "two periods of 62.5 ms");
    }

    @Test
    void aTestPressedAgainAtOnceWaitsForThePauseToo() {
        PlannerBench bench = bench(envelope(0, 0, 0, 0, 0, 1_900, 300));
        bench.mode = Mode.TEST;
        bench.testHeld = true;
        bench.run(200);
        bench.mode = Mode.PAUSED;
        bench.run(5);
        bench.mode = Mode.TEST;
        bench.mark().run(900);
        assertEquals(295, bench.first(), "it was cut 5 ms before");
        assertTrue(bench.last() >= 900 - 25);
    }

    @Test
    void keepsAStepThatBeginsDuringTheFallOfTheLast() {
        PlannerBench bench = bench(envelope(0, 0, 0, 300, 0, 1_900, 100)).swing(300).stance(100).mark().swing(900);
        assertEquals(20_000, bench.at(400), "fall until 200, refractory until 300");
    }

    /** Quick steps: the extension of the first reaches into the second, and one burst carries both until it has lasted its longest. */
    @Test
    void aStepThatBeginsDuringTheExtensionOfTheLastGetsItsOwnBurstWhenThatOneIsOver() {
        for (int extensionMs : new int[]{150, 300}) {
            for (int refractoryMs : new int[]{0, 99}) {
                PlannerBench bench = bench(envelope(0, 0, extensionMs, 0, 0, 1_200, refractoryMs));
                bench.swing(450).stance(100).swing(648);
                assertFalse(bench.outlasted, "the stance was seen: nothing is wrong");
                assertEquals(1_175, bench.last(), "carried on without a gap");
                bench.mark().swing(400).stance(1_000);
                assertEquals(100, bench.first(), "the shortest pause after the burst, which ended at 1200");
                assertTrue(bench.last() >= 400);
            }
        }
    }

    @Test
    void aStepThatBeginsDuringTheExtensionOfTheLastIsForgottenWithItsHeelStrike() {
        PlannerBench bench = bench(envelope(0, 0, 300, 0, 0, 1_900, 0)).swing(450).stance(100).swing(400).stance(400);
        bench.mark().run(2_000);
        assertTrue(bench.wishes.isEmpty());
    }

    @Test
    void aBurstThatReachesItsLongestInItsExtensionMissedNoHeelStrike() {
        PlannerBench bench = bench(envelope(0, 0, 300, 0, 0, 1_000, 0)).swing(950).stance(500);
        assertEquals(975, bench.last());
        assertFalse(bench.outlasted);
    }

    @Test
    void aBurstThatNoHeelStrikeEndsSaysSo() {
        assertTrue(bench(envelope(0, 0, 300, 0, 0, 1_000, 0)).swing(1_500).outlasted);
    }

    @Test
    void aDroppedBurstWishesForNothingAndTheNextHeelOffBeginsTheNext() {
        PlannerBench bench = bench(envelope(0, 0, 500, 0, 0, 1_900, 1_000));
        bench.swing(5);
        bench.drop();
        bench.mark().run(300).stance(100);
        assertFalse(bench.planner.burstOn());
        assertTrue(bench.wishes.isEmpty());
        bench.mark().swing(100);
        assertEquals(0, bench.first(), "refused at its first pulse, it gave nothing to pause after");
        bench.drop();
        bench.stance(100).mark().swing(1_200);
        assertEquals(895, bench.first(), "one that was cut did");
    }

    @Test
    void beginsNothingWhileSoftStoppedAndForgetsThatTrigger() {
        PlannerBench bench = bench(PLAIN);
        bench.softStop = true;
        bench.swing(200);
        bench.softStop = false;
        bench.swing(500);
        assertTrue(bench.wishes.isEmpty(), "a swing half over is not begun");
    }

    @Test
    void aSoftStopFallsAfter500MsAtMost() {
        PlannerBench bench = bench(PLAIN).swing(500);
        bench.softStop = true;
        bench.mark().run(2_000);
        assertEquals(20_000, bench.at(500));
        assertTrue(bench.at(525) < 20_000);
        assertTrue(bench.last() <= 800);
    }

    @Test
    void aSoftStopWhoseCauseComesAndGoesFallsNoLater() {
        PlannerBench bench = bench(PLAIN).swing(500);
        bench.mark();
        for (int i = 0; i < 20; i++) {
            bench.softStop = i % 2 == 0;
            bench.run(50);
        }
        assertEquals(20_000, bench.at(500));
        assertTrue(bench.at(525) < 20_000);
        assertTrue(bench.last() <= 800);
    }

    @Test
    void aSoftStopThatIsOverBoundsNoLaterBurst() {
        PlannerBench bench = bench(envelope(0, 0, 0, 150, 0, 1_900, 0)).swing(300);
        bench.softStop = true;
        bench.run(50);
        bench.softStop = false;
        bench.stance(200).mark().swing(900);
        assertEquals(20_000, bench.at(875), "begun as soon as the pause after the last one was over");
    }

    @Test
    void aHeelStrikeEndsASoftlyStoppedBurstSooner() {
        PlannerBench bench = bench(PLAIN).swing(500);
        bench.softStop = true;
        bench.mark().swing(100).stance(1_000);
        assertEquals(325, bench.last(), "strike at 100, extension 100, fall 150");
    }

    @Test
    void pauseFallsAtOnceWithinItsRamp() {
        PlannerBench bench = bench(PLAIN).swing(500);
        bench.mode = Mode.PAUSED;
        bench.mark().run(1_000);
        assertTrue(bench.last() < 150);
        assertFalse(bench.planner.burstOn());
    }

    @Test
    void resetCutsAtOnce() {
        PlannerBench bench = bench(PLAIN).swing(500);
        bench.planner.reset();
        assertFalse(bench.planner.burstOn());
        bench.mark().run(500);
        assertTrue(bench.wishes.isEmpty());
    }

    @Test
    void resetForgetsAHeelOffThatWaitedForItsDelay() {
        PlannerBench bench = bench(envelope(120, 0, 100, 150, 200, 1_900, 100)).swing(50);
        bench.planner.reset();
        bench.mark().run(500);
        assertTrue(bench.wishes.isEmpty());
    }

    @Test
    void aHeelOffBeforeAPauseBeginsNoBurstAfterIt() {
        PlannerBench bench = bench(envelope(300, 0, 100, 150, 200, 1_900, 100)).swing(100);
        bench.mode = Mode.PAUSED;
        bench.run(50);
        bench.mode = Mode.WALK;
        bench.mark().run(1_000);
        assertTrue(bench.wishes.isEmpty());
    }

    @Test
    void theLeastBurstThatIsOfUseBegins() {
        PlannerBench bench = bench(PLAIN);
        bench.longestMs = EnvelopeSettings.LEAST_BURST_MS;
        assertEquals(0, bench.mark().swing(500).first());
    }

    @Test
    void theLeastDurationCountsTheFall() {
        PlannerBench bench = bench(envelope(0, 0, 0, 100, 400, 1_900, 100)).swing(20).stance(800);
        assertEquals(20_000, bench.at(300));
        assertEquals(375, bench.last());
    }

    @Test
    void aBurstDroppedInASoftStopBoundsNoLaterOne() {
        PlannerBench bench = bench(PLAIN).swing(300);
        bench.softStop = true;
        bench.run(100);
        bench.drop();
        bench.softStop = false;
        bench.stance(300).mark().swing(900);
        assertEquals(20_000, bench.at(875));
    }

    @Test
    void theFirstPulseAfterABurstThatWasRefusedLeavesAtOnceToo() {
        PlannerBench bench = bench(envelope(0, 0, 500, 0, 0, 1_900, 0)).swing(5);
        bench.drop();
        bench.stance(5).mark().swing(100);
        assertEquals(0, bench.first(), "10 ms after a pulse that was wished for and did not leave");
    }

    @Test
    void beginsNoBurstThatTheDutyLimitWouldCutAndSaysSo() {
        for (Mode mode : new Mode[]{Mode.WALK, Mode.TEST}) {
            PlannerBench bench = bench(PLAIN);
            bench.mode = mode;
            bench.testHeld = mode == Mode.TEST;
            bench.longestMs = 149;
            bench.mark().swing(500);
            assertTrue(bench.wishes.isEmpty());
            assertEquals(Limit.DUTY.bit(), bench.reasons);
        }
    }

    @Test
    void fallsInTimeWhenTheDutyLimitIsNearAndSaysSo() {
        for (Mode mode : new Mode[]{Mode.WALK, Mode.TEST}) {
            PlannerBench bench = bench(envelope(0, 0, 100, 150, 200, 1_900, 100));
            bench.mode = mode;
            bench.testHeld = mode == Mode.TEST;
            bench.longestMs = 500;
            bench.mark().swing(1_000);
            assertEquals(20_000, bench.at(350));
            assertEquals(475, bench.last());
            assertNear(3_333, bench.at(475), "25 of 150 ms left", 100);
            assertEquals(Limit.DUTY.bit(), bench.reasons);
        }
    }

    @Test
    void theFallTakesNoMoreThanHalfOfAShortenedBurst() {
        PlannerBench bench = bench(envelope(0, 0, 100, 300, 0, 1_900, 100));
        bench.longestMs = 200;
        bench.mark().swing(1_000);
        assertEquals(20_000, bench.at(100));
        assertEquals(175, bench.last());
    }

    @Test
    void exerciseRestsUntilTheDutyLimitHasRoomForAWholeBurstAndSaysSo() {
        PlannerBench bench = new PlannerBench(exercise());
        bench.mode = Mode.EXERCISE;
        bench.longestMs = 1_974;
        bench.mark().run(5_000);
        assertTrue(bench.wishes.isEmpty());
        assertEquals(Limit.DUTY.bit(), bench.reasons);
        bench.longestMs = 1_975;
        bench.run(2_100);
        assertEquals(5_000, bench.first());
        assertEquals(6_950, bench.last(), "2 s on, a pulse less");
    }

    private static Settings exercise() {
        return profile()
                .modes(new ModeSettings(ModeSettings.Start.EXERCISE, 100, 5, 2_000, 3_000, 1_000, 1_000, 4_000, 300))
                .settings();
    }

    @Test
    void exerciseRestsFirstThenCycles() {
        PlannerBench bench = new PlannerBench(exercise());
        bench.mode = Mode.EXERCISE;
        bench.mark().run(10_000);
        assertEquals(3_000, bench.first());
        assertEquals(20_000, bench.at(4_000), "rises over its own ramp");
        assertTrue(bench.at(3_500) < 11_000);
        long gapMs = 0;
        long lastOfFirst = 0;
        for (int i = 1; i < bench.wishes.size(); i++) {
            long gap = bench.wishes.get(i).ms() - bench.wishes.get(i - 1).ms();
            if (gap > gapMs) {
                gapMs = gap;
                lastOfFirst = bench.wishes.get(i - 1).ms();
            }
        }
        assertNear(4_975, lastOfFirst, "2 s on, ramps included", 25);
        assertNear(3_025, gapMs, "3 s off", 25);
    }

    private static void assertNear(long expected, long actual, String what, int within) {
        assertTrue(Math.abs(expected - actual) <= within, () -> what + ": " + actual);
    }

    @Test
    void everyExerciseBeginsWithItsRest() {
        PlannerBench bench = new PlannerBench(exercise());
        bench.mode = Mode.EXERCISE;
        bench.run(4_000);
        bench.mode = Mode.PAUSED;
        bench.run(10_000);
        bench.mode = Mode.EXERCISE;
        bench.mark().run(4_000);
        assertEquals(3_000, bench.first());
    }

    @Test
    void anExerciseThatWasResetBeginsWithItsWholeRest() {
        PlannerBench bench = new PlannerBench(exercise());
        bench.mode = Mode.EXERCISE;
        bench.run(1_500);
        bench.planner.reset();
        bench.mark().run(4_000);
        assertEquals(3_000, bench.first());
    }

    @Test
    void aTestBurstLastsWhileHeldAndNotLonger() {
        PlannerBench bench = bench(PLAIN);
        bench.mode = Mode.TEST;
        bench.testHeld = true;
        bench.mark().run(5_000);
        assertEquals(0, bench.first());
        assertEquals(975, bench.last());
        bench.testHeld = false;
        bench.mode = Mode.PAUSED;
        bench.run(100);
        bench.mode = Mode.TEST;
        bench.testHeld = true;
        bench.mark().run(400);
        bench.testHeld = false;
        bench.run(1_000);
        assertEquals(0, bench.first());
        assertTrue(bench.last() < 400 + 150, "released early, it falls early");
    }

    @Test
    void aTestBurstDoesNotBeginInASoftStop() {
        PlannerBench bench = bench(PLAIN);
        bench.mode = Mode.TEST;
        bench.testHeld = true;
        bench.softStop = true;
        bench.mark().run(1_000);
        assertTrue(bench.wishes.isEmpty());
    }

    @Test
    void bothChannelsPulseEachAtItsOwnRate() {
        PlannerBench bench = new PlannerBench(profile().channels(channel(40), channel(20)).settings());
        bench.swing(500);
        assertEquals(20, bench.wishes.stream().filter(w -> w.channel() == 0).count());
        assertEquals(10, bench.wishes.stream().filter(w -> w.channel() == 1).count());
    }
}
