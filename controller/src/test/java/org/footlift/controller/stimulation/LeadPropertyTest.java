package org.footlift.controller.stimulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.controller.Profile;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

/** Whatever a wearer does: what a lead may never do. */
class LeadPropertyTest {
    private static final long MS = 1_000_000L;
    private static final int SEEDS = 200;
    private static final int TICKS = 24_000; // two minutes

    private final TickOutput out = new TickOutput();

    private interface Check {
        void tick(RandomWalk walk, boolean began, boolean on, String when);
    }

    private static Settings settings(int leadMs, boolean beforeHeelOff) {
        return new Profile().sensors(Choice.IMU, false, true, false).lead(leadMs, beforeHeelOff).settings();
    }

    /** Walks as every seed does; gives how often bursts began for each reason. */
    private Map<BurstStart, Integer> walk(boolean beforeHeelOff, Check check) {
        Map<BurstStart, Integer> starts = new EnumMap<>(BurstStart.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            StimulationPlanner planner = new StimulationPlanner(settings(50 + new Random(seed).nextInt(251),
                    beforeHeelOff));
            RandomWalk walk = new RandomWalk(seed);
            for (int i = 0; i < TICKS; i++) {
                walk.tick();
                boolean wasOn = planner.burstOn();
                planner.update(Mode.WALK, walk.gait, false, false, 60_000 * MS, walk.nowMs * MS);
                planner.describe(out, walk.nowMs * MS);
                boolean began = planner.burstOn() && !wasOn;
                if (began) {
                    starts.merge(out.burstStart, 1, Integer::sum);
                }
                check.tick(walk, began, planner.burstOn(), "seed " + seed + ", " + walk.nowMs + " ms");
            }
        }
        return starts;
    }

    private static boolean heelIsUp(RandomWalk walk) {
        return walk.gait.phase() == GaitPhase.PRE_SWING || walk.gait.phase() == GaitPhase.SWING;
    }

    @Test
    void noBurstBeginsBeforeHeelOffUnlessThatIsAskedFor() {
        Map<BurstStart, Integer> starts = walk(false, (walk, began, on, when) -> assertTrue(!began || heelIsUp(walk),
                when));
        assertTrue(
                starts.getOrDefault(BurstStart.LEAD, 0) > 1_000 && starts.getOrDefault(BurstStart.HEEL_OFF, 0) > 1_000,
                starts::toString);
        assertFalse(starts.containsKey(BurstStart.BEFORE_HEEL_OFF));
    }

    @Test
    void whenItIsAskedForOnlyABurstThatSaysSoBeginsBeforeHeelOff() {
        Map<BurstStart, Integer> starts = walk(true, (walk, began, on, when) -> assertTrue(
                !began || heelIsUp(walk) != (out.burstStart == BurstStart.BEFORE_HEEL_OFF), when));
        assertTrue(starts.getOrDefault(BurstStart.BEFORE_HEEL_OFF, 0) > 1_000, starts::toString);
    }

    @Test
    void noBurstBeginsOnPredictionWithinThreeWholeStridesOfOneThatWasNotConfirmed() {
        int[] wholeStrides = {3};
        int[] events = {0};
        int[] withdrawn = {0};
        walk(true, (walk, began, on, when) -> {
            if (began && (out.burstStart == BurstStart.BEFORE_HEEL_OFF || out.burstStart == BurstStart.LEAD)) {
                assertTrue(wholeStrides[0] >= 3, when);
            }
            for (GaitEvent event : GaitEvent.values()) {
                events[0] |= walk.gait.has(event) ? event.bit() : 0;
            }
            if (walk.gait.has(GaitEvent.HEEL_STRIKE)) {
                boolean whole = GaitEvent.HEEL_OFF.in(events[0]) && GaitEvent.TOE_OFF.in(events[0]);
                wholeStrides[0] = whole ? wholeStrides[0] + 1 : 0;
                events[0] = 0;
            }
            if (out.burstStart == BurstStart.WITHDRAWN) {
                wholeStrides[0] = -1; // the stride that is under way does not count
                withdrawn[0]++;
            }
        });
        assertTrue(withdrawn[0] > 1_000, "ticks of withdrawal: " + withdrawn[0]);
    }

