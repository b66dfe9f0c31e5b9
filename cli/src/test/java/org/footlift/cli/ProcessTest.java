package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A command in a process of its own, whose output the system does not take or whose memory is short. */
@EnabledOnOs(OS.LINUX)
@Timeout(90)
class ProcessTest {
    private static final String LOST = "footlift: standard output did not take the results (";

    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    /** What a shell made of the command: its exit code and what it said on stderr. */
    private record Ended(int exitCode, String err) {}

    /** Runs {@code shell}, in which {@code "$@"} stands for the command. */
    private Ended run(String shell, List<String> jvmOptions, Object... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of("bash", "-c", shell, "footlift"));
        words.addAll(Command.line(jvmOptions, arguments));
        Path err = folder.resolve("stderr");
        ProcessBuilder builder = new ProcessBuilder(words).redirectError(err.toFile());
        builder.environment().putAll(Map.of("LC_ALL", "C"));
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        return new Ended(process.waitFor(), Files.readString(err));
    }

    @Test
    void resultsThatAFullDiskDoesNotTakeAreNoSuccess() throws Exception {
        Ended score = run("\"$@\" >/dev/full", List.of(), "score", "--json", "--sensors", "imu", Traces.gait());
        assertEquals(Footlift.REFUSED, score.exitCode(), score::err);
        assertTrue(score.err().startsWith(LOST + "No space left on device), so they are not whole"), score::err);
        assertEquals(1, score.err().lines().count(), score::err);
    }

    @Test
    void resultsForAStandardOutputThatIsClosedAreNoSuccess() throws Exception {
        Ended help = run("\"$@\" >&-", List.of(), "--version");
        assertEquals(Footlift.REFUSED, help.exitCode(), help::err);
        assertTrue(help.err().startsWith(LOST), help::err);
    }

    @Test
    void aRunWhoseSummaryIsLostHasFailedToo() throws Exception {
        Ended run = run("\"$@\" >/dev/full", List.of(), "run", "--for", "100ms", "--channel", folder.resolve("c"));
        assertEquals(Footlift.REFUSED, run.exitCode(), run::err);
        // Beside what the system refused of real time, if anything.
        assertEquals(1, run.err().lines().filter(line -> line.startsWith(LOST)).count(), run::err);
    }

    @Test
    void aReaderThatHasSeenEnoughIsASuccessAndQuiet() throws Exception {
        Ended help = run("\"$@\" | true; exit ${PIPESTATUS[0]}", List.of(), "score", "--help");
        assertEquals(new Ended(Footlift.OK, ""), help);
    }

    @Test
    void aRecordingThatNoMemoryHoldsIsRefusedWithWhatToDo() throws Exception {
        Path motion = Traces.small(folder.resolve("in"));
        try (BufferedWriter writer = Files.newBufferedWriter(motion)) {
            for (int i = 0; i < 700_000; i++) {
                writer.write(String.format(Locale.ROOT, "%d.%02d", i / 100, i % 100) + "\t0\t0\t0\t0\t0\t9.81\t1\n");
            }
        }
        Ended replay = run("\"$@\"", List.of("-Xmx24m"), "replay", "--out", folder.resolve("out"), motion);
        assertEquals(Footlift.REFUSED, replay.exitCode(), replay::err);
        assertTrue(replay.err().startsWith("footlift: out of memory: the Java heap of 2"), replay::err);
        assertTrue(replay.err().contains("JDK_JAVA_OPTIONS=-Xmx"), replay::err);
        assertEquals(1, replay.err().lines().count(), replay::err);
    }
}
