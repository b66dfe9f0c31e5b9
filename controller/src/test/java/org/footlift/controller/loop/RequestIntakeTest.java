package org.footlift.controller.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.channel.RequestInbox;
import org.footlift.telemetry.channel.RequestSender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The thread between other processes and the loop, in real time; nothing is asserted of how long it takes. */
@Timeout(60)
class RequestIntakeTest {
    private final Requests requests = new Requests();
    private Path folder;
    private RequestIntake intake;
    private RequestSender sender;

    @BeforeEach
    void open(@TempDir Path temp) throws IOException {
        folder = temp;
        intake = new RequestIntake(RequestInbox.open(temp), requests);
        sender = RequestSender.open(temp);
    }

    @AfterEach
    void close() {
        sender.close();
        intake.close();
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertFalse(Thread.interrupted(), "what was waited for never came");
            LockSupport.parkNanos(100_000);
        }
    }

    @Test
    void whatAnotherProcessAsksReachesTheLoop() {
        sender.send(Request.START, System.nanoTime());
        await(() -> requests.take() == Request.START);
        assertEquals("", intake.problem());
    }

    @Test
    void aStopReachesTheLoop() {
        sender.stop();
        await(requests::takeStop);
    }

    @Test
    void aFloodHoldsUpNeitherAPauseNorAStop() {
        while (sender.send(Request.LEVEL_UP, System.nanoTime())) {
            Thread.onSpinWait();
        }
        await(() -> sender.send(Request.PAUSE, System.nanoTime()));
        sender.stop();
        await(requests::takeStop);
        await(() -> requests.take() == Request.PAUSE);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFileThatIsCutShortEndsTheTakingAndNothingElse() throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("requests"), StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
        await(() -> !intake.problem().isEmpty());
        assertEquals("the file of requests was cut short", intake.problem());
        assertTrue(requests.offer(Request.START), "the wearer's own way in is open");
    }
}
