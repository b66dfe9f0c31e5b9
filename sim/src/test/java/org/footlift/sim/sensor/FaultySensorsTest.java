package org.footlift.sim.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.SensorSource;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.VirtualWearer;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WearerCharacter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FaultySensorsTest {
    private static final long MS = 1_000_000;
    private static final long ONSET_NS = 10_000 * MS;
    private static final long END_NS = 70_000 * MS;

    private static final Said RIGHT = right();

    /** Every reading in order, copied out. */
    private record Said(List<ImuSample> imu, List<HeelSample> heel, long firstWrongNs) {
        List<HeelSample> heelAfterOnset() {
            return heel.stream().filter(h -> h.timeNs >= ONSET_NS).toList();
        }

        long heelEdges() {
            List<HeelSample> after = heelAfterOnset();
            long edges = 0;
            for (int i = 1; i < after.size(); i++) {
                edges += after.get(i).loaded == after.get(i - 1).loaded ? 0 : 1;
            }
            return edges;
        }
    }

    @ParameterizedTest
    @EnumSource(SensorFault.class)
    void nothingIsWrongBeforeTheOnset(SensorFault fault) {
        Said right = RIGHT;
        Said wrong = with(fault);
        assertTrue(wrong.firstWrongNs >= ONSET_NS && wrong.firstWrongNs < END_NS, "first wrong " + wrong.firstWrongNs);
        assertEquals(lines(right, 0, ONSET_NS), lines(wrong, 0, ONSET_NS));
        assertTrue(!lines(right, ONSET_NS, END_NS).equals(lines(wrong, ONSET_NS, END_NS)), "something is wrong");
    }

    @ParameterizedTest
    @EnumSource(SensorFault.class)
    void theOtherSensorStaysAsItWas(SensorFault fault) {
        Said right = RIGHT;
        Said wrong = with(fault);
        if (fault.sensor() == SensorFault.Sensor.HEEL_SWITCH) {
            assertEquals(imuLines(right, 0, END_NS), imuLines(wrong, 0, END_NS));
        } else {
            assertEquals(heelLines(right, 0, END_NS), heelLines(wrong, 0, END_NS));
        }
    }

    @ParameterizedTest
    @EnumSource(SensorFault.class)
    void readingsStayInOrderOfTime(SensorFault fault) {
        Said wrong = with(fault);
        for (int i = 1; i < wrong.heel.size(); i++) {
            assertTrue(wrong.heel.get(i).timeNs >= wrong.heel.get(i - 1).timeNs);
        }
        for (int i = 1; i < wrong.imu.size(); i++) {
            assertTrue(wrong.imu.get(i).timeNs > wrong.imu.get(i - 1).timeNs);
        }
    }

    @Test
    void aStuckSwitchAndABrokenLeadSayOneThingForEver() {
        assertTrue(with(SensorFault.HEEL_STUCK_OPEN).heelAfterOnset().stream().noneMatch(h -> h.loaded));
        assertTrue(with(SensorFault.HEEL_STUCK_CLOSED).heelAfterOnset().stream().allMatch(h -> h.loaded));
        assertTrue(with(SensorFault.HEEL_BROKEN_LEAD).heelAfterOnset().stream().allMatch(h -> h.valid && h.loaded),
                "wired so that a broken lead reads as loaded");
    }

    @Test
    void aRattlingContactMakesManyTimesTheEdgesOfAFoot() {
        assertTrue(RIGHT.heelEdges() < 60 * 10);
        assertTrue(with(SensorFault.HEEL_CHATTER).heelEdges() > 60 * 40);
    }

    @Test
    void anIntermittentLeadIsWrongNowAndThenEitherWay() {
        List<HeelSample> right = RIGHT.heelAfterOnset();
        List<HeelSample> wrong = with(SensorFault.HEEL_INTERMITTENT).heelAfterOnset();
        long falseLoaded = polls(wrong).stream().filter(h -> h.loaded && !levelAt(right, h.timeNs)).count();
        long falseUnloaded = polls(wrong).stream().filter(h -> !h.loaded && levelAt(right, h.timeNs)).count();
        assertTrue(falseLoaded + falseUnloaded > 10 && falseLoaded + falseUnloaded < polls(wrong).size() / 20,
                falseLoaded + " and " + falseUnloaded + " of " + polls(wrong).size());
    }

    @Test
    void aFrozenImuRepeatsItselfUnderFreshStamps() {
        List<ImuSample> after = with(SensorFault.IMU_FROZEN).imu.stream().filter(s -> s.timeNs >= ONSET_NS).toList();
        assertEquals(RIGHT.imu.stream().filter(s -> s.timeNs >= ONSET_NS).count(), after.size());
        assertEquals(1, after.stream().map(s -> s.gyroYDps).distinct().count());
        assertTrue(after.stream().allMatch(s -> s.valid));
    }

    @Test
    void oneImuSampleInTwentyIsLost() {
        double all = RIGHT.imu.stream().filter(s -> s.timeNs >= ONSET_NS).count();
        double left = with(SensorFault.IMU_LOST_PACKETS).imu.stream().filter(s -> s.timeNs >= ONSET_NS).count();
        assertEquals(0.95, left / all, 0.01);
    }

    @Test
    void gapsAreLongEnoughToBeGapsAndShorterThanALostSensor() {
        List<ImuSample> imu = with(SensorFault.IMU_GAPS).imu;
        List<Long> gapsMs = new ArrayList<>();
        for (int i = 1; i < imu.size(); i++) {
            long ms = (imu.get(i).timeNs - imu.get(i - 1).timeNs) / MS;
            if (ms > 20) {
                gapsMs.add(ms);
            }
        }
        assertTrue(gapsMs.size() > 6 && gapsMs.size() < 30, gapsMs::toString);
        assertTrue(gapsMs.stream().allMatch(ms -> ms >= 50 && ms <= 620), gapsMs::toString);
    }

    @Test
    void aClippedGyroscopeNeverExceedsItsRange() {
        assertTrue(RIGHT.imu.stream().anyMatch(s -> StrictMath.abs(s.gyroYDps) > 300));
        assertTrue(with(SensorFault.IMU_CLIPPED).imu.stream().filter(s -> s.timeNs >= ONSET_NS)
                .allMatch(s -> StrictMath.abs(s.gyroYDps) <= 250));
    }

    private static List<HeelSample> polls(List<HeelSample> heel) {
        return heel.stream().filter(h -> h.timeNs % (5 * MS) == 0).toList();
    }

    private static boolean levelAt(List<HeelSample> heel, long timeNs) {
        boolean level = heel.getFirst().loaded;
        for (HeelSample h : heel) {
            if (h.timeNs > timeNs) {
                break;
            }
            level = h.loaded;
        }
        return level;
    }

    private static Said right() {
        List<ImuSample> imu = new ArrayList<>();
        List<HeelSample> heel = new ArrayList<>();
        drain(worn(), imu, heel);
        return new Said(imu, heel, Long.MAX_VALUE);
    }

    private static Said with(SensorFault fault) {
        List<ImuSample> imu = new ArrayList<>();
        List<HeelSample> heel = new ArrayList<>();
        FaultySensors faulty = new FaultySensors(worn(), fault, ONSET_NS, new Dice(4));
        drain(faulty, imu, heel);
        return new Said(imu, heel, faulty.firstWrongNs());
    }

    private static SensorSource worn() {
        VirtualWearer wearer = new VirtualWearer(WearerCharacter.ABLE, 1, WalkScript.standThenWalk(1_000),
                (event, timeNs) -> {});
        Dice dice = new Dice(2);
        return new VirtualSensors(wearer,
                List.of(new VirtualImu(ImuSite.FOOT, 100, SensorRig.USUAL, ImuGrade.CONSUMER, dice.split())),
                new VirtualHeelSwitch(dice.split(), wearer.state()));
    }

    private static void drain(SensorSource source, List<ImuSample> imu, List<HeelSample> heel) {
        SensorFrame frame = new SensorFrame();
        for (long t = 5 * MS; t < END_NS; t += 5 * MS) {
            frame.clear();
            source.drain(t, frame);
            for (int i = 0; i < frame.imuCount(); i++) {
                ImuSample copy = new ImuSample();
                copy.copyFrom(frame.imu(i));
                imu.add(copy);
            }
            for (int i = 0; i < frame.heelCount(); i++) {
                HeelSample copy = new HeelSample();
                copy.copyFrom(frame.heel(i));
                heel.add(copy);
            }
        }
    }

    private static List<String> lines(Said said, long fromNs, long untilNs) {
        List<String> all = new ArrayList<>(imuLines(said, fromNs, untilNs));
        all.addAll(heelLines(said, fromNs, untilNs));
        return all;
    }

    private static List<String> imuLines(Said said, long fromNs, long untilNs) {
        return said.imu.stream().filter(s -> s.timeNs >= fromNs && s.timeNs < untilNs)
                .map(s -> s.timeNs + " " + s.gyroYDps + " " + s.accZMps2).toList();
    }

    private static List<String> heelLines(Said said, long fromNs, long untilNs) {
        return said.heel.stream().filter(s -> s.timeNs >= fromNs && s.timeNs < untilNs)
                .map(s -> s.timeNs + " " + s.loaded).toList();
    }
}
