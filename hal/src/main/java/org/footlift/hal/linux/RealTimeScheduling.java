package org.footlift.hal.linux;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;
import org.footlift.hal.Scheduling;
import org.jspecify.annotations.Nullable;

/**
 * Linux' own help against lateness: threads that run before all others, memory that is not paged out, a processor that does not doze, and
 * sleep that is not put off. What the system refuses it refuses once, in a sentence for a person, and everything runs on without it; a system
 * other than Linux refuses all of it. Any thread may call this.
 */
public final class RealTimeScheduling implements Scheduling, AutoCloseable {
    /** Above the interrupt threads of a PREEMPT_RT kernel (50), below its own housekeeping (99). */
    public static final int HIGHEST_PRIORITY = 80;

    private static final int PRIORITY_STEP = 5;
    /** Collects the garbage while every other thread, the control loop too, waits for it: one that is starved starves them all. */
    private static final String VIRTUAL_MACHINE = "VM Thread";
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final Path CPU_LATENCY = Path.of("/dev/cpu_dma_latency");
    private static final long SLACK_NS = 1;

    /** What may be refused, each told once. */
    private enum Wish {
        FIFO, MEMORY, SLACK, CPU_LATENCY, VIRTUAL_MACHINE
    }

    private final @Nullable LinuxCalls calls;
    private final Set<Wish> refused = EnumSet.noneOf(Wish.class);
    private final Queue<String> untold = new ConcurrentLinkedQueue<>();
    private @Nullable FileChannel cpuLatency;
    private volatile boolean urgent;

    private RealTimeScheduling(@Nullable LinuxCalls calls) {
        this.calls = calls;
    }

    /** Locks the memory of this process and keeps its processors awake until closed. */
    public static RealTimeScheduling begin() {
        return begin(System.getProperty("os.name", ""), LinuxCalls.Kernel::new, CPU_LATENCY, TASKS);
    }

    /** The same for a system of this name, with these calls and these files. */
    static RealTimeScheduling begin(String system, Supplier<LinuxCalls> calls, Path cpuLatencyFile,
            Path tasks) {
        if (!system.toLowerCase(Locale.ROOT).startsWith("linux")) {
            RealTimeScheduling nothing = new RealTimeScheduling(null);
            nothing.untold.add("Real-time scheduling is for Linux and this is " + system
                    + ": ticks may come late when the machine is busy. Use a Raspberry Pi, or another Linux, for a wearer.");
            return nothing;
        }
        LinuxCalls kernel = calls.get();
        RealTimeScheduling scheduling = new RealTimeScheduling(kernel);
        scheduling.lockMemory();
        scheduling.urgeVirtualMachine(kernel, tasks);
        scheduling.holdCpuLatency(cpuLatencyFile);
        return scheduling;
    }

    /** The priority of a role among FIFO threads. */
    static int priority(Role role) {
        return HIGHEST_PRIORITY - PRIORITY_STEP * role.ordinal();
    }

    @Override
    public void enter(Role role) {
        if (calls == null) {
            return;
        }
        int slackError = calls.timerSlack(SLACK_NS);
        if (slackError != 0) {
            refuse(Wish.SLACK, "Exact waking is refused (" + name(slackError)
                    + "): threads may wake about 50 microseconds late. Nothing needs to be done about it.");
        }
        urge(calls, LinuxCalls.THIS_THREAD, priority(role));
    }

    private void urgeVirtualMachine(LinuxCalls kernel, Path tasks) {
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(tasks)) {
            for (Path thread : threads) {
                if (Files.readString(thread.resolve("comm")).strip().equals(VIRTUAL_MACHINE)) {
                    urge(kernel, Integer.parseInt(String.valueOf(thread.getFileName())),
                            HIGHEST_PRIORITY - 1);
                }
            }
        } catch (IOException e) { // a thread that ended meanwhile, or no /proc
            refuse(Wish.VIRTUAL_MACHINE, "The thread that collects garbage cannot be found in " + tasks
                    + ": collections take longer when the machine is busy. Nothing needs to be done about it.");
        }
    }

    private void urge(LinuxCalls kernel, int thread, int priority) {
        int fifoError = kernel.scheduleFifo(thread, priority);
        if (fifoError == 0) {
            urgent = true;
        } else {
            refuse(Wish.FIFO, "Real-time scheduling is refused (" + name(fifoError)
                    + "): ticks come late when the machine is busy, and late ticks give no pulse. Allow the user 'rtprio "
                    + HIGHEST_PRIORITY + "' in /etc/security/limits.d, or run as a service with LimitRTPRIO="
                    + HIGHEST_PRIORITY + ".");
        }
    }

    private void lockMemory() {
        int error = calls == null ? 0 : calls.lockMemory();
        if (error != 0) {
            refuse(Wish.MEMORY, "Locking memory is refused (" + name(error)
                    + "): a machine short of memory can stall a tick. Allow the user 'memlock unlimited' in"
                    + " /etc/security/limits.d, or run as a service with LimitMEMLOCK=infinity.");
        }
    }

    private void holdCpuLatency(Path file) {
        if (!Files.exists(file)) {
            refuse(Wish.CPU_LATENCY, "Keeping the processor awake is not possible, there is no " + file
                    + ": ticks may begin some 100 microseconds late. Nothing needs to be done about it.");
            return;
        }
        try {
            cpuLatency = FileChannel.open(file, StandardOpenOption.WRITE);
            cpuLatency.write(ByteBuffer.allocate(Integer.BYTES)); // 0 microseconds; holds while the file is open
        } catch (IOException e) {
            refuse(Wish.CPU_LATENCY, "Keeping the processor awake is refused: ticks may begin some 100 microseconds"
                    + " late. Let the user write to " + file + " (a udev rule), or run as a service.");
        }
    }

    private void refuse(Wish wish, String sentence) {
        synchronized (refused) {
            if (refused.add(wish)) {
                untold.add(sentence);
            }
        }
    }

    /** True once a thread was made urgent. */
    public boolean urgent() {
        return urgent;
    }

    /** What was refused and not handed out yet: each time what it means and what to do. */
    public List<String> takeRefusals() {
        List<String> told = new ArrayList<>();
        for (String sentence = untold.poll(); sentence != null; sentence = untold.poll()) {
            told.add(sentence);
        }
        return told;
    }

    /** Lets the processor doze again. Locked memory and urgent threads stay so until the process or the thread ends. */
    @Override
    public void close() {
        if (cpuLatency != null) {
            try {
                cpuLatency.close();
            } catch (IOException e) {
                untold.add("The processor stays awake until this program ends: " + e.getMessage() + ".");
            }
        }
    }

    private static String name(int errno) {
        return switch (errno) {
            case 1 -> "not permitted";
            case 12 -> "over the limit of this user";
            case 38 -> "this kernel cannot do it";
            default -> "error " + errno;
        };
    }
}
