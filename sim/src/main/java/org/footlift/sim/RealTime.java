package org.footlift.sim;

import java.util.concurrent.locks.LockSupport;
import org.footlift.hal.Clock;
import org.footlift.hal.Pacer;

/**
 * Nanoseconds of real time since this object was made. Sleeping parks the thread until shortly before the deadline and spins the rest,
 * because waking from a park comes late by about the kernel's timer slack (50 µs); an interrupted thread spins all the way.
 */
final class RealTime implements Clock, Pacer {
    private static final long SPIN_NS = 60_000;

    private final long originNs = System.nanoTime();

    @Override
    public long timeNs() {
        return System.nanoTime() - originNs;
    }

    @Override
    public void sleepUntil(long deadlineNs) {
        long leftNs = deadlineNs - timeNs();
        while (leftNs > 0) {
            if (leftNs > SPIN_NS) {
                LockSupport.parkNanos(this, leftNs - SPIN_NS);
            } else {
                Thread.onSpinWait();
            }
            leftNs = deadlineNs - timeNs();
        }
    }
}
