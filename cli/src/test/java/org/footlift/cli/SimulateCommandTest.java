package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.footlift.sim.scenario.Scenario;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.RecordingReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @Test
    void saysWhatCameOfAWalk() {
        Command simulate = Command.run("simulate", "--scenario", "walk", "--seed", 3, "--duration", "30s").succeeds();
        assertTrue(simulate.out().startsWith("walk, seed 3, mild wearer, sensors fused: 30 s, 2 s of them not walking"),
                simulate::out);
        assertTrue(simulate.out().contains(" swings") && simulate.out().contains("no fault named"), simulate::out);
    }

    @Test
    void saysHowASensorFaultWasMet() {
        Command simulate = Command.run("simulate", "--scenario", "heel-chatter", "--duration", "60s").succeeds();
        assertTrue(simulate.out().contains("named heel-switch-chatter"), simulate::out);
    }

    @Test
    void printsOneJsonObject() throws IOException {
        Command simulate = Command
                .run("simulate", "--scenario", "standing", "--duration", "40s", "--sensors", "imu", "--json")
                .succeeds();
        assertEquals(1, simulate.outLines().size());
        JsonNode result = new ObjectMapper().readTree(simulate.out());
        assertEquals("standing", result.get("scenario").asText());
        assertEquals("imu", result.get("sensors").asText());
        assertEquals(0, result.get("bursts").asInt(-1));
        assertTrue(result.get("notWalkingBursts").isArray());
        assertTrue(result.get("sensorFault").isNull());
    }

    @Test
    void listsTheScenariosWhenNoneOrAnUnknownOneIsNamed() {
        Command none = Command.run("simulate").succeeds();
        Command unknown = Command.run("simulate", "--scenario", "moonwalk").refuses("no scenario \"moonwalk\"");
        for (Scenario scenario : Scenario.values()) {
            assertTrue(none.out().contains(scenario.label() + " "), scenario::label);
            assertTrue(unknown.err().contains(scenario.description()), scenario::label);
        }
    }

    @Test
    void writesTheRecordingWithItsTruthAndWhatWasDetected() throws IOException {
        Command.run("simulate", "--scenario", "errands", "--duration", "90s", "--out", folder).succeeds();
        String stem = "sub-vw1_task-errands_tracksys-imu_acq-foot";
        assertEquals(9_000, RecordingReader.read(folder.resolve(stem + "_motion.tsv")).sampleCount(), 5);
        List<Event> truth = EventsFile.read(folder.resolve(stem + "_events.tsv"));
        List<Event> detected = EventsFile.read(folder.resolve("detected/" + stem + "_events.tsv"));
        assertTrue(truth.stream().anyMatch(e -> e.trialType().equals("heel_strike")));
        assertTrue(truth.stream().anyMatch(e -> e.trialType().startsWith("activity_") && e.durationS() >= 15));
        assertTrue(detected.stream().anyMatch(e -> e.trialType().equals("stimulation")));
        try (var files = Files.list(folder)) {
            assertEquals(5, files.count(), "motion, channels, JSON, events, detected");
        }
    }

    @Test
    void refusesWhatCannotBe() throws IOException {
        Command.run("simulate", "--scenario", "walk", "--duration", "5s").refuses("at least 20s").inOneLine();
        Command.run("simulate", "--scenario", "walk", "--profile", "pi-foot-imu", "--sensors", "heel")
                .refuses("no heel switch is worn");
        Path file = Files.writeString(folder.resolve("file"), "");
        Command.run("simulate", "--scenario", "walk", "--duration", "20s", "--out", file).refuses("file").inOneLine();
    }
}
