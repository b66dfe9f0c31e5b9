package org.footlift.sim.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WearerCharacter;
import org.junit.jupiter.api.Test;

class VirtualSensorsTest {
    private static final long MS = 1_000_000;

    @Test
    void nothingIsLostOrRepeatedHoweverIrregularlyItIsDrained() {
        SensorRig regular = rig();
        SensorRig irregular = rig();
        for (long t = 5; t <= 20_000; t += 5) {
            regular.drain(t * MS);
        }
        Dice dice = new Dice(9);
        long nowNs = 0;
        while (nowNs < 20_000 * MS) {
            nowNs = StrictMath.min(20_000 * MS, nowNs + (long) dice.between(1, 40e6));
            irregular.drain(nowNs);
        }
        assertEquals(lines(regular.imu), lines(irregular.imu));
        assertEquals(edges(regular), edges(irregular));
    }

    @Test
    void samplesComeAtTheRateAskedFor() {
        SensorRig rig = rig();
        for (long t = 10; t <= 10_000; t += 10) {
            rig.drain(t * MS);
        }
        assertEquals(1040, rig.of(ImuSite.FOOT).size(), 1);
        assertEquals(2080, rig.of(ImuSite.SHANK).size(), 1);
        List<ImuSample> foot = rig.of(ImuSite.FOOT);
        for (int i = 1; i < foot.size(); i++) {
            assertEquals(1e9 / 104, (double) (foot.get(i).timeNs - foot.get(i - 1).timeNs), 1.0);
        }
    }

    @Test
    void whatDoesNotFitComesNextTimeInOrder() {
        SensorRig late = rig();
        SensorRig punctual = rig();
        for (long t = 5; t <= 1_000; t += 5) {
            punctual.drain(t * MS);
        }
        assertEquals(SensorFrame.IMU_CAPACITY, late.drain(1_000 * MS));
        assertTrue(late.heel.isEmpty(), "the level now is not known before the samples up to now are out");
        while (late.drain(1_000 * MS) > 0) {
            assertTrue(late.imu.size() <= punctual.imu.size());
        }
        assertEquals(lines(punctual.imu), lines(late.imu));
    }

    @Test
    void noSampleIsStampedInTheFutureAndAllAreInOrder() {
        SensorRig rig = rig();
        long lastNs = -1;
        for (long t = 3; t <= 3_000; t += 3) {
            int before = rig.imu.size();
            rig.drain(t * MS + 123);
            for (ImuSample s : rig.imu.subList(before, rig.imu.size())) {
                assertTrue(s.timeNs <= t * MS + 123 && s.timeNs >= lastNs);
                lastNs = s.timeNs;
            }
        }
        assertTrue(lastNs > 2_900 * MS);
    }

    @Test
    void theLevelOfTheHeelIsReadOnceADrainAsASignOfLife() {
        SensorRig rig = rig();
        for (long t = 5; t <= 1_000; t += 5) {
            rig.drain(t * MS);
            assertEquals(t * MS, rig.heel.getLast().timeNs);
        }
        assertEquals(200, rig.heel.size());
        assertTrue(rig.heel.stream().allMatch(s -> s.valid && s.loaded), "the heel carries load in standing");
    }

    @Test
    void theSameSeedGivesTheSameSamplesBitForBitAndAnotherDoesNot() {
        List<String> one = lines(SensorRig.walking(4, SensorRig.USUAL, 10_000).imu);
        assertEquals(one, lines(SensorRig.walking(4, SensorRig.USUAL, 10_000).imu));
        assertNotEquals(one, lines(SensorRig.walking(5, SensorRig.USUAL, 10_000).imu));
    }

    private static SensorRig rig() {
        return new SensorRig(WearerCharacter.MILD, 2, WalkScript.standThenWalk(2_000), 104, 208, SensorRig.USUAL);
    }

    private static List<String> lines(List<ImuSample> samples) {
        return samples.stream()
                .map(s -> s.timeNs + " " + s.site + " " + s.valid + " " + Arrays.toString(new float[]{s.gyroXDps,
                        s.gyroYDps, s.gyroZDps, s.accXMps2, s.accYMps2, s.accZMps2}))
                .toList();
    }

    /** The heel readings that are edges: those that change the level. */
    private static List<String> edges(SensorRig rig) {
        List<String> edges = new ArrayList<>();
        boolean level = true;
        for (var s : rig.heel) {
            if (s.loaded != level) {
                edges.add(s.timeNs + " " + s.loaded);
                level = s.loaded;
            }
        }
        assertTrue(edges.size() > 20);
        return edges;
    }
}
