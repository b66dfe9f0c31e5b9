package org.footlift.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.footlift.hal.Clock;
import org.footlift.hal.Pacer;

/**
 * Nanoseconds of real time since this object was made. Sleeping asks the kernel to wake the thread at an absolute time shortly before the
 * deadline and spins the rest; where the kernel cannot be asked, or keeps another clock than Java, the thread parks instead. Nothing drifts: every
 * deadline is absolute. One thread sleeps; any may read the clock. Allocates nothing once compiled.
 */
public final class SystemTime implements Clock, Pacer {
    /** Waking takes about this long (docs/performance.md); spinning it away costs one processor 1.2 % at 200 ticks a second. */
    static final long SPIN_NS = 60_000;

    /** Sleeps until about a time on the clock of {@link System#nanoTime}; may return early. */
    @FunctionalInterface
    interface Sleeper {
        void until(long absoluteNs, long nowNs);
    }

    private final LongSupplier clock;
    private final Sleeper sleeper;
    private final long originNs;

    /** Begins now. */
    public SystemTime() {
        this(System::nanoTime, sleeper());
    }

    SystemTime(LongSupplier clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
        originNs = clock.getAsLong();
    }

    @Override
    public long timeNs() {
        return clock.getAsLong() - originNs;
    }

    @Override
    public void sleepUntil(long deadlineNs) {
        long nowNs = timeNs();
        while (nowNs < deadlineNs) {
            if (deadlineNs - nowNs > SPIN_NS) {
                sleeper.until(originNs + deadlineNs - SPIN_NS, originNs + nowNs);
            } else {
                Thread.onSpinWait();
            }
            nowNs = timeNs();
        }
    }

    private static Sleeper sleeper() {
        boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        return linux && KernelSleep.keepsTheClockOfJava() ? new KernelSleep() : SystemTime::park;
    }

    private static void park(long absoluteNs, long nowNs) {
        LockSupport.parkNanos(absoluteNs - nowNs);
    }

    /** {@code clock_nanosleep}. An interrupted thread sleeps on. */
    private static final class KernelSleep implements Sleeper {
        private static final int CLOCK_MONOTONIC = 1;
        private static final int TIMER_ABSTIME = 1;
        private static final long SECOND_NS = 1_000_000_000;
        private static final int TIMESPEC_BYTES = 16;
        private static final MethodHandle CLOCK_NANOSLEEP = Libc.plain("clock_nanosleep",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));

        private final MemorySegment timespec = Arena.ofAuto().allocate(TIMESPEC_BYTES,
                JAVA_LONG.byteAlignment());

        @Override
        public void until(long absoluteNs, long nowNs) {
            timespec.set(JAVA_LONG, 0, absoluteNs / SECOND_NS);
            timespec.set(JAVA_LONG, JAVA_LONG.byteSize(), absoluteNs % SECOND_NS);
            try {
                int error = (int) CLOCK_NANOSLEEP.invokeExact(CLOCK_MONOTONIC, TIMER_ABSTIME, timespec,
                        MemorySegment.NULL);
                if (error != 0 && error != Libc.EINTR) {
                    park(absoluteNs, nowNs);
                }
            } catch (Throwable thrown) { // a native function throws nothing
                throw new IllegalStateException(thrown);
            }
        }

        /** Java does not promise which clock it reads, and another would end every sleep at a wrong time: asked between two readings, the kernel's must lie between them. */
        static boolean keepsTheClockOfJava() {
            if (ADDRESS.byteSize() != JAVA_LONG.byteSize()) { // another layout of times
                return false;
            }
            MethodHandle clockGettime = Libc.plain("clock_gettime",
                    FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS));
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment now = arena.allocate(TIMESPEC_BYTES, JAVA_LONG.byteAlignment());
                long beforeNs = System.nanoTime();
                int error = (int) clockGettime.invokeExact(CLOCK_MONOTONIC, now);
                long afterNs = System.nanoTime();
                long kernelNs = now.get(JAVA_LONG, 0) * SECOND_NS + now.get(JAVA_LONG, JAVA_LONG.byteSize());
                return error == 0 && beforeNs <= kernelNs && kernelNs <= afterNs;
            } catch (Throwable thrown) { // a native function throws nothing
                throw new IllegalStateException(thrown);
            }
        }
    }
}
