package org.footlift.sim.stimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.footlift.hal.PulseCommand;
import org.footlift.sim.stimulator.PulseMonitor.Use;
import org.footlift.sim.stimulator.Violation.Rule;
import org.junit.jupiter.api.Test;

class PulseMonitorTest {
    private static final long MS = 1_000_000;
    private static final OutputDeclaration HUGE_PADS = new OutputDeclaration(25 * MS, 100_000);
    /** The ceilings, and a full scale of 100 mA. */
    private static final OutputCaps RISING = new OutputCaps(100, 100, 500, 40, 5, 2.5, 15, 0.8, 100);

    private final PulseMonitor monitor = monitor(HUGE_PADS, Use.WALKING, 0);

    @Test
    void anOrdinaryWalkBreaksNothing() {
        PulseMonitor usual = monitor(OutputDeclaration.DEFAULT, Use.WALKING, 0);
        for (int stride = 0; stride < 100; stride++) {
            for (int pulse = 0; pulse < 28; pulse++) {
                usual.check(0, (stride * 1_100L + pulse * 25L) * MS, Pulses.of(25_000, 300));
            }
        }
        assertEquals(List.of(), usual.violations());
    }

    @Test
    void theCeilingsThemselvesAreAllowed() {
        monitor.check(0, 0, Pulses.of(100_000, 400));
        monitor.check(0, 1_000 * MS, Pulses.of(80_000, 500, 20_000, 2_000));
        for (int i = 0; i < 7; i++) {
            monitor.check(0, 2_000 * MS + 5 * MS * i, Pulses.of(1_000, 100));
        }
        assertEquals(List.of(), monitor.violations());
    }

    @Test
    void catchesTooMuchAmplitudeInEitherPhase() {
        monitor.check(0, 0, Pulses.of(100_001, 100));
        monitor.check(0, 1_000 * MS, Pulses.of(50_000, 300, 150_000, 100));
        assertBroken(Rule.AMPLITUDE);
        assertEquals(2, monitor.count(Rule.AMPLITUDE));
        assertEquals(100.001, monitor.violations().getFirst().measured(), 1e-9);
    }

    @Test
    void catchesTooMuchWidth() {
        monitor.check(0, 0, Pulses.of(10_000, 501));
        assertBroken(Rule.WIDTH);
    }

    @Test
    void catchesTooMuchCharge() {
        monitor.check(0, 0, Pulses.of(99_000, 405));
        assertBroken(Rule.CHARGE);
        assertEquals(40.095, monitor.violations().getFirst().measured(), 1e-9);
    }

    @Test
    void catchesAnImbalanceOfTheLastDigit() {
        monitor.check(0, 0, Pulses.of(25_000, 300, 24_999, 300));
        assertBroken(Rule.BALANCE);
        assertEquals(0.3, monitor.violations().getFirst().measured(), 1e-9);
    }

    @Test
    void catchesAPulseWithoutRecovery() {
        monitor.check(0, 0, Pulses.of(25_000, 300, 0, 0));
        assertBroken(Rule.BALANCE);
    }

    @Test
    void catchesPulsesTooClose() {
        monitor.check(0, 0, Pulses.of(10_000, 100));
        monitor.check(0, 5 * MS - 1, Pulses.of(10_000, 100));
        assertBroken(Rule.SPACING);
    }

    @Test
    void channelsDoNotCrowdEachOther() {
        monitor.check(0, 0, Pulses.of(10_000, 100));
        monitor.check(1, 1, Pulses.of(10_000, 100));
        assertEquals(0, monitor.total());
    }

    @Test
    void allowsTheJitterOfARealLoopButNoMore() {
        PulseMonitor real = monitor(HUGE_PADS, Use.WALKING, MS / 2);
        real.check(0, 0, Pulses.of(10_000, 100));
        real.check(0, 4_600_000, Pulses.of(10_000, 100));
        assertEquals(0, real.total());
        real.check(0, 9_000_000, Pulses.of(10_000, 100));
        assertEquals(1, real.count(Rule.SPACING));
    }

    @Test
    void catchesTheEighthPulseInATenthOfASecond() {
        for (int i = 0; i < 7; i++) {
            monitor.check(0, 14 * MS * i, Pulses.of(1_000, 100));
        }
        assertEquals(0, monitor.total());
        monitor.check(0, 99 * MS, Pulses.of(1_000, 100));
        assertBroken(Rule.COUNT);
    }

