package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.footlift.controller.Profile;
import org.footlift.telemetry.Mode;
import org.junit.jupiter.api.Test;

/** The exploration goes from state to state by what a governor says of itself: that must be all that its next answer depends on. */
class GovernorStateTest {
    private static final int ASKED_UA = 20_000;
    private static final int ASKED_US = 200;
    /** Of the pulses before the last a restored governor knows nothing: they must be too far back to count. */
    private static final int PERIOD_TICKS = 5;

    @Test
    void aFreshGovernorHasSeenNoPulse() {
        GovernorBench bench = new GovernorBench(new Profile().parts());
        GovernorBench other = new GovernorBench(new Profile().parts());
        restore(bench, other);
        assertEquals(Long.MAX_VALUE, state(other)[6], "time since the last pulse");
        assertEquals(Long.MAX_VALUE, state(other)[8], "ticks since the last pulse");
    }

    @Test
    void aGovernorPutIntoAStateAnswersAsTheOneThatWasInItAndEndsInTheSame() {
        Set<Long> flags = new HashSet<>();
        int pulses = 0;
        for (long seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            GovernorBench bench = new GovernorBench(new Profile().parts());
            bench.ask(0, 0); // a rise has a time before from its first tick on
            for (int i = 0; i < 3_000; i++) {
                GovernorBench restored = new GovernorBench(new Profile().parts());
                restore(bench, restored);
                flags.add(state(bench)[0]);
                choose(random, bench);
                if (random.nextInt(300) == 0) {
                    bench.governor.requireStance();
                    restored.governor.requireStance();
                }
                long lateNs = random.nextInt(100) == 0 ? random.nextLong(60) * GovernorBench.MS : 0;
                bench.nowNs += lateNs;
                restored.nowNs += lateNs;
                restored.mode = bench.mode;
                restored.stance = bench.stance;
                restored.wanted = bench.wanted;
                int asked = bench.wanted && i % PERIOD_TICKS == 0 ? ASKED_UA : 0;
                int given = bench.ask(asked, ASKED_US);
                assertEquals(given, restored.ask(asked, ASKED_US), "seed " + seed + ", tick " + i);
                assertArrayEquals(state(bench), state(restored), "seed " + seed + ", tick " + i);
                pulses += given > 0 ? 1 : 0;
            }
        }
        assertTrue(pulses > 200, "pulses must leave for this to mean anything: " + pulses);
        for (int bit = 1; bit <= 16; bit *= 2) {
            int tested = bit;
            assertTrue(
                    flags.stream().anyMatch(f -> (f & tested) != 0) && flags.stream().anyMatch(f -> (f & tested) == 0),
                    "bit " + bit + " must have been seen both ways: " + flags);
        }
    }

    private static void choose(Random random, GovernorBench bench) {
        if (random.nextInt(200) == 0) {
            bench.mode = Arrays.asList(Mode.WALK, Mode.WALK, Mode.EXERCISE, Mode.TEST, Mode.PAUSED)
                    .get(random.nextInt(5));
        }
        bench.stance = random.nextInt(40) == 0 ? !bench.stance : bench.stance;
        bench.wanted = random.nextInt(250) == 0 ? !bench.wanted : bench.wanted;
    }

    private static void restore(GovernorBench from, GovernorBench to) {
        to.tick = from.tick;
        to.nowNs = from.nowNs;
        to.governor.restore(state(from), 0, from.tick, from.nowNs);
    }

    private static long[] state(GovernorBench bench) {
        return bench.governor.state(0, bench.tick, bench.nowNs);
    }
}
