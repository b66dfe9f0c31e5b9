package org.footlift.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    private static final List<String> EVENT_KEYS = List.of("set", "group", "event", "reference", "detected", "recall",
            "precision", "f1", "f1p", "maeMs", "p95Ms", "offsetMs", "lagMs");
    private static final List<String> STIMULATION_KEYS = List.of("set", "group", "swings", "coveredPct", "missedPct",
            "startAfterHeelOffMsMedian", "startAfterHeelOffMsP95", "endAfterHeelStrikeMsMedian", "outsideMsPerStride",
            "strayBurstsPer1000Strides", "standingBursts");
    private static final String LABELS = """
            onset\tduration\ttrial_type
            0.6\t0\theel_off
            0.7\t0\ttoe_off
            1.0\t0\theel_strike
            1.6\t0\theel_off
            1.7\t0\ttoe_off
            2.0\t0\theel_strike
            2.6\t0\theel_off
            2.7\t0\ttoe_off
            3.0\t0\theel_strike
            """;

    @Test
    void printsOneJsonObjectWithTheKeysOfTheContract() throws IOException {
        Command score = Command.run("score", "--sensors", "imu", "--json", Traces.gait()).succeeds();
        assertEquals(1, score.outLines().size());
        JsonNode scores = new ObjectMapper().readTree(score.out());
        assertEquals(List.of("events", "stimulation"), keys(scores));
        assertTrue(!scores.get("events").isEmpty() && !scores.get("stimulation").isEmpty(), scores::toString);
        scores.get("events").forEach(row -> assertEquals(EVENT_KEYS, keys(row)));
        scores.get("stimulation").forEach(row -> assertEquals(STIMULATION_KEYS, keys(row)));
        assertEquals("gm", scores.at("/events/0/set").asText());
        assertEquals("healthy", scores.at("/events/0/group").asText());
    }

    @Test
    void printsATableForAPerson() {
        Command score = Command.run("score", "--sensors", "imu", Traces.gait()).succeeds();
        assertTrue(score.out().contains("heel_strike") && score.out().contains("Stimulation"), score::out);
        assertEquals("", score.err());
    }

    @Test
    void writesAReportThatNeedsNoNetwork(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Command.run("score", "--sensors", "imu", "--html", file, Traces.gait()).succeeds();
        String page = Files.readString(file);
        assertTrue(page.contains(Traces.LEFT) && page.contains("Worst strides"), "the run is in it");
        assertFalse(Pattern.compile("(src|href)\\s*=\\s*[\"']?(https?:|//)").matcher(page).find(),
                "loads from a network");
        assertEquals(List.of("report.html"), Traces.filesIn(folder));
    }

    @Test
    void replacesAnOlderReportAndNothingElse(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Command.run("score", "--sensors", "imu", "--html", file, Traces.gait()).succeeds();
        String page = Files.readString(file);
        Command.run("score", "--sensors", "imu", "--html", file, Traces.gait()).succeeds();
        assertEquals(page, Files.readString(file));
        for (byte[] other : List.of("<!doctype html>\n<p>mine".getBytes(UTF_8), new byte[0], new byte[]{(byte) 0xff})) {
            Files.write(file, other);
            Command.run("score", "--html", file, Traces.gait()).refuses(file + " is not a report of Footlift")
                    .inOneLine();
            assertArrayEquals(other, Files.readAllBytes(file));
        }
    }

    @Test
    void refusesAReportThatCannotBeWrittenBeforeItReplays(@TempDir Path folder) {
        Command.run("score", "--html", folder, "gone").refuses("--html " + folder + ": it is a folder").inOneLine();
        Path nowhere = folder.resolve("no/report.html");
        Command.run("score", "--html", nowhere, "gone").refuses("there is no folder " + folder.resolve("no"))
                .inOneLine();
    }

    @Test
    void rotatesTheSensorFrameWhenASeedIsGiven(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("report.html");
        Command straight = Command.run("score", "--sensors", "imu", "--json", Traces.gait()).succeeds();
        Command askew = Command
                .run("score", "--sensors", "imu", "--json", "--rotate", "7", "--html", file, Traces.gait())
                .succeeds();
        assertNotEquals(straight.out(), askew.out());
        assertTrue(Files.readString(file).contains("sensor frames rotated with seed 7"), "the report says so");
    }

    @Test
    void anEventThatAHeelSwitchCannotGiveHasNoScore(@TempDir Path folder) throws IOException {
        Path motion = Traces.small(folder, "sub-gmx1_task-walk_run-1");
        Files.writeString(folder.resolve("sub-gmx1_task-walk_run-1_events.tsv"), LABELS);
        Files.writeString(folder.resolve("participants.tsv"), "participant_id\tgroup\nsub-gmx1\thealthy\n");
        Command score = Command.run("score", "--sensors", "heel", "--json", Traces.gait(), motion).succeeds();
        assertTrue(score.err().contains("2 of 3 recordings have no heel switch"), score::err);
        JsonNode toeOff = row(new ObjectMapper().readTree(score.out()).get("events"), "gm", "toe_off").getFirst();
        assertEquals(0, toeOff.get("detected").asInt());
        assertTrue(toeOff.get("f1").isNull(), toeOff::toString);
    }

    @Test
    void refusesRecordingsWithoutTruth(@TempDir Path folder) throws IOException {
        Traces.small(folder);
        Command.run("score", folder).refuses("there is nothing to score by").inOneLine();
        Files.writeString(folder.resolve(Traces.STEM + "_events.tsv"), "onset\tduration\ttrial_type\n");
        Command.run("score", folder).refuses("has a label in an events file beside it").inOneLine();
    }

    @Test
    void countsARecordingThatIsNamedTwiceOnce() {
        Command once = Command.run("score", "--sensors", "imu", "--json", Traces.gait()).succeeds();
        Command thrice = Command.run("score", "--sensors", "imu", "--json", Traces.gait(),
                Traces.gait().resolve("../gait"), Traces.left()).succeeds();
        assertEquals(once.out(), thrice.out());
    }

    @Test
    void refusesTwoRecordingsOfOneName(@TempDir Path folder) throws IOException {
        Path one = Traces.small(folder.resolve("one"));
        Path two = Traces.small(folder.resolve("two"));
        Command.run("score", one, two).refuses(one + " and " + two + " have the same name").inOneLine();
    }

    @Test
    void refusesWhenNoRecordingHasTheHeelSwitchThatIsToDecide(@TempDir Path folder) {
        Path page = folder.resolve("report.html");
        Command.run("score", "--sensors", "heel", "--html", page, Traces.gait())
                .refuses("none of the recordings has a heel switch; give --sensors imu").inOneLine();
        assertFalse(Files.exists(page), "a report of nothing");
    }

    @Test
    void takesTheNameOfAChoiceInCapitalsToo() {
        Command.run("score", "--sensors", "IMU", Traces.gait()).succeeds();
    }

    @Test
    void refusesAFileThatIsNoRecording() {
        Path notice = Traces.gait().resolve("NOTICE");
        Command.run("score", notice).refuses(notice + ": is not a recording").inOneLine();
    }

    @Test
    void refusesAMissingTrace() {
        Command.run("score", "--json", "gone").refuses("gone: there is no such file or folder").inOneLine();
    }

    @Test
    void theHeelSwitchFindsTheStepsOfEveryGroupOfTheSharedRecordings() throws IOException {
        Optional<Path> shared = Traces.shared();
        assumeTrue(shared.isPresent(), "SKIPPED: there is no shared/data/gait above " + Path.of("").toAbsolutePath());
        Command score = Command.run("score", "--sensors", "heel", "--json", shared.orElseThrow()).succeeds();
        JsonNode scores = new ObjectMapper().readTree(score.lastLine());
        for (String event : List.of("heel_off", "heel_strike")) {
            List<JsonNode> groups = row(scores.get("events"), "ag", event);
            assertTrue(groups.size() >= 2, score::out);
            groups.forEach(group -> assertTrue(group.get("f1").asDouble() >= 0.995, group::toString));
        }
        TreeSet<String> covered = new TreeSet<>();
        for (JsonNode group : scores.get("stimulation")) {
            if (group.get("set").asText().equals("ag")) {
                covered.add(group.get("group").asText());
                assertTrue(group.get("coveredPct").asDouble() >= 99, group::toString);
            }
        }
        assertTrue(covered.size() >= 2, score::out);
    }

    private static List<JsonNode> row(JsonNode rows, String set, String event) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode row : rows) {
            if (row.get("set").asText().equals(set) && row.get("event").asText().equals(event)) {
                found.add(row);
            }
        }
        return found;
    }

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }
}
