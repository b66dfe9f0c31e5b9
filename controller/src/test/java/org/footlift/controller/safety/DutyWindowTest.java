package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;

class DutyWindowTest {
    private static final long MS = 1_000_000L;

    private record On(long timeNs, long durationNs) {}

    private static long within(List<On> all, long nowNs, long windowNs) {
        return all.stream().filter(on -> on.timeNs > nowNs - windowNs).mapToLong(On::durationNs).sum();
    }

    @Test
    void neverPermitsMoreThanItsShareOfAnyWindowAndForgetsWithinOneSlot() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            int windowMs = 1_000 * (1 + random.nextInt(60));
            int share = 1 + random.nextInt(80);
            long windowNs = windowMs * MS;
            long allowedNs = windowNs / 100 * share;
            DutyWindow window = new DutyWindow(windowMs, share);
            List<On> all = new ArrayList<>();
            long nowNs = random.nextLong() >> 8;
            for (int i = 0; i < 1_000; i++) {
                nowNs += random.nextInt(20) == 0 ? random.nextLong(2 * windowNs) : random.nextLong(windowNs / 50);
                long moreNs = random.nextLong(windowNs / 60);
                boolean permitted = window.permits(nowNs, moreNs);
                if (permitted) {
                    assertTrue(within(all, nowNs, windowNs) + moreNs <= allowedNs, "too much, seed " + seed);
                    window.add(nowNs, moreNs);
                    all.add(new On(nowNs, moreNs));
                } else {
                    long slotNs = windowNs / 1_000;
                    assertTrue(within(all, nowNs, windowNs + slotNs) + moreNs > allowedNs, "too strict, seed " + seed);
                }
            }
        }
    }

    @Test
    void permitsExactlyItsShareAndNotOneNanosecondMore() {
        DutyWindow window = new DutyWindow(60_000, 80);
        assertTrue(window.permits(0, 48_000 * MS));
        assertFalse(window.permits(0, 48_000 * MS + 1));
        window.add(0, 48_000 * MS);
        assertFalse(window.permits(60_000 * MS, 1), "the oldest slot counts whole");
        assertTrue(window.permits(60_060 * MS, 48_000 * MS));
    }

    @Test
    void saysHowLongStimulationMayLastCountingWhatIsForgottenMeanwhile() {
        DutyWindow window = new DutyWindow(60_000, 80);
        window.add(0, 47_000 * MS);
        assertEquals(1_000 * MS, window.lastingNs(30_000 * MS, 0, 99_000 * MS));
        assertEquals(975 * MS, window.lastingNs(30_000 * MS, 25 * MS, 99_000 * MS), "less what the first pulse adds");
        assertEquals(500 * MS, window.lastingNs(30_000 * MS, 0, 500 * MS), "nobody asks for more");
        assertEquals(-500 * MS, window.lastingNs(30_000 * MS, 1_500 * MS, 99_000 * MS), "not at all");
        assertEquals(48_000 * MS, window.lastingNs(59_060 * MS, 0, 99_000 * MS), "met as the first is forgotten");
        assertEquals(1_000 * MS, window.lastingNs(59_059 * MS, 0, 99_000 * MS));
    }

    @Test
    void aShareOfTheWholeWindowIsSaidToLastNoLongerThanTheWindow() {
        assertEquals(1_000 * MS, new DutyWindow(1_000, 100).lastingNs(0, 0, Long.MAX_VALUE));
    }

    @Test
    void whatItSaysMayLastIsPermittedToTheLastPulse() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            DutyWindow window = new DutyWindow(60_000, 20 + random.nextInt(61));
            long nowNs = random.nextLong() >> 8;
            for (int burst = 0; burst < 100; burst++) {
                nowNs += random.nextLong(1_000) * MS;
                for (int pulse = random.nextInt(80); pulse > 0 && window.permits(nowNs, 25 * MS); pulse--) {
                    window.add(nowNs, 25 * MS);
                    nowNs += 25 * MS;
                }
            }
            long beganNs = nowNs;
            long lastsNs = window.lastingNs(beganNs, 25 * MS, 99_000 * MS);
            assertEquals(window.permits(beganNs, 25 * MS), lastsNs >= 0, "seed " + seed);
            while (nowNs - beganNs <= lastsNs) {
                assertTrue(window.permits(nowNs, 25 * MS), "seed " + seed);
                window.add(nowNs, 25 * MS);
                nowNs += 25 * MS;
            }
        }
    }

    @Test
    void aTimeThatGoesBackwardsFreesNothing() {
        DutyWindow window = new DutyWindow(60_000, 80);
        window.add(100_000 * MS, 48_000 * MS);
        assertFalse(window.permits(1_000 * MS, 1));
        assertFalse(window.permits(-100_000 * MS, 1));
    }
}
