package org.footlift.hal.linux;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.footlift.hal.Scheduling.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RealTimeSchedulingTest {
    private static final int EPERM = 1;
    private static final int ENOMEM = 12;

    private final List<String> asked = new ArrayList<>();
    private int error;
    private Path cpuLatency;
    private Path tasks;

    private final LinuxCalls calls = new LinuxCalls() {
        @Override
        public int scheduleFifo(int thread, int priority) {
            asked.add("fifo " + thread + " " + priority);
            return error;
        }

        @Override
        public int lockMemory() {
            asked.add("lock");
            return error;
        }

        @Override
        public int timerSlack(long ns) {
            asked.add("slack " + ns);
            return 0;
        }
    };

    @BeforeEach
    void useA(@TempDir Path emptyFolder) throws IOException {
        cpuLatency = Files.createFile(emptyFolder.resolve("cpu_dma_latency"));
        tasks = emptyFolder.resolve("task");
        has(17, "java");
        has(18, "VM Thread");
    }

    private void has(int thread, String name) throws IOException {
        Path folder = Files.createDirectories(tasks.resolve(Integer.toString(thread)));
        Files.writeString(folder.resolve("comm"), name + "\n");
    }

    private RealTimeScheduling begin() {
        return RealTimeScheduling.begin("Linux", () -> calls, cpuLatency, tasks);
    }

    @Test
    void theLoopIsTheMostUrgentThenTheStimulatorThenTheSensors() {
        try (RealTimeScheduling scheduling = begin()) {
            asked.clear();
            scheduling.enter(Role.CONTROL_LOOP);
            scheduling.enter(Role.STIMULATOR);
            scheduling.enter(Role.SENSOR_READER);
            assertTrue(scheduling.urgent());
            assertEquals(List.of("slack 1", "fifo 0 80", "slack 1", "fifo 0 75", "slack 1", "fifo 0 70"), asked);
            assertEquals(List.of(), scheduling.takeRefusals());
        }
    }

    @Test
    void locksTheMemoryAndHoldsTheProcessorAwakeWithAZero() throws IOException {
        try (RealTimeScheduling _ = begin()) {
            assertEquals("lock", asked.getFirst());
            assertArrayEquals(new byte[4], Files.readAllBytes(cpuLatency));
        }
    }

    @Test
    void theThreadThatTheLoopWaitsForInACollectionComesNextAfterTheLoop() {
        try (RealTimeScheduling scheduling = begin()) {
            assertEquals(List.of("lock", "fifo 18 79"), asked);
            assertEquals(List.of(), scheduling.takeRefusals());
        }
    }

    @Test
    void aMachineThatDoesNotListItsThreadsIsToldSo() {
        tasks = tasks.resolve("none");
        try (RealTimeScheduling scheduling = begin()) {
            assertTrue(scheduling.takeRefusals().getFirst().startsWith("The thread that collects garbage cannot be"));
        }
    }

    @Test
    void aRefusalIsToldOnceAndSaysWhatItMeansAndWhatToDo() {
        error = EPERM;
        try (RealTimeScheduling scheduling = begin()) {
            scheduling.enter(Role.CONTROL_LOOP);
            scheduling.enter(Role.STIMULATOR);
            assertFalse(scheduling.urgent());
            List<String> refusals = scheduling.takeRefusals();
            assertEquals(2, refusals.size(), refusals::toString);
            assertTrue(refusals.get(0).startsWith("Locking memory is refused (not permitted): ")
                    && refusals.get(0).contains("LimitMEMLOCK=infinity"), refusals::toString);
            assertTrue(refusals.get(1).startsWith("Real-time scheduling is refused (not permitted): ")
                    && refusals.get(1).contains("rtprio 80"), refusals::toString);
            scheduling.enter(Role.SENSOR_READER);
            assertEquals(List.of(), scheduling.takeRefusals());
        }
    }

    @Test
    void tooSmallALimitForLockedMemoryIsNamed() {
        error = ENOMEM;
        try (RealTimeScheduling scheduling = begin()) {
            assertTrue(scheduling.takeRefusals().getFirst().contains("(over the limit of this user)"));
        }
    }

    @Test
    void aMachineWithoutThePowerManagementFileIsToldApartFromOneThatRefusesIt() throws IOException {
        Files.delete(cpuLatency);
        try (RealTimeScheduling scheduling = begin()) {
            assertTrue(scheduling.takeRefusals().getFirst().contains("there is no " + cpuLatency));
        }
        Files.createDirectory(cpuLatency); // cannot be opened for writing by anybody
        try (RealTimeScheduling scheduling = begin()) {
            assertTrue(scheduling.takeRefusals().getFirst().startsWith("Keeping the processor awake is refused"));
        }
    }

    @Test
    void anotherSystemRunsOnWithoutAndIsNeverCalled() {
        try (RealTimeScheduling scheduling = RealTimeScheduling.begin("Mac OS X", () -> {
            throw new AssertionError("called");
        }, cpuLatency, tasks)) {
            scheduling.enter(Role.CONTROL_LOOP);
            assertEquals(1, scheduling.takeRefusals().size());
        }
    }

    /** Whether it is permitted depends on who runs the tests; that the call reaches the kernel does not. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void theKernelDoesOrRefusesWithAReason() throws InterruptedException, IOException {
        List<String> schedulers = new ArrayList<>();
        Thread thread = new Thread(() -> {
            int refused = new LinuxCalls.Kernel().scheduleFifo(LinuxCalls.THIS_THREAD, 1);
            assertEquals(0, new LinuxCalls.Kernel().timerSlack(1));
            schedulers.add(refused + " " + policyOfThisThread());
        });
        thread.start();
        thread.join();
        assertTrue(schedulers.equals(List.of("0 1")) || schedulers.equals(List.of(EPERM + " 0")), schedulers::toString);
    }

    /** Field 41 of the thread's line in /proc: 1 is FIFO. Its name, in brackets, may hold blanks. */
    private static int policyOfThisThread() {
        try {
            String line = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ", -1)[38]);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