    @Test
    void catchesTooMuchEnergy() {
        // 100 mA over 1.2 ms and 40 mA over 3 ms into 500 ohm: 6 + 2.4 mJ is allowed, 12 mJ is not; width and charge break along with it.
        monitor.check(0, 0, Pulses.of(100_000, 1_200));
        assertEquals(12, only(Rule.ENERGY).measured(), 1e-9);
    }

    @Test
    void catchesTooDenseACurrentForHalfThePad() {
        PulseMonitor small = monitor(new OutputDeclaration(25 * MS, 800), Use.WALKING, 0);
        for (int i = 0; i < 4; i++) {
            small.check(0, 25 * MS * i, Pulses.of(60_000, 300));
        }
        // Published example: 60 mA, 300 µs, 40 Hz through half of an 8 cm² disc is 2.3 mA/cm².
        assertEquals(Set.of(Rule.DENSITY),
                small.violations().stream().map(Violation::rule).collect(Collectors.toSet()));
        assertEquals(2.32, small.violations().getLast().measured(), 0.01);
    }

    @Test
    void restBetweenBurstsDoesNotThinTheCurrent() {
        PulseMonitor small = monitor(new OutputDeclaration(25 * MS, 800), Use.WALKING, 0);
        for (int i = 0; i < 3; i++) {
            small.check(0, 25 * MS * i, Pulses.of(55_000, 300));
        }
        assertEquals(0, small.total(), "three pulses do not fill a tenth of a second");
        small.check(0, 5_000 * MS, Pulses.of(55_000, 300));
        assertEquals(1, small.count(Rule.DENSITY));
    }

    @Test
    void aTrainIsJudgedByItsOwnRateWhateverItsPeriod() {
        // 65 mA, 300 µs, 25 Hz: 7.96 mA r.m.s. through 4 cm²; 66 mA is 8.08.
        PulseMonitor below = monitor(new OutputDeclaration(40 * MS, 800), Use.WALKING, 0);
        PulseMonitor above = monitor(new OutputDeclaration(40 * MS, 800), Use.WALKING, 0);
        for (int i = 0; i < 20; i++) {
            below.check(0, 40 * MS * i, Pulses.of(65_000, 300));
            above.check(0, 40 * MS * i, Pulses.of(66_000, 300));
        }
        assertEquals(0, below.total());
        assertTrue(above.count(Rule.DENSITY) > 10);
    }

    @Test
    void catchesABurstThatGoesOnTooLong() {
        for (int i = 0; i <= 100; i++) {
            monitor.check(0, 25 * MS * i, Pulses.of(10_000, 100));
        }
        assertEquals(0, monitor.total(), "2.5 s is allowed");
        monitor.check(0, 101 * 25 * MS, Pulses.of(10_000, 100));
        assertBroken(Rule.BURST);
    }

    @Test
    void aTenthOfASecondWithoutAPulseBeginsANewBurst() {
        for (int i = 0; i <= 200; i++) {
            monitor.check(0, 25 * MS * i + (i > 90 ? 75 * MS : 0), Pulses.of(10_000, 100));
            if (i == 190) {
                assertEquals(0, monitor.total());
            }
        }
        assertBroken(Rule.BURST);
    }

    @Test
    void aShorterPauseDoesNotEndABurst() {
        for (int i = 0; i <= 100; i++) {
            monitor.check(0, 25 * MS * i + (i > 50 ? 74 * MS : 0), Pulses.of(10_000, 100));
        }
        assertBroken(Rule.BURST);
    }

    @Test
    void catchesMoreThanFourFifthsOfAMinute() {
        train(monitor, 2_000, 475, 24);
        assertEquals(0, monitor.total(), "of a minute 48 s are allowed");
        train(monitor, 2_000, 25 + 100, 10);
        assertBroken(Rule.DUTY);
    }

    @Test
    void inExerciseThreeFifthsOfTwoMinutesAreAllowed() {
        PulseMonitor exercise = monitor(HUGE_PADS, Use.EXERCISE, 0);
        train(exercise, 6_000, 4_100, 12);
        assertEquals(0, exercise.total());
        train(exercise, 6_000, 2_000, 6);
        assertTrue(exercise.count(Rule.DUTY) > 0);
    }