    @Test
    void aBurstBeforeHeelOffIsConfirmedOrOverWithinItsBound() {
        long[] aloneSinceMs = {0};
        walk(true, (walk, began, on, when) -> {
            boolean alone = on && !heelIsUp(walk) && !(out.burstStart == BurstStart.HEEL_OFF);
            if (began && out.burstStart == BurstStart.BEFORE_HEEL_OFF) {
                aloneSinceMs[0] = walk.nowMs;
            } else if (!alone || walk.gait.has(GaitEvent.HEEL_OFF)) {
                aloneSinceMs[0] = Long.MAX_VALUE;
            }
            // a lead of 300 ms, 15 % of a stride of 2 s, a fall of 150 ms
            assertTrue(walk.nowMs - aloneSinceMs[0] <= 750, when);
        });
    }

    /** Only the pause after a burst that was withdrawn just before may come between, and the duty limit, which says so. */
    @Test
    void everySwingThatHasABurstWithoutALeadHasOneWithALead() {
        int swings = 0;
        for (boolean beforeHeelOff : new boolean[]{false, true}) {
            for (int seed = 0; seed < SEEDS; seed++) {
                swings += compare(seed, beforeHeelOff);
            }
        }
        assertTrue(swings > 10_000, "swings " + swings);
    }

    private int compare(int seed, boolean beforeHeelOff) {
        StimulationPlanner plain = new StimulationPlanner(settings(0, false));
        StimulationPlanner led = new StimulationPlanner(settings(50 + new Random(seed).nextInt(251), beforeHeelOff));
        RandomWalk walk = new RandomWalk(seed);
        long toeOffMs = Long.MAX_VALUE;
        boolean shortened = false;
        int swings = 0;
        for (int i = 0; i < TICKS; i++) {
            walk.tick();
            plain.update(Mode.WALK, walk.gait, false, false, 60_000 * MS, walk.nowMs * MS);
            led.update(Mode.WALK, walk.gait, false, false, 60_000 * MS, walk.nowMs * MS);
            shortened = led.reasons() != 0 || (shortened && !walk.gait.has(GaitEvent.HEEL_OFF));
            if (shortened || led.burstOn() || !heelIsUp(walk) || !plain.burstOn()) {
                toeOffMs = Long.MAX_VALUE;
            } else if (walk.gait.has(GaitEvent.TOE_OFF)) {
                toeOffMs = walk.nowMs;
            }
            swings += walk.gait.has(GaitEvent.TOE_OFF) && plain.burstOn() ? 1 : 0;
            assertTrue(walk.nowMs - toeOffMs <= 100, "seed " + seed + ", " + walk.nowMs + " ms");
        }
        return swings;
    }

    @Test
    void inASteadyWalkTheLeadIsKeptToATickAndTheSpread() {
        Random random = new Random(1);
        LeadBench bench = LeadBench.steady(100, false);
        int led = 0;
        for (int stride = 0; stride < 200; stride++) {
            int heelOffMs = 500 + 5 * (random.nextInt(9) - 4);
            int toeOffMs = heelOffMs + 220 + 5 * (random.nextInt(9) - 4);
            bench.flat().at(heelOffMs, GaitEvent.HEEL_OFF).at(toeOffMs, GaitEvent.TOE_OFF);
            LeadBench.Seen seen = bench.seen.getFirst();
            assertEquals(BurstStart.LEAD, seen.why());
            long offMs = seen.fromMs() - (toeOffMs - 100);
            assertTrue(Math.abs(offMs) <= 5 + 40, "off by " + offMs + " ms"); // ±20 of this stride, ±20 of the usual one
            led++;
            bench.until(toeOffMs + 380 - 5).strike();
        }
        assertEquals(200, led);
    }
}
