package org.footlift.controller.loop;

import java.lang.management.ManagementFactory;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.HdrHistogram.Histogram;

import com.sun.management.ThreadMXBean;

/**
 * What the loop measured of itself. Written by the control thread alone; read when the loop has ended.
 */
public final class LoopStatistics {
    /** Ticks before this one warm the compiler and load classes (the first burst included) and are not counted in cost and bytes. */
    private static final long WARM_UP_TICKS = 1_000;
    private static final long HIGHEST_NS = 1_000_000_000L;

    private final Histogram tickCostNs = new Histogram(HIGHEST_NS, 3);
    private final Histogram wakeNs = new Histogram(HIGHEST_NS, 3);
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long ticks;
    private long lateTicks;
    private long skippedPeriods;
    private long bytesBefore;
    private long bytes;
    private long worstLateNs;

    void tick(long costNs, long lateNs, int skipped, long periodNs) {
        ticks++;
        skippedPeriods += skipped;
        worstLateNs = Math.max(worstLateNs, lateNs);
        if (lateNs > periodNs) {
            lateTicks++;
        }
        if (ticks > WARM_UP_TICKS) {
            tickCostNs.recordValue(Math.min(HIGHEST_NS, Math.max(0, costNs)));
            wakeNs.recordValue(Math.min(HIGHEST_NS, lateNs));
        }
    }

    /** From here to {@link #endsOwnWork} the control thread does the controller's work, not the devices'. Reads the thread's own allocation counter. */
    void beginsOwnWork() {
        bytesBefore = threads.getCurrentThreadAllocatedBytes();
    }

    /** Counts what was allocated since {@link #beginsOwnWork}. */
    void endsOwnWork() {
        if (ticks >= WARM_UP_TICKS) {
            bytes += threads.getCurrentThreadAllocatedBytes() - bytesBefore;
        }
    }

    /** Ticks run. */
    public long ticks() {
        return ticks;
    }

    /** Ticks that began more than one period after their deadline. */
    public long lateTicks() {
        return lateTicks;
    }

    /** Periods skipped because a tick was late. */
    public long skippedPeriods() {
        return skippedPeriods;
    }

    /** The latest any tick began after its deadline, nanoseconds. */
    public long worstLateNs() {
        return worstLateNs;
    }

    /** Median cost of the tick itself (detector to governor), nanoseconds; empty when too few ran to measure. */
    public OptionalLong tickNsP50() {
        return tickNs(50);
    }

    /** Cost of the tick itself at a percentile, nanoseconds; empty when too few ran to measure. */
    public OptionalLong tickNs(double percentile) {
        return at(percentile, tickCostNs);
    }

    /** How long after its deadline a tick began at a percentile, nanoseconds; empty when too few ran to measure. */
    public OptionalLong wakeNs(double percentile) {
        return at(percentile, wakeNs);
    }

    private static OptionalLong at(double percentile, Histogram histogram) {
        return histogram.getTotalCount() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(histogram.getValueAtPercentile(percentile));
    }

    /** Bytes allocated per tick after warm-up by deciding and publishing; what virtual devices allocate is theirs. Empty when too few ran to measure. */
    public OptionalDouble bytesPerTick() {
        return ticks <= WARM_UP_TICKS
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) bytes / (ticks - WARM_UP_TICKS));
    }
}
