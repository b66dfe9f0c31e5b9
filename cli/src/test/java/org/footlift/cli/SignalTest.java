package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.params.provider.ValueSource;

/** A controller in a process of its own, and what the operating system may do to it. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(90)
class SignalTest {
    private Path folder;
    private Process process;
    private BufferedReader out;

    @BeforeEach
    void startsARun(@TempDir Path emptyFolder) throws IOException {
        folder = emptyFolder;
        process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Footlift.class.getName(), "run", "--json", "--channel", folder.resolve("channel").toString(),
                "--record",
                folder.toString()).redirectError(folder.resolve("stderr").toFile()).start();
        out = process.inputReader();
    }

    @AfterEach
    void leavesNoProcessBehind() {
        process.destroyForcibly();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "HUP", "INT"})
    void aSignalEndsTheRunWithItsSummary(String signal) throws Exception {
        awaitLine(" walking");
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
        throw new AssertionError("never printed:" + text + "\n" + seen + Files.readString(folder.resolve("stderr")));
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
}