    @Test
    void timeThatTwoChannelsShareCountsOnceForDuty() {
        for (int i = 0; i < 24; i++) {
            for (int pulse = 0; pulse <= 76; pulse++) {
                monitor.check(0, (i * 2_475L + pulse * 25L) * MS, Pulses.of(1_000, 100));
                monitor.check(1, (i * 2_475L + pulse * 25L) * MS, Pulses.of(1_000, 100));
            }
        }
        assertEquals(0, monitor.total());
    }

    @Test
    void catchesARiseFasterThanFullScaleInAFifthOfASecond() {
        PulseMonitor strict = new PulseMonitor(List.of(HUGE_PADS), RISING, Use.WALKING, 0);
        for (int i = 0; i < 8; i++) {
            strict.check(0, 25 * MS * i, Pulses.of(12_500 * (i + 1), 100));
        }
        assertEquals(0, strict.total());
        strict.check(0, 1_000 * MS, Pulses.of(12_501, 100));
        assertEquals(1, strict.count(Rule.RISE), "a new burst begins from nothing");
    }

    /** The loop tells what it knows: a burst that it held up goes on at its height, one that it did not begins anew. */
    @Test
    void aBurstThatTheLoopHeldUpNeedNotRiseAnew() {
        PulseMonitor strict = new PulseMonitor(List.of(HUGE_PADS, HUGE_PADS), RISING, Use.WALKING, 0);
        strict.check(0, 0, Pulses.of(12_000, 100));
        strict.check(0, 25 * MS, Pulses.of(24_000, 100));
        strict.heldUp(60 * MS);
        strict.check(1, 100 * MS, Pulses.of(1_000, 100));
        strict.check(0, 150 * MS, Pulses.of(24_000, 100));
        assertEquals(0, strict.total());
        strict.check(0, 275 * MS, Pulses.of(24_000, 100));
        assertEquals(1, strict.count(Rule.RISE), "one excuse is good for one pause");
    }

    @Test
    void aProfilesCapsTightenTheCeilings() {
        OutputCaps caps = new OutputCaps(30, 10_000, 300, 8, 20, 1, 3, 0.5, 100);
        PulseMonitor capped = new PulseMonitor(List.of(HUGE_PADS), caps, Use.WALKING, 0);
        capped.check(0, 0, Pulses.of(30_001, 100));
        capped.check(0, 1_000 * MS, Pulses.of(10_000, 301));
        capped.check(0, 2_000 * MS, Pulses.of(30_000, 267));
        capped.check(0, 2_019 * MS, Pulses.of(1_000, 100));
        for (Rule rule : List.of(Rule.AMPLITUDE, Rule.WIDTH, Rule.CHARGE, Rule.SPACING)) {
            assertEquals(1, capped.count(rule), rule.name());
        }
        for (int i = 0; i <= 41; i++) {
            capped.check(0, (3_000 + 25 * i) * MS, Pulses.of(1_000, 100));
        }
        assertEquals(1, capped.count(Rule.BURST));
    }

    @Test
    void catchesAPairThatIsTooStrongTogether() {
        monitor.check(0, 0, Pulses.of(70_000, 500));
        monitor.check(0, 8 * MS, Pulses.of(70_000, 500));
        assertEquals(0, monitor.total(), "24.7 mA r.m.s.");
        monitor.check(0, 1_000 * MS, Pulses.of(70_000, 500));
        monitor.check(0, 1_007 * MS, Pulses.of(70_000, 500));
        assertBroken(Rule.CURRENT);
        assertEquals(26.5, only(Rule.CURRENT).measured(), 0.05);
    }

    @Test
    void catchesABurstThatBeginsTooSoonAfterTheLast() {
        PulseMonitor patient = resting(300);
        patient.check(0, 0, Pulses.of(1_000, 100));
        patient.check(1, 299 * MS, Pulses.of(1_000, 100));
        assertEquals(1, patient.count(Rule.REFRACTORY), "whichever the channel");
        patient.check(0, 599 * MS, Pulses.of(1_000, 100));
        assertEquals(1, patient.total());
    }

