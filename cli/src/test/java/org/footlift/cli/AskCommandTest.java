package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import org.footlift.config.Settings;
import org.footlift.hal.Scheduling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Asking a controller that walks with its virtual wearer in real time. */
@Timeout(60)
class AskCommandTest {
    private Path channel;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        channel = emptyFolder.resolve("channel");
    }

    private Command ask(String wish) {
        return Command.run("ask", wish, "--channel", channel);
    }

    private static void await(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertFalse(Thread.interrupted(), "what was waited for never came");
            LockSupport.parkNanos(1_000_000);
        }
    }

    private RunningController controller() throws IOException {
        Settings settings = Profiles.read(null);
        return RunningController.start(settings, BackEnds.open(settings, Scheduling.ORDINARY), channel, null, null,
                Scheduling.ORDINARY);
    }

    /** A controller takes requests once it has heard a sensor; that is a matter of milliseconds. */
    private void walk() {
        await(() -> ask("walk").exitCode() == Footlift.OK);
    }

    @Test
    void theControllerDoesWhatItIsAskedAndSaysSo() throws IOException {
        try (RunningController _ = controller()) {
            walk();
            assertEquals("Now: paused, level 100 %", ask("pause").succeeds().lastLine());
            assertEquals("Now: walking, level 100 %", ask("start").succeeds().lastLine());
            assertEquals("Now: walking, level 95 %", ask("down").succeeds().lastLine());
            ask("up").refuses("refused. It stays: walking, level 95 %", "locked until the wearer holds the up button")
                    .inOneLine();
            ask("exercise").refuses("refused. It stays: walking, level 95 %").inOneLine();
            assertEquals("Now: stopped, press Start, level 95 %. Stopped by you.", ask("stop").succeeds().lastLine());
            assertEquals("Now: evaluation, no stimulation, level 95 %", ask("evaluate").succeeds().lastLine());
            assertEquals("Now: stopped, press Start, level 95 %. Stopped by you.", ask("STOP").succeeds().lastLine());
        }
    }

    @Test
    void withoutAControllerItSaysHowToStartOne() {
        ask("pause").refuses("no controller has a channel in " + channel, "footlift run").inOneLine();
    }

    @Test
    void aControllerThatStandsStillIsSaidTo() {
        Command.run("run", "--channel", channel, "--for", "100ms").succeeds(); // in this process, which lives on
        for (String wish : List.of("pause", "stop")) {
            ask(wish).refuses("gives no sign of life. Switch the stimulator off").inOneLine();
        }
    }

    @Test
    void refusesAWishThatThereIsNot() {
        ask("jump").refuses("'jump'", "stop, pause, start, walk, exercise, evaluate, up, down",
                "See: footlift ask --help");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoSpoilsTheFileOfRequestsIsNoticedAndTheLoopGoesOn() throws IOException {
        try (RunningController running = controller()) {
            walk();
            try (FileChannel file = FileChannel.open(channel.resolve("requests"), StandardOpenOption.WRITE)) {
                file.truncate(0);
            }
            await(() -> !running.requestProblem().isEmpty());
            assertEquals("the file of requests was cut short."
                    + " Nothing is taken from other processes any more; start again when that matters.",
                    running.requestProblem());
            assertTrue(running.alive());
            ask("pause").refuses("is not Footlift's file of requests").inOneLine();
        }
    }
}
