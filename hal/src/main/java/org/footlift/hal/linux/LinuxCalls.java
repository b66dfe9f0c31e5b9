package org.footlift.hal.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;

/** What is asked of the kernel. Each call returns 0, or the number of the error ({@code errno}). */
interface LinuxCalls {
    /** The calling thread, as a number of a thread. */
    int THIS_THREAD = 0;

    /** A thread of this process runs first in, first out, before every ordinary thread; threads that it makes are ordinary. */
    int scheduleFifo(int thread, int priority);

    /** Pages of this process, now and later, stay in memory once they are there. */
    int lockMemory();

    /** By how much waking the calling thread may be put off. */
    int timerSlack(long ns);

    /** The kernel itself. Make it on Linux only. */
    final class Kernel implements LinuxCalls {
        private static final int SCHED_FIFO = 1;
        private static final int SCHED_RESET_ON_FORK = 0x4000_0000;
        private static final int MCL_CURRENT = 1;
        private static final int MCL_FUTURE = 2;
        /** Without it every page of every reserved range would be made at once: 250 MB for a small program. */
        private static final int MCL_ONFAULT = 4;
        private static final int PR_SET_TIMERSLACK = 29;

        private final MethodHandle schedSetscheduler = Libc.capturing("sched_setscheduler",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS));
        private final MethodHandle mlockall = Libc.capturing("mlockall", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        private final MethodHandle prctl = Libc.capturing("prctl",
                FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_LONG, JAVA_LONG),
                Linker.Option.firstVariadicArg(1));

        @Override
        public int scheduleFifo(int thread, int priority) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment errno = arena.allocate(Libc.CAPTURED);
                MemorySegment parameter = arena.allocateFrom(JAVA_INT, priority);
                return result(errno, (int) schedSetscheduler.invokeExact(errno, thread,
                        SCHED_FIFO | SCHED_RESET_ON_FORK, parameter));
            } catch (Throwable thrown) { // a native function throws nothing
                throw new IllegalStateException(thrown);
            }
        }

        @Override
        public int lockMemory() {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment errno = arena.allocate(Libc.CAPTURED);
                return result(errno, (int) mlockall.invokeExact(errno, MCL_CURRENT | MCL_FUTURE | MCL_ONFAULT));
            } catch (Throwable thrown) { // a native function throws nothing
                throw new IllegalStateException(thrown);
            }
        }

        @Override
        public int timerSlack(long ns) {
            try (Arena arena = Arena.ofConfined()) {
                MemorySegment errno = arena.allocate(Libc.CAPTURED);
                return result(errno, (int) prctl.invokeExact(errno, PR_SET_TIMERSLACK, ns, 0L, 0L, 0L));
            } catch (Throwable thrown) { // a native function throws nothing
                throw new IllegalStateException(thrown);
            }
        }

        private static int result(MemorySegment errno, int returned) {
            return returned == 0 ? 0 : (int) Libc.ERRNO.get(errno, 0L);
        }
    }
}
