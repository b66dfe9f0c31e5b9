package org.footlift.hal.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock here is the test's: reading it takes a microsecond, and sleeping moves it. */
class SystemTimeTest {
    private static final long READING_NS = 1_000;
    private static final long ORIGIN_NS = 7_000_000_000L;

    private final List<Long> sleeps = new ArrayList<>();
    private long systemNs = ORIGIN_NS - READING_NS;
    private long lateNs;
    private long earlyNs;
    private final SystemTime time = new SystemTime(() -> systemNs += READING_NS, (untilNs, nowNs) -> {
        sleeps.add(untilNs - ORIGIN_NS);
        systemNs = untilNs + lateNs - earlyNs;
        earlyNs = 0;
    });

    @Test
    void asksForAnAbsoluteTimeShortlyBeforeTheDeadlineAndSpinsToIt() {
        time.sleepUntil(5_000_000);
        assertEquals(List.of(5_000_000 - SystemTime.SPIN_NS), sleeps);
        assertEquals(5_000_000, systemNs - ORIGIN_NS);
    }

    @Test
    void returnsAtOnceWhenTheDeadlineHasPassed() {
        systemNs += 9_000_000;
        time.sleepUntil(5_000_000);
        assertEquals(List.of(), sleeps);
        assertEquals(9_000_000 + READING_NS, systemNs - ORIGIN_NS);
    }

    @Test
    void aSleepThatEndsEarlyGoesOn() {
        earlyNs = 1_000_000;
        time.sleepUntil(2_000_000 + SystemTime.SPIN_NS);
        assertEquals(List.of(2_000_000L, 2_000_000L), sleeps);
    }

    @Test
    void sleepsThatEndLateDoNotAddUp() {
        lateNs = 300_000;
        for (int i = 1; i <= 1_000; i++) {
            time.sleepUntil(i * 5_000_000L);
            assertEquals(i * 5_000_000L - SystemTime.SPIN_NS, sleeps.getLast());
        }
    }

    @Test
    void neverReturnsBeforeTheDeadlineInRealTime() {
        SystemTime real = new SystemTime();
        for (int i = 1; i <= 50; i++) {
            long deadlineNs = real.timeNs() + i * 20_000L;
            real.sleepUntil(deadlineNs);
            assertTrue(real.timeNs() >= deadlineNs);
        }
    }
}
