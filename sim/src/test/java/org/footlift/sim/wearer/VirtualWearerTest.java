package org.footlift.sim.wearer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.footlift.config.SimSettings.Wearer;
import org.footlift.sim.wearer.WalkScript.Stand;
import org.footlift.sim.wearer.WalkScript.Walk;
import org.footlift.telemetry.GaitEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VirtualWearerTest {
    private static final WalkScript WALK = WalkScript.standThenWalk(0);

    @ParameterizedTest
    @EnumSource(Wearer.class)
    void stridesFollowTheCadenceOfTheirCharacter(Wearer wearer) {
        WearerCharacter character = WearerCharacter.of(wearer);
        double[] strides = new WalkTrace(character, 1, WALK, 600_000).strideTimesS();
        double mean = Arrays.stream(strides).average().orElseThrow();
        assertEquals(character.strideS(), mean, 0.05 * character.strideS());
    }

    @ParameterizedTest
    @EnumSource(Wearer.class)
    void strideTimeVariesAsMuchAsItsCharacterSays(Wearer wearer) {
        WearerCharacter character = WearerCharacter.of(wearer);
        double[] strides = new WalkTrace(character, 3, WALK, 1_500_000).strideTimesS();
        double mean = Arrays.stream(strides).average().orElseThrow();
        double variance = Arrays.stream(strides).map(t -> (t - mean) * (t - mean)).average().orElseThrow();
        double cv = StrictMath.sqrt(variance) / mean;
        assertTrue(cv > 0.7 * character.strideTimeCv() && cv < 1.3 * character.strideTimeCv(), "CV " + cv);
    }

    @ParameterizedTest
    @EnumSource(Wearer.class)
    void stanceTakesItsShareOfTheStride(Wearer wearer) {
        WearerCharacter character = WearerCharacter.of(wearer);
        WalkTrace walk = new WalkTrace(character, 1, WALK, 300_000);
        double[] strikes = walk.timesS(GaitEvent.HEEL_STRIKE);
        double[] toeOffs = walk.timesS(GaitEvent.TOE_OFF);
        double stance = 0;
        for (int i = 0; i + 1 < toeOffs.length; i++) {
            stance += toeOffs[i + 1] - strikes[i];
        }
        double share = stance / (toeOffs.length - 1) / Arrays.stream(walk.strideTimesS()).average().orElseThrow();
        assertEquals(character.stanceFraction(), share, 0.01);
    }

    @ParameterizedTest
    @EnumSource(Wearer.class)
    void footLiesFlatInMidStance(Wearer wearer) {
        WalkTrace walk = new WalkTrace(WearerCharacter.of(wearer), 1, WALK, 60_000);
        double[] flat = walk.timesS(GaitEvent.FOOT_FLAT);
        double[] heelOff = walk.timesS(GaitEvent.HEEL_OFF);
        for (int i = 0; i + 1 < heelOff.length; i++) {
            for (int ms = WalkTrace.ms(flat[i] + 0.06); ms < WalkTrace.ms(heelOff[i + 1] - 0.15); ms++) {
                int at = ms;
                assertEquals(0, walk.pitchDeg[ms], 0.01, () -> "at " + at + " ms");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Wearer.class)
    void pitchAndRateNeverJump(Wearer wearer) {
        WalkScript twice = WalkScript.of(new Stand(500), new Walk(20_000), new Stand(2_000), new Walk(20_000),
                new Stand(2_000));
        WalkTrace walk = new WalkTrace(WearerCharacter.of(wearer), 5, twice, 60_000);
        for (int ms = 1; ms < walk.pitchDeg.length; ms++) {
            int at = ms;
            assertEquals(walk.pitchDeg[ms - 1], walk.pitchDeg[ms], 0.8, () -> "pitch at " + at + " ms");
            assertEquals(walk.rateDps[ms - 1], walk.rateDps[ms], 45, () -> "foot rate at " + at + " ms");
            assertEquals(walk.shankRateDps[ms - 1], walk.shankRateDps[ms], 20, () -> "shank rate at " + at + " ms");
        }
    }

    @Test
    void rateIsTheDerivativeOfThePitch() {
        WalkTrace walk = new WalkTrace(WearerCharacter.ABLE, 1, WALK, 10_000);
        double pitchDeg = walk.pitchDeg[0];
        for (int ms = 1; ms < walk.pitchDeg.length; ms++) {
            pitchDeg += 0.5 * (walk.rateDps[ms - 1] + walk.rateDps[ms]) * 1e-3;
            int at = ms;
            assertEquals(walk.pitchDeg[ms], pitchDeg, 0.05, () -> "at " + at + " ms");
        }
    }

    @Test
    void ableBodiedRatesPeakWhereMeasuredOnesDo() {
        WalkTrace walk = new WalkTrace(WearerCharacter.ABLE, 1, WALK, 120_000);
        double pushOff = WalkTrace.median(walk.smallestPerStride(walk.rateDps));
        double swing = WalkTrace.median(walk.largestPerStride(walk.rateDps));
        double shankSwing = WalkTrace.median(walk.largestPerStride(walk.shankRateDps));
        assertTrue(pushOff < -400 && pushOff > -600, "push-off " + pushOff);
        assertTrue(swing > 340 && swing < 520, "swing " + swing);
        assertTrue(shankSwing > 250 && shankSwing < 400, "shank in swing " + shankSwing);
    }

    @ParameterizedTest
    @CsvSource({"ABLE,18,32", "MILD,3,14", "STROKE,-8,7"})
    void aDroppedFootMeetsTheFloorFlatter(Wearer wearer, double lowestDeg, double highestDeg) {
        WalkTrace walk = new WalkTrace(WearerCharacter.of(wearer), 1, WALK, 120_000);
        double pitchDeg = WalkTrace.median(walk.at(GaitEvent.HEEL_STRIKE, walk.pitchDeg));
        assertTrue(pitchDeg > lowestDeg && pitchDeg < highestDeg, "pitch at contact " + pitchDeg);
    }

    @ParameterizedTest
    @EnumSource(Wearer.class)
    void eventsComeInOrderAndNoneIsLeftOut(Wearer wearer) {
        List<WalkTrace.Moment> events = new WalkTrace(WearerCharacter.of(wearer), 2, WALK, 120_000).events;
        assertTrue(events.size() > 200);
        for (int i = 0; i < events.size(); i++) {
            assertEquals(GaitEvent.values()[i % 4], events.get(i).event());
            assertTrue(i == 0 || events.get(i).timeNs() > events.get(i - 1).timeNs());
        }
    }

    @Test
    void standingIsQuiet() {
        WalkTrace stand = new WalkTrace(WearerCharacter.MILD, 1, WalkScript.of(new Stand(60_000)), 90_000);
        assertEquals(List.of(), stand.events);
        assertTrue(Arrays.stream(stand.rateDps).allMatch(rate -> rate == 0));
        assertTrue(Arrays.stream(stand.shankRateDps).allMatch(rate -> StrictMath.abs(rate) < 2));
        assertTrue(Arrays.stream(stand.shankRateDps).anyMatch(rate -> StrictMath.abs(rate) > 0.1),
                "nobody is a statue");
    }

    @Test
    void theFirstSwingIsSmallerAndTheLastSmallest() {
        WalkScript script = WalkScript.of(new Stand(1_000), new Walk(20_000), new Stand(3_000));
        WalkTrace walk = new WalkTrace(WearerCharacter.ABLE, 1, script, 25_000);
        double[] toeOffs = walk.timesS(GaitEvent.TOE_OFF);
        double[] depth = Arrays.stream(toeOffs)
                .map(t -> Arrays.stream(walk.pitchDeg, WalkTrace.ms(t), WalkTrace.ms(t) + 200).min().orElseThrow())
                .toArray();
        double usual = Arrays.stream(depth, 1, depth.length - 1).average().orElseThrow();
        assertEquals(0.8, depth[0] / usual, 0.1);
        assertEquals(0.5, depth[depth.length - 1] / usual, 0.1);
    }

    @Test
    void standsStillAfterTheScriptAndWalksAgainWhenItSaysSo() {
        WalkScript script = WalkScript.of(new Stand(1_000), new Walk(10_000), new Stand(5_000), new Walk(5_000));
        WalkTrace walk = new WalkTrace(WearerCharacter.MILD, 1, script, 40_000);
        assertEquals(walk.phase[13_500], walk.phase[15_500], 1e-9);
        assertTrue(walk.phase[20_000] > walk.phase[15_500] + 1);
        assertEquals(walk.phase[30_000], walk.phase[39_999], 1e-9);
        assertEquals(GaitEvent.FOOT_FLAT, walk.events.getLast().event());
        assertTrue(walk.events.getLast().timeNs() < 27_000_000_000L);
    }

    @Test
    void theSameSeedWalksTheSameWalkAndAnotherDoesNot() {
        double[] pitch = new WalkTrace(WearerCharacter.STROKE, 7, WALK, 20_000).pitchDeg;
        assertArrayEquals(pitch, new WalkTrace(WearerCharacter.STROKE, 7, WALK, 20_000).pitchDeg);
        assertFalse(Arrays.equals(pitch, new WalkTrace(WearerCharacter.STROKE, 8, WALK, 20_000).pitchDeg));
    }
}
