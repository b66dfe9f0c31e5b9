package org.footlift.controller.stimulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;

import org.junit.jupiter.api.Test;

class BurstBudgetTest {
    private static final long MS = 1_000_000L;
    private static final int PERIOD_MS = 25;
    private static final int TICK_MS = 5;

    private long nowMs;

    private void pass(BurstBudget budget, long ms, boolean on) {
        for (long end = nowMs + ms; nowMs < end;) {
            nowMs += TICK_MS;
            budget.advance(on, nowMs * MS);
        }
    }

    private long longestMs(BurstBudget budget, int strideMs) {
        return budget.longestNs(strideMs) / MS;
    }

    private static void assertNear(long expectedMs, long actualMs, String what) {
        assertTrue(Math.abs(expectedMs - actualMs) <= TICK_MS, what + ": " + actualMs + ", not " + expectedMs);
    }

    /** Each burst counts a period more than it lasts, as it does for the governor. */
    @Test
    void burstsKeptWithinItTakeAtMostTheirShareOfAnyMinuteAndASecondMore() {
        for (int seed = 0; seed < 100; seed++) {
            Random random = new Random(seed);
            int sharePct = 13 + random.nextInt(66);
            BurstBudget budget = new BurstBudget(sharePct, PERIOD_MS * MS);
            int[] onMs = new int[600_000 / TICK_MS];
            while (nowMs < 590_000) {
                pass(budget, 5 + random.nextInt(random.nextInt(10) == 0 ? 5_000 : 300), false);
                long lastsMs = Math.min(longestMs(budget, random.nextInt(4_000)), random.nextInt(2_000)) / 5 * 5;
                if (lastsMs > 0 && nowMs + lastsMs < 600_000) {
                    budget.begun();
                    onMs[(int) (nowMs / TICK_MS)] += PERIOD_MS;
                    for (long ms = 0; ms < lastsMs; ms += TICK_MS) {
                        onMs[(int) ((nowMs + ms) / TICK_MS)] += TICK_MS;
                    }
                    pass(budget, lastsMs, true);
                }
            }
            long minuteMs = 0;
            for (int i = 0; i < onMs.length; i++) {
                minuteMs += onMs[i] - (i >= 12_000 ? onMs[i - 12_000] : 0);
                assertTrue(minuteMs <= 600L * sharePct + 1_000, "seed " + seed + ": " + minuteMs);
            }
            nowMs = 0;
        }
    }

    @Test
    void everyStrideGetsTheSameShareOnceTheSavingsAreGone() {
        for (int sharePct : new int[]{17, 38, 48, 58, 78}) {
            for (int strideMs = 600; strideMs <= 3_600; strideMs += 300) {
                BurstBudget budget = new BurstBudget(sharePct, PERIOD_MS * MS);
                long lastsMs = 0;
                for (int stride = 0; stride < 60; stride++) {
                    lastsMs = Math.min(strideMs - 50, longestMs(budget, strideMs) / 5 * 5);
                    budget.begun();
                    pass(budget, lastsMs, true);
                    pass(budget, strideMs - lastsMs, false);
                }
                assertNear(strideMs * sharePct / 100 - PERIOD_MS, lastsMs, sharePct + " % of " + strideMs);
            }
        }
    }

    @Test
    void aLongBurstLeavesTheNextItsShare() {
        BurstBudget budget = new BurstBudget(38, PERIOD_MS * MS);
        long longMs = longestMs(budget, 1_000) / 5 * 5;
        assertTrue(longMs > 1_000, "out of a second saved: " + longMs);
        budget.begun();
        pass(budget, longMs, true);
        assertNear(380 - PERIOD_MS, longestMs(budget, 1_000), "the next");
    }

    @Test
    void aStallOrAClockThatGoesBackSavesNoMoreThanASecondAndOwesNothing() {
        BurstBudget budget = new BurstBudget(50, PERIOD_MS * MS);
        long fullMs = longestMs(budget, 1_000);
        budget.advance(false, Long.MIN_VALUE / 2);
        budget.advance(false, Long.MAX_VALUE / 2);
        budget.advance(false, 0);
        assertEquals(fullMs, longestMs(budget, 1_000));
        budget.advance(true, 3_600_000 * MS);
        budget.advance(false, 3_610_000 * MS);
        assertEquals(fullMs, longestMs(budget, 1_000));
    }
}
