package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.footlift.sim.emulator.EmulatedModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The commands {@code emulate} and {@code run} with a pseudo-terminal between them, in real time. How much of a walk is stimulated, and that
 * nothing fails, is asserted in made-up time: a busy machine may well lose an answer for a tenth of a second.
 */
@EnabledOnOs(OS.LINUX)
class EmulatedStimulatorTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    private Path profile(String protocol, String port, String more) throws IOException {
        return Files.writeString(folder.resolve("profile.toml"),
                "[profile]\n[hardware.stimulator]\nprotocol = \"" + protocol
                        + "\"\nport = \"" + port + "\"\n" + more);
    }

    private Command emulate(String protocol, Object... more) {
        Object[] words = new Object[4 + more.length];
        words[0] = "emulate";
        words[1] = protocol;
        words[2] = "--link";
        words[3] = folder.resolve("port");
        System.arraycopy(more, 0, words, 4, more.length);
        return Command.start(words).awaitOut("/dev/pts/");
    }

    private Command run(String protocol, String duration, String... more) throws IOException {
        List<Object> words = new ArrayList<>(List.of("run", "--channel", folder.resolve("channel"), "--for", duration,
                "--profile",
                profile(protocol, folder.resolve("port").toString(), "[hardware.sim]\nstand_ms = 1200\n")));
        words.addAll(List.of(more));
        return Command.run(words.toArray());
    }

    @ParameterizedTest
    @EnumSource
    void runStimulatesThroughTheEmulatorAndTheMonitorIsSilent(EmulatedModel model) throws IOException {
        String protocol = model.name().toLowerCase(Locale.ROOT);
        Command emulator = emulate(protocol, "--for", "12s");
        Command run = run(protocol, "6s", "--json").succeeds();
        assertTrue(JSON.readTree(run.lastLine()).get("pulses").asInt() > 0, run::out);
        emulator.succeeds();
        JsonNode given = JSON.readTree(emulator.lastLine());
        assertTrue(given.get("pulses").asInt() > 0, given::toString);
        assertEquals(0, given.get("violations").size(), given::toString);
        List<String> lines = emulator.outLines();
        assertTrue(lines.size() > 10, emulator::out);
        for (String line : lines.subList(1, lines.size() - 1)) {
            assertTrue(JSON.readTree(line).has("command"), line);
        }
    }

    /** In real time: on a busy machine an answer may be missing before the trouble comes. Which words belong to which trouble is tried in made-up time. */
    @ParameterizedTest
    @CsvSource({"disconnect, has gone. Plug the stimulator in again.", "silence, The stimulator does not answer.",
            "high_voltage, its high voltage failed"})
    void aTroubleOfTheDeviceReachesThePersonAndLatches(String trouble, String engineer) throws IOException {
        Command emulator = emulate("sciencemode4", "--for", "10s", "--inject", trouble + "@3s");
        Command run = run("sciencemode4", "6s").succeeds();
        assertTrue(run.out().contains("The stimulator does not answer. Check its cable.")
                || run.out().contains("The stimulator reports a fault. Stimulation is off."), run::out);
        assertTrue(run.err().contains(engineer) || run.err().contains("The stimulator does not answer."), run::err);
        emulator.succeeds();
    }

    /** As a service is ended. Only low level is silent without it: the others repeat pulses by themselves for a second or two. */
    @ParameterizedTest
    // A thread of its own: waiting for a line of a process cannot be interrupted.
    @Timeout(value = 90, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @CsvSource({"sciencemode4, low, Ll_stop", "sciencemode4, mid, Ml_stop",
            "sciencemode2, low, Stop_channel_list_mode"})
    void aRunThatIsToldToEndTellsTheStimulatorToStop(String protocol, String level, String stop) throws Exception {
        Command emulator = emulate(protocol, "--for", "10s");
        Path profile = profile(protocol, folder.resolve("port").toString(), "level = \"" + level + "\"\n");
        Process run = new ProcessBuilder(Command.line(List.of(), "run", "--json", "--channel",
                folder.resolve("channel"), "--profile", profile)).redirectErrorStream(true).start();
        try (BufferedReader said = run.inputReader()) {
            String line = said.readLine();
            while (line != null && !line.contains("paused")) { // its first word: the stimulator is ready
                line = said.readLine();
            }
            run.toHandle().destroy(); // SIGTERM; the process would close the pipe as well
            List<String> rest = said.lines().toList();
            assertEquals(0, run.waitFor());
            assertFalse(rest.stream().anyMatch(text -> text.contains("has gone")), rest::toString);
        } finally {
            run.destroyForcibly();
        }
        emulator.succeeds();
        List<String> log = emulator.outLines();
        JsonNode last = JSON.readTree(log.get(log.size() - 2));
        assertEquals(stop, last.get("command").asText(), emulator::out);
    }

    @Test
    void aPortWithNobodyBehindItIsRefusedBeforeTheWearerAppears() throws IOException {
        Command emulator = emulate("sciencemode4", "--for", "8s", "--inject", "silence@1ms");
        run("sciencemode4", "1s")
                .refuses("is not ready. The stimulator does not answer. Check its cable and its power.")
                .inOneLine();
        emulator.succeeds();
    }

    @Test
    void aPortThatIsNotThereIsRefused() throws IOException {
        run("sciencemode4", "1s").refuses("There is no serial port " + folder.resolve("port")).inOneLine();
    }

    @Test
    void refusesADeviceOrATroubleThatThereIsNot() {
        Command.run("emulate", "odstock").refuses(
                "there is no emulator of 'odstock', only of sciencemode4, sciencemode3, sciencemode2, openemsstim");
        Command.run("emulate", "sciencemode4", "--inject", "tuesday@1s").refuses("'tuesday@1s' is no trouble");
    }
}
