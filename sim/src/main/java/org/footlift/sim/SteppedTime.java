package org.footlift.sim;

import org.footlift.hal.Clock;
import org.footlift.hal.Pacer;

/** Time that moves only when somebody sleeps or pushes it: the same hardware and loop run without waiting. Callable from any thread. */
public final class SteppedTime implements Clock, Pacer {
    private long nowNs;

    @Override
    public synchronized long timeNs() {
        return nowNs;
    }

    @Override
    public synchronized void sleepUntil(long deadlineNs) {
        nowNs = StrictMath.max(nowNs, deadlineNs);
    }

    /** Moves time on by {@code ns}, 0 or more. */
    public synchronized void advance(long ns) {
        if (ns < 0) {
            throw new IllegalArgumentException("time cannot go back by " + -ns + " ns");
        }
        nowNs += ns;
    }
}
