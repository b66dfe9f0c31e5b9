package org.footlift.sim.wearer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.footlift.sim.wearer.WalkScript.Act;
import org.footlift.sim.wearer.WalkScript.Stand;
import org.footlift.sim.wearer.WalkScript.Walk;
import org.footlift.telemetry.GaitEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ActivityTest {
    private static final int MINUTES_MS = 240_000;

    private final List<GaitEvent> events = new ArrayList<>();

    @ParameterizedTest
    @EnumSource(Activity.class)
    void nobodyTakesAStep(Activity activity) {
        List<LegState> all = act(activity, 1);
        assertEquals(List.of(), events);
        assertTrue(all.stream().allMatch(leg -> leg.phase == 0));
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void anActivityBeginsAndEndsInQuietStanding(Activity activity) {
        for (long seed = 1; seed <= 5; seed++) {
            List<LegState> all = act(activity, seed);
            LegState before = all.get(900);
            LegState after = all.getLast();
            assertEquals(0, before.foot.pitchRateDps, 1e-9);
            assertEquals(before.foot.pitchDeg, after.foot.pitchDeg, 1e-9);
            assertEquals(before.foot.rollDeg, after.foot.rollDeg, 1e-9);
            assertEquals(before.foot.yawDeg, after.foot.yawDeg, 1e-9);
            assertEquals(before.shank.pitchDeg, after.shank.pitchDeg, 1.5, "sways a little");
            assertEquals(before.shank.rollDeg, after.shank.rollDeg, 1e-9);
            assertEquals(before.heelLoadN, after.heelLoadN, 0.5 * before.heelLoadN);
        }
    }

    /** A fast movement of 40 degrees in 0.4 s has 3600 deg/s²; shaking the heel with 5 degrees at 6 Hz has 7100. */
    @ParameterizedTest
    @EnumSource(Activity.class)
    void motionIsSmooth(Activity activity) {
        for (LegState leg : act(activity, 3)) {
            assertEquals(0, leg.foot.pitchAccDps2, 8_000);
            assertEquals(0, leg.foot.yawAccDps2, 8_000);
            assertEquals(0, leg.foot.rollAccDps2, 8_000);
            assertEquals(0, leg.shank.pitchAccDps2, 8_000);
            assertEquals(0, leg.ankleAccXMps2, 12);
            assertEquals(0, leg.ankleAccYMps2, 12);
            assertEquals(0, leg.ankleAccZMps2, 20);
        }
    }

    @ParameterizedTest
    @CsvSource({"STANDING,0.2,3", "WEIGHT_SHIFT,40,260", "LEG_SWING,80,300", "SIT_TO_STAND,15,150", "PIVOT,20,150",
            "CAR,20,160"})
    void theFootTurnsAsFastAsSuchMovementsDo(Activity activity, double slowest, double fastest) {
        double peak = peak(act(activity, 2), leg -> leg.foot.pitchRateDps);
        assertTrue(peak > slowest && peak < fastest, "foot " + peak + " deg/s");
    }

    @Test
    void aSittingWearerSwingsTheShankLikeAPendulum() {
        double peak = peak(act(Activity.LEG_SWING, 2), leg -> leg.shank.pitchRateDps);
        assertTrue(peak > 90 && peak < 260, "shank " + peak + " deg/s");
    }

    @Test
    void aPivotTurnsTheFootByALotWithoutLiftingItByMuch() {
        List<LegState> all = act(Activity.PIVOT, 2);
        double rate = peak(all, leg -> leg.foot.yawRateDps);
        double angle = peak(all, leg -> leg.foot.yawDeg);
        assertTrue(rate > 80 && rate < 350, rate + " deg/s");
        assertTrue(angle > 60 && angle <= 181, angle + " deg");
        assertTrue(peak(all, leg -> leg.foot.pitchDeg) <= 12);
    }

    @Test
    void theHeelLosesItsLoadInShiftsAndInSitting() {
        for (Activity activity : List.of(Activity.WEIGHT_SHIFT, Activity.LEG_SWING, Activity.SIT_TO_STAND)) {
            assertTrue(act(activity, 4).stream().anyMatch(leg -> leg.heelLoadN < 1), activity.name());
        }
        assertTrue(act(Activity.STANDING, 4).stream().allMatch(leg -> leg.heelLoadN > 10));
    }

    @Test
    void aCarShakesAtBetweenTwoTenthsAndTwoMetresPerSecondSquared() {
        List<LegState> all = act(Activity.CAR, 2);
        List<LegState> ride = all.subList(20_000, 200_000);
        double rms = StrictMath
                .sqrt(ride.stream().mapToDouble(l -> l.ankleAccZMps2 * l.ankleAccZMps2).average().orElseThrow());
        assertTrue(rms > 0.2 && rms < 2, rms + " m/s²");
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void theSameSeedMovesTheSameAndAnotherDoesNot(Activity activity) {
        double one = sum(act(activity, 7));
        assertEquals(one, sum(act(activity, 7)));
        assertTrue(one != sum(act(activity, 8)));
    }

    @ParameterizedTest
    @EnumSource(Activity.class)
    void walkingGoesOnAsBeforeBetweenActivities(Activity activity) {
        WalkScript script = WalkScript.of(new Act(activity, 60_000), new Walk(20_000), new Act(activity, 60_000),
                new Walk(20_000));
        WalkTrace mixed = new WalkTrace(WearerCharacter.MILD, 5, script, 170_000);
        WalkScript stands = WalkScript.of(new Stand(60_000), new Walk(20_000), new Stand(60_000), new Walk(20_000));
        WalkTrace plain = new WalkTrace(WearerCharacter.MILD, 5, stands, 170_000);
        assertEquals(plain.events, mixed.events);
        for (int ms = 1; ms < mixed.pitchDeg.length; ms++) {
            assertEquals(mixed.pitchDeg[ms - 1], mixed.pitchDeg[ms], 0.8, "pitch at " + ms + " ms");
        }
        assertEquals(plain.pitchDeg[70_000], mixed.pitchDeg[70_000], 1e-9);
    }

    @Test
    void refusesAnActivityTooShortToSitDownAndStandUpIn() {
        assertThrows(IllegalArgumentException.class, () -> new Act(Activity.CAR, Act.SHORTEST_MS - 1));
    }

    /** One second of standing, the activity, two seconds of standing; a state every millisecond. */
    private List<LegState> act(Activity activity, long seed) {
        WalkScript script = WalkScript.of(new Stand(1_000), new Act(activity, MINUTES_MS));
        VirtualWearer wearer = new VirtualWearer(WearerCharacter.MILD, seed, script,
                (event, timeNs) -> events.add(event));
        List<LegState> all = new ArrayList<>();
        for (int ms = 0; ms < MINUTES_MS + 3_000; ms++) {
            wearer.advanceTo(ms * VirtualWearer.STEP_NS);
            LegState copy = new LegState();
            copy.copyFrom(wearer.state());
            all.add(copy);
        }
        return all;
    }

    private static double peak(List<LegState> all, ToDoubleFunction<LegState> of) {
        return all.stream().mapToDouble(leg -> StrictMath.abs(of.applyAsDouble(leg))).max().orElseThrow();
    }

    private static double sum(List<LegState> all) {
        return all.stream().mapToDouble(leg -> leg.foot.pitchDeg + leg.shank.pitchDeg + leg.heelLoadN).sum();
    }
}
