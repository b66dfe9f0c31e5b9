package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The virtual wearer in real time, a few seconds a test; what a run measures of itself is not judged here. */
class RunCommandTest {
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);

    private Path channel;
    private Path sessions;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        channel = emptyFolder.resolve("channel");
        sessions = emptyFolder.resolve("sessions");
    }

    @Test
    void sumsUpARunAsOneJsonObjectAndNothingElseOnStdout() throws IOException {
        Command run = Command.run("run", "--channel", channel, "--for", "3s", "--json", "--no-console").succeeds();
        JsonNode summary = new ObjectMapper().readTree(run.lastLine());
        List<String> keys = new ArrayList<>();
        summary.fieldNames().forEachRemaining(keys::add);
        assertEquals(List.of("strides", "swings", "swingsCovered", "swingsMissed", "bursts", "pulses", "faults",
                "ticks", "lateTicks",
                "tickNsP50", "bytesPerTick", "limitedTicks"), keys);
        assertTrue(summary.get("ticks").asLong() > 0, summary::toString);
        assertTrue(summary.get("tickNsP50").isNull(), summary::toString);
        assertEquals(1, run.outLines().size(), run::out);
        assertTrue(apartFromRefusals(run.err()).startsWith("0:00:00  paused"), run::err);
    }

    @Test
    void sumsUpARunInWords() {
        Command run = Command.run("run", "--channel", channel, "--for", "200ms").succeeds();
        assertTrue(run.out().matches(
                "(?s).*\\d+ strides; of \\d+ swings \\d+ covered, \\d+ missed; .*\\Rno pulse was limited\\R"
                        + "\\d+ ticks, \\d+ late, cost of a tick not measured in so short a run\\R"),
                run::out);
    }

    @Test
    void refusesASecondControllerWhileTheFirstRuns() {
        Command first = Command.start("run", "--channel", channel, "--for", "2s").awaitOut("paused");
        Command.run("run", "--channel", channel, "--for", "1s")
                .refuses("another controller is running", "footlift watch --channel " + channel).inOneLine();
        first.succeeds();
        Command.run("run", "--channel", channel, "--for", "100ms").succeeds();
    }

    @Test
    void aRefusedRunLeavesNoFolderForItsRecording() {
        Command first = Command.start("run", "--channel", channel, "--for", "2s").awaitOut("paused");
        Path unused = sessions.resolve("unused");
        Command.run("run", "--channel", channel, "--for", "1s", "--record", unused)
                .refuses("another controller is running");
        assertFalse(Files.exists(unused));
        first.succeeds();
    }

    @Test
    void theOutputEndsInTimeThoughTheTerminalTakesNothing() throws InterruptedException {
        Command run = Command.startBlocked("run", "--channel", channel, "--for", "1s");
        try {
            run.awaitBlocked();
            for (Thread thread : Thread.getAllStackTraces().keySet()) {
                if (thread.getName().equals("footlift-control")) {
                    thread.join(10_000);
                    assertFalse(thread.isAlive(), "the loop waits for the terminal");
                }
            }
        } finally {
            run.unblock();
        }
        run.succeeds();
    }

    @Test
    void watchShowsTheStateOfARunningController() {
        Command run = Command.start("run", "--channel", channel, "--for", "4s").awaitOut("paused");
        Command watch = Command.run("watch", "--channel", channel, "--for", "1s").succeeds();
        assertTrue(watch.out().matches("(?s)0:00:00  (paused|walking), .*, steps \\d+, .*faults: .*"), watch::out);
        assertEquals("No longer watching.", watch.lastLine());
        run.succeeds();
    }

    @Test
    void watchWithoutAControllerSaysHowToStartOne() {
        Command.run("watch", "--channel", channel)
                .refuses("no controller has a channel in " + channel, "footlift run").inOneLine();
        assertFalse(Files.exists(channel));
    }

    @Test
    void refusesToRecordIntoAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Command.run("run", "--channel", channel, "--for", "1s", "--record", file)
                .refuses("cannot write to --record " + file + ": " + file + " is a file; name a folder.")
                .inOneLine();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void runsOnWithoutTheRecordingThatTheDiskDoesNotTakeAndSaysSoAtTheEnd() throws IOException {
        Instant now = Instant.now();
        for (int s = 0; s < 60; s++) { // something is in the way of every file that it could make
            Files.createDirectories(sessions.resolve("footlift-" + FILE_TIME.format(now.plusSeconds(s)) + ".wpilog"));
        }
        Command run = Command.run("run", "--channel", channel, "--for", "500ms", "--record", sessions, "--json");
        assertEquals(Footlift.REFUSED, run.exitCode(), run::err);
        assertTrue(new ObjectMapper().readTree(run.lastLine()).get("ticks").asLong() > 0, run::out);
        String end = run.err().lines().toList().getLast();
        assertTrue(end.startsWith("footlift: not recorded to the end: the recording " + sessions), end);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesAFolderThatTakesNoRecordingBeforeItStarts() {
        Command.run("run", "--channel", channel, "--for", "1s", "--record", "/proc")
                .refuses("cannot write to --record /proc: it takes no file; choose another folder.").inOneLine();
        assertFalse(Files.exists(channel), "a controller was begun");
    }

    @Test
    void refusesAChannelThatIsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Command.run("run", "--channel", file, "--for", "1s").refuses(file, "--channel DIR").inOneLine();
    }

    @Test
    void recordsASessionThatReplaysToTheSameBytesAndExports(@TempDir Path exported) throws IOException {
        Command run = Command.run("run", "--channel", channel, "--for", "3s", "--record", sessions, "--json")
                .succeeds();
        Path session = sessions.resolve(Traces.filesIn(sessions).getFirst());
        assertEquals("Recorded " + session, run.err().lines().toList().getLast());

        Command check = Command.run("replay", "--check", session).succeeds();
        assertTrue(check.out().endsWith(" ticks replayed, every output byte the same\n"), check::out);

        Command list = Command.run("sessions", "list", "--json", sessions).succeeds();
        JsonNode line = new ObjectMapper().readTree(list.lastLine());
        assertEquals("complete", line.get("state").asText());
        assertEquals(new ObjectMapper().readTree(run.lastLine()).get("ticks"), line.get("ticks"));
        assertTrue(check.out().contains(": " + line.get("ticks") + " ticks"), check::out);

        Command export = Command.run("sessions", "export", session, "--out", exported).succeeds();
        Path motion = Path.of(export.lastLine());
        assertTrue(Files.exists(motion), export::out);
        Command.run("replay", "--out", exported.resolve("events"), motion).succeeds();
    }

    /** What the system refuses to this user, or does not have, is said on stderr; which of it depends on where the tests run. */
    private static String apartFromRefusals(String err) {
        return err.lines().filter(line -> !line.matches(
                "footlift: (Real-time scheduling|Locking memory|Keeping the processor awake|Exact waking|The thread that) .*"))
                .collect(Collectors.joining("\n"));
    }
}