    @Test
    void aBurstThatGoesOnAfterTheLoopWasHeldUpNeedsNoPause() {
        PulseMonitor patient = resting(300);
        patient.check(0, 0, Pulses.of(1_000, 100));
        patient.heldUp(200 * MS);
        patient.check(0, 225 * MS, Pulses.of(1_000, 100));
        assertEquals(0, patient.total());
        patient.check(0, 450 * MS, Pulses.of(1_000, 100));
        assertEquals(1, patient.count(Rule.REFRACTORY), "one excuse is good for one pause");
    }

    @Test
    void exerciseKeepsItsOwnPauses() {
        PulseMonitor patient = resting(300);
        patient.use(Use.EXERCISE);
        patient.check(0, 0, Pulses.of(1_000, 100));
        patient.check(0, 200 * MS, Pulses.of(1_000, 100));
        assertEquals(0, patient.total());
    }

    private static PulseMonitor resting(double pauseMs) {
        OutputCaps caps = new OutputCaps(100, 100, 500, 40, 5, 2.5, 15, 0.8, pauseMs);
        return new PulseMonitor(List.of(HUGE_PADS, HUGE_PADS), caps, Use.WALKING, 0);
    }

    @Test
    void catchesAPulseWhileAHardStopIsInForce() {
        monitor.stop();
        monitor.check(0, 0, Pulses.of(1_000, 100));
        assertBroken(Rule.STOPPED);
        monitor.release();
        monitor.check(0, 1_000 * MS, Pulses.of(1_000, 100));
        assertEquals(1, monitor.total());
    }

    @Test
    void aBurstIsJudgedByWhatItBeganAs() {
        monitor.use(Use.EXERCISE);
        monitor.check(0, 0, Pulses.of(1_000, 100));
        monitor.use(Use.WALKING);
        for (int i = 1; i <= 200; i++) {
            monitor.check(0, 25 * MS * i, Pulses.of(1_000, 100));
        }
        assertEquals(0, monitor.total());
    }

    private long trainEndMs;

    /** Bursts of so many milliseconds, from the first pulse to the last, and pauses between them. */
    private void train(PulseMonitor into, int onMs, int offMs, int bursts) {
        for (int i = 0; i < bursts; i++) {
            for (int ms = 0; ms <= onMs; ms += 25) {
                into.check(0, (trainEndMs + ms) * MS, Pulses.of(1_000, 100));
            }
            trainEndMs += onMs + offMs;
        }
    }

    @Test
    void exerciseMayLastFifteenSeconds() {
        PulseMonitor exercise = monitor(HUGE_PADS, Use.EXERCISE, 0);
        for (int i = 0; i <= 600; i++) {
            exercise.check(0, 25 * MS * i, Pulses.of(10_000, 100));
        }
        assertEquals(0, exercise.total());
        exercise.check(0, 601 * 25 * MS, Pulses.of(10_000, 100));
        assertEquals(1, exercise.count(Rule.BURST));
    }

    @Test
    void countsEverythingButKeepsABoundedNumber() {
        PulseCommand unbalanced = Pulses.of(25_000, 300, 24_999, 300);
        for (int i = 0; i < 1_000; i++) {
            monitor.check(0, 1_000 * MS * i, unbalanced);
        }
        assertEquals(1_000, monitor.total());
        assertEquals(PulseMonitor.KEPT, monitor.violations().size());
    }

    @Test
    void aViolationReadsAsASentenceForPeople() {
        monitor.check(1, 1_500 * MS, Pulses.of(120_000, 100));
        assertEquals("AMPLITUDE on channel 2 at 1.500 s: 120.000 mA, allowed 100.000",
                monitor.violations().getFirst().toString());
    }

    private Violation only(Rule rule) {
        List<Violation> found = monitor.violations().stream().filter(v -> v.rule() == rule).toList();
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private void assertBroken(Rule rule) {
        Set<Rule> broken = Arrays.stream(Rule.values()).filter(r -> monitor.count(r) > 0)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.class)));
        assertEquals(EnumSet.of(rule), broken);
        assertTrue(monitor.total() > 0);
    }

    private static PulseMonitor monitor(OutputDeclaration declaration, Use use, long jitterNs) {
        return new PulseMonitor(List.of(declaration, declaration), use, jitterNs);
    }
}
