package org.footlift.sim.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.footlift.config.SimSettings.Wearer;
import org.footlift.hal.HeelSample;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.LegState;
import org.footlift.sim.wearer.VirtualWearer;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WearerCharacter;
import org.footlift.telemetry.GaitEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VirtualHeelSwitchTest {
    private static final long MS = 1_000_000;

    @Test
    void bouncesAtContactAndAtReleaseButSettlesInTime() {
        int bounced = 0;
        for (int seed = 0; seed < 40; seed++) {
            VirtualHeelSwitch heel = new VirtualHeelSwitch(new Dice(seed), leg(0, 0));
            heel.follow(leg(0, 0), leg(1, 100));
            List<HeelSample> contact = take(heel, 100 * MS);
            assertSettles(contact, true, 20 * MS);
            heel.follow(leg(500, 100), leg(501, 0));
            List<HeelSample> release = take(heel, 700 * MS);
            assertSettles(release, false, 30 * MS);
            bounced += contact.size() > 1 ? 1 : 0;
        }
        assertTrue(bounced > 15 && bounced < 40, bounced + " of 40 contacts bounced");
    }

    @Test
    void holdsItsLevelBetweenTheTwoThresholds() {
        VirtualHeelSwitch heel = new VirtualHeelSwitch(new Dice(1), leg(0, 200));
        heel.follow(leg(0, 200), leg(1, 40));
        assertFalse(heel.hasEdge(MS * 1000), "between 35 and 50 N a closed switch stays closed");
        heel.follow(leg(1, 40), leg(2, 30));
        assertTrue(heel.hasEdge(MS * 1000));
        take(heel, 1000 * MS);
        heel.follow(leg(1001, 30), leg(1002, 45));
        assertFalse(heel.hasEdge(2000 * MS), "and an open one stays open");
    }

    @Test
    void anEdgeIsStampedWhereTheLoadCrossedTheThreshold() {
        VirtualHeelSwitch heel = new VirtualHeelSwitch(new Dice(1), leg(0, 0));
        heel.follow(leg(10, 0), leg(11, 200));
        assertEquals(10 * MS + MS / 4, take(heel, 12 * MS).getFirst().timeNs);
    }

    @Test
    void aChangeOfLoadEndsABounceThatIsUnderWay() {
        for (int seed = 0; seed < 40; seed++) {
            VirtualHeelSwitch heel = new VirtualHeelSwitch(new Dice(seed), leg(0, 0));
            heel.follow(leg(0, 0), leg(1, 100));
            heel.follow(leg(2, 100), leg(3, 0));
            List<HeelSample> edges = take(heel, 100 * MS);
            assertFalse(edges.getLast().loaded);
        }
    }

    @ParameterizedTest
    @EnumSource(Wearer.class)
    void isOpenInSwingAndClosedInMidStance(Wearer wearer) {
        List<GaitEvent> events = new ArrayList<>();
        List<Long> timesNs = new ArrayList<>();
        SensorRig rig = new SensorRig(WearerCharacter.of(wearer), 1, WalkScript.standThenWalk(1_000), 100, 100,
                SensorRig.USUAL);
        VirtualWearer truth = new VirtualWearer(WearerCharacter.of(wearer), 1, WalkScript.standThenWalk(1_000),
                (event, timeNs) -> {
                    events.add(event);
                    timesNs.add(timeNs);
                });
        for (long t = 5; t <= 60_000; t += 5) {
            rig.drain(t * MS);
            truth.advanceTo(t * MS);
            GaitEvent latest = events.isEmpty() ? GaitEvent.FOOT_FLAT : events.getLast();
            long sinceNs = events.isEmpty() ? Long.MAX_VALUE : t * MS - timesNs.getLast();
            if (latest == GaitEvent.TOE_OFF) {
                assertFalse(rig.heel.getLast().loaded, "swing at " + t);
            } else if (latest == GaitEvent.FOOT_FLAT && sinceNs > 30 * MS && sinceNs < 200 * MS) {
                assertTrue(rig.heel.getLast().loaded, "mid stance at " + t);
            }
        }
        assertTrue(events.size() > 100);
    }

    private static void assertSettles(List<HeelSample> edges, boolean level, long withinNs) {
        assertEquals(1, edges.size() % 2, "an even number of edges would end at the wrong level");
        assertTrue(edges.size() <= 5);
        for (int i = 0; i < edges.size(); i++) {
            assertEquals(level == (i % 2 == 0), edges.get(i).loaded);
            assertTrue(i == 0 || edges.get(i).timeNs >= edges.get(i - 1).timeNs);
        }
        assertTrue(edges.getLast().timeNs - edges.getFirst().timeNs <= withinNs);
    }

    private static List<HeelSample> take(VirtualHeelSwitch heel, long nowNs) {
        List<HeelSample> edges = new ArrayList<>();
        while (heel.hasEdge(nowNs)) {
            HeelSample edge = new HeelSample();
            heel.takeEdge(edge);
            edges.add(edge);
        }
        return edges;
    }

    private static LegState leg(long ms, double loadN) {
        LegState leg = new LegState();
        leg.timeNs = ms * MS;
        leg.heelLoadN = loadN;
        return leg;
    }
}
