package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TuneCommandTest {
    @Test
    void printsOneJsonObjectAndTakesARecordingThatIsNamedTwiceOnce() throws IOException {
        Command tune = Command.run("tune", "detector", "--sensors", "imu", "--json", Traces.left(), Traces.left())
                .succeeds();
        assertEquals(1, tune.outLines().size());
        assertEquals("", tune.err());
        JsonNode fit = new ObjectMapper().readTree(tune.out());
        assertEquals("the_same_recording", fit.get("judgedOn").asText());
        assertEquals(1, fit.get("leftOut").size());
        assertTrue(fit.at("/leftOut/0/before/f1p/heel_strike").asDouble() > 0.9, fit::toString);
        assertEquals(3, fit.get("parameters").size());
        assertEquals("detector.imu.swing_rate_dps", fit.at("/parameters/0/key").asText());
        assertEquals(fit.get("better").asBoolean(), !fit.get("toml").asText().isEmpty());
    }

    @Test
    void keepsTheDefaultsForAHeelSwitchThatTheyFit(@TempDir Path folder) throws IOException {
        labelled(folder);
        Command tune = Command.run("tune", "detector", "--sensors", "heel", folder).succeeds();
        assertTrue(tune.out().contains("Keep the defaults (10 80)."), tune::out);
        assertTrue(tune.out().contains("detector.heel.min_stance_ms"), tune::out);
        assertFalse(tune.out().contains("[detector.heel]"), tune::out);
    }

    @Test
    void asksForItsCommand() {
        Command.run("tune").refuses("footlift tune detector TRACE").inOneLine();
    }

    @Test
    void fitsOneDetectorAtATime() {
        Command.run("tune", "detector", "--sensors", "fused", Traces.left()).refuses("one at a time", "--sensors imu")
                .inOneLine();
    }

    @Test
    void refusesRecordingsWithoutTruth(@TempDir Path folder) throws IOException {
        Traces.small(folder);
        Command.run("tune", "detector", folder).refuses("there is nothing to fit to").inOneLine();
    }

    @Test
    void refusesToFitAHeelSwitchThatNobodyWore() {
        Command.run("tune", "detector", "--sensors", "heel", Traces.gait())
                .refuses("none of the labelled recordings has a heel switch", "--sensors imu").inOneLine();
    }

    @Test
    void refusesAMissingTrace() {
        Command.run("tune", "detector", "gone").refuses("gone: there is no such file or folder").inOneLine();
    }

    /** The small recording with the labels of its heel: loaded for the first 0.6 s of each second. */
    private static void labelled(Path folder) throws IOException {
        Traces.small(folder, "sub-xxA_task-walk_tracksys-imu_run-1");
        StringBuilder labels = new StringBuilder("onset\tduration\ttrial_type\n");
        for (int step = 0; step < 4; step++) {
            labels.append(step).append("\t0\theel_strike\n").append(step).append(".6\t0\theel_off\n");
        }
        Files.writeString(folder.resolve("sub-xxA_task-walk_tracksys-imu_run-1_events.tsv"), labels.toString());
        Files.writeString(folder.resolve("participants.tsv"), "participant_id\tgroup\nsub-xxA\thealthy\n");
    }
}
