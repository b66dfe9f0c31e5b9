package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

import org.footlift.config.Settings;
import org.footlift.hal.Clock;
import org.footlift.hal.Hardware;
import org.footlift.hal.HeartbeatLine;
import org.footlift.hal.Pacer;
import org.footlift.hal.Panel;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SensorSource;
import org.footlift.hal.Stimulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningControllerTest {
    private final Settings settings = Profiles.read(null);
    private final CountDownLatch slept = new CountDownLatch(1);
    private Path channel;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        channel = emptyFolder;
    }

    private RunningController start(Pacer pacer) throws IOException {
        return start(pacer, Scheduling.ORDINARY);
    }

    private RunningController start(Pacer pacer, Scheduling scheduling) throws IOException {
        Pacer watched = deadline -> {
            slept.countDown();
            pacer.sleepUntil(deadline);
        };
        RunningController running = RunningController.start(settings,
                new Paced(BackEnds.open(settings, Scheduling.ORDINARY), watched), channel, null, Duration.ofMillis(50),
                scheduling);
        await(slept);
        return running;
    }

    @Test
    void aRunThatEndsInTimeHasNotFailed() throws IOException {
        try (RunningController running = start(deadline -> {})) {
            running.end();
            assertEquals(Optional.empty(), running.failure());
        }
    }

    @Test
    void theControlThreadAndNoOtherIsMadeTheMostUrgent() throws IOException {
        Queue<String> entered = new ConcurrentLinkedQueue<>();
        try (RunningController running = start(deadline -> {},
                role -> entered.add(Thread.currentThread().getName() + " " + role))) {
            running.end();
            assertEquals(List.of("footlift-control CONTROL_LOOP"), List.copyOf(entered));
        }
    }

    @Test
    void aControlThreadThatCannotGoOnIsAFailure() throws IOException {
        try (RunningController running = start(deadline -> {
            throw new IllegalStateException("no timer");
        })) {
            running.end();
            assertEquals("no timer", running.failure().orElseThrow().getMessage());
        }
    }

    @Test
    void aControlThreadThatHangsIsAFailure() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        try (RunningController running = start(deadline -> await(over))) {
            running.end();
            assertEquals("the control loop hangs and cannot be ended",
                    running.failure().orElseThrow().getMessage());
            over.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The virtual wearer, with a pacer of the test's own. */
    private record Paced(Hardware wearer, Pacer pacer) implements Hardware {
        @Override
        public SensorSource sensors() {
            return wearer.sensors();
        }

        @Override
        public Stimulator stimulator() {
            return wearer.stimulator();
        }

        @Override
        public HeartbeatLine heartbeat() {
            return wearer.heartbeat();
        }

        @Override
        public Panel panel() {
            return wearer.panel();
        }

        @Override
        public Clock clock() {
            return wearer.clock();
        }

        @Override
        public void close() {
            wearer.close();
        }
    }
}
