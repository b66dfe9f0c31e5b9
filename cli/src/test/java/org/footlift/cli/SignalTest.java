package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A controller in a process of its own, and what the operating system may do to it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
// A thread of its own: waiting for a line of a process cannot be interrupted, and the test must end all the same.
@Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SignalTest {
    private Path folder;
    private Process process;
    private BufferedReader out;

    @BeforeEach
    void startsARun(@TempDir Path emptyFolder) throws IOException {
        folder = emptyFolder;
        List<String> command = new ArrayList<>(StartingProcess.withDefaultSignals());
        command.addAll(Command.line(List.of(), "run", "--json", "--channel", folder.resolve("channel"), "--record",
                folder));
        // Live lines come on stderr and the summary on stdout, as its last line; waiting is for either.
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        out = process.inputReader();
    }

    @AfterEach
    void leavesNoProcessBehind() {
        process.destroyForcibly();
    }

    @ParameterizedTest
    @CsvSource({"TERM, 15", "HUP, 1", "INT, 2"})
    void aSignalEndsTheRunWithItsSummary(String signal, int number) throws Exception {
        awaitLine(" walking");
        // A run started by nohup, or in the background of a script, rightly lives through what its parent ignores.
        assumeFalse(StartingProcess.ignores(process, number),
                () -> "this build was started with SIG" + signal + " ignored");
        send(signal);
        List<String> rest = readToTheEnd();
        assertEquals(0, process.waitFor());
        assertTrue(new ObjectMapper().readTree(rest.getLast()).get("ticks").asLong() > 0, rest::toString);
        Command check = Command.run("replay", "--check", session()).succeeds();
        assertTrue(check.out().endsWith("every output byte the same\n"), check::out);
    }

    @Test
    void aProcessThatWasHeldUpStaysLatchedAndSilentAndStillEndsCleanly() throws Exception {
        awaitLine(" walking");
        send("STOP");
        // The length of the stall is what is tested, and a stopped process prints nothing to wait for.
        assertTrue(!process.waitFor(1_500, TimeUnit.MILLISECONDS));
        send("CONT");
        awaitLine("The controller was held up. Stimulation is off.");
        send("TERM");
        List<String> rest = readToTheEnd();
        assertEquals(0, process.waitFor());
        assertTrue(new ObjectMapper().readTree(rest.getLast()).get("faults").asInt() >= 1, rest::toString);
        AfterTheStall ticks = AfterTheStall.in(session());
        assertTrue(ticks.stalled(), "LOOP_STALLED is not in the recording");
        assertEquals(0, ticks.awake(), "ticks that were not latched");
        assertEquals(0, ticks.pulsesAfterTheRamp(), "pulses later than a soft stop may give");
    }

    @Test
    void aKilledRunLeavesASessionThatReadsToItsLastWholeRecord() throws Exception {
        awaitLine(" walking");
        awaitBytes(200_000);
        send("KILL");
        process.waitFor();
        Command list = Command.run("sessions", "list", "--json", folder).succeeds();
        assertEquals("cut", new ObjectMapper().readTree(list.lastLine()).get("state").asText());
        Command check = Command.run("replay", "--check", session()).succeeds();
        assertTrue(check.out().contains(" ticks replayed, every output byte the same (cut at byte "), check::out);
        Command.run("run", "--channel", folder.resolve("channel"), "--for", "100ms").succeeds();
    }

    private void send(String signal) throws Exception {
        Process kill = new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        assertEquals(0, kill.waitFor());
    }

    private void awaitLine(String text) throws IOException {
        List<String> seen = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            seen.add(line);
            if (line.contains(text)) {
                return;
            }
        }
        throw new AssertionError("never printed:" + text + "\n" + seen);
    }

    private List<String> readToTheEnd() {
        return out.lines().toList();
    }

    private void awaitBytes(long bytes) throws Exception {
        while (Files.size(session()) < bytes) {
            assertTrue(!process.waitFor(20, TimeUnit.MILLISECONDS), "it ended by itself");
        }
    }

    private Path session() throws IOException {
        return folder.resolve(Traces.filesIn(folder).stream().filter(name -> name.endsWith(".wpilog")).findFirst()
                .orElseThrow());
    }

    /** What a process inherits from the one that started this build. */
    private static final class StartingProcess {
        /** The start of a command that gives its process every signal's default action, where {@code env} can. */
        static List<String> withDefaultSignals() throws IOException {
            try {
                Process tried = new ProcessBuilder("env", "--default-signal", "true").start();
                return tried.waitFor() == 0 ? List.of("env", "--default-signal") : List.of();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }

        /** Whether the process ignores the signal; where the system does not tell, that it does not. */
        static boolean ignores(Process process, int number) throws IOException {
            Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
            if (!Files.exists(status)) {
                return false;
            }
            String mask = Files.readAllLines(status).stream().filter(line -> line.startsWith("SigIgn:")).findFirst()
                    .orElseThrow().substring("SigIgn:".length()).strip();
            return (Long.parseUnsignedLong(mask, 16) >> (number - 1) & 1) != 0;
        }
    }
}
