package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayCommandTest {
    private Path folder;
    private Path out;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
        out = folder.resolve("new/out");
    }

    @Test
    void sensorsThatContradictTheProfileAreRefusedInWords(@TempDir Path folder) throws IOException {
        Path profile = Files.writeString(folder.resolve("lead.toml"), "[profile]\n[envelope]\nlead_ms = 100\n");
        Command.run("replay", "--sensors", "heel", "--profile", profile, "--out", folder.resolve("out"),
                Traces.small(folder.resolve("in"))).refuses("envelope.lead_ms = 100 counts back from toe off")
                .inOneLine();
    }

    @Test
    void writesTheEventsOfEveryRecordingInAFolder() throws IOException {
        Command replay = Command.run("replay", "--sensors", "imu", "--out", out, Traces.gait()).succeeds();
        assertEquals(List.of(Traces.LEFT + "_events.tsv", Traces.LEFT.replace("left", "right") + "_events.tsv"),
                Traces.filesIn(out));
        List<String> lines = Files.readAllLines(out.resolve(Traces.LEFT + "_events.tsv"));
        assertEquals("onset\tduration\ttrial_type\tdetail", lines.getFirst());
        Set<String> kinds = new TreeSet<>();
        double before = Double.NEGATIVE_INFINITY;
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split("\t", -1);
            assertTrue(Double.parseDouble(fields[0]) >= before, "not in order of time: " + line);
            before = Double.parseDouble(fields[0]);
            kinds.add(fields[2]);
        }
        assertTrue(Set.of("heel_off", "toe_off", "heel_strike", "foot_flat", "stimulation", "fault").containsAll(kinds),
                kinds::toString);
        assertTrue(kinds.containsAll(Set.of("toe_off", "heel_strike", "stimulation")), kinds::toString);
        assertEquals(2, replay.outLines().size());
        assertTrue(replay.out().contains(Traces.LEFT + ": "), replay::out);
        assertEquals("", replay.err());
    }

    @Test
    void writesTheSameBytesEveryTime() throws IOException {
        Path again = folder.resolve("again");
        Command.run("replay", "--out", out, Traces.gait()).succeeds();
        Command.run("replay", "--out", again, Traces.gait()).succeeds();
        for (String file : Traces.filesIn(out)) {
            assertEquals(-1, Files.mismatch(out.resolve(file), again.resolve(file)), file);
        }
        assertEquals(Traces.filesIn(out), Traces.filesIn(again));
    }

    @Test
    void theHeelSwitchGivesItsTwoEventsOnly() throws IOException {
        Command.run("replay", "--sensors", "heel", "--out", out, Traces.small(folder)).succeeds();
        Set<String> kinds = new TreeSet<>();
        Files.readAllLines(out.resolve(Traces.STEM + "_events.tsv")).stream().skip(1)
                .forEach(line -> kinds.add(line.split("\t", -1)[2]));
        assertEquals(Set.of("heel_off", "heel_strike", "stimulation"), kinds);
    }

    @Test
    void saysThatARecordingHasNoHeelSwitch() throws IOException {
        Command replay = Command
                .run("replay", "--sensors", "heel", "--out", out, Traces.small(folder.resolve("in")), Traces.left())
                .succeeds();
        assertEquals(Traces.LEFT + ": has no heel switch, so there is nothing to replay", replay.lastLine());
    }

    @Test
    void refusesWhenNoRecordingHasTheHeelSwitchThatIsToDecide() {
        Command.run("replay", "--sensors", "heel", "--out", out, Traces.gait())
                .refuses("none of the recordings has a heel switch; give --sensors imu").inOneLine();
        assertFalse(Files.exists(out), "a folder of nothing");
    }

    @Test
    void printsOneJsonObjectWithTheCountsOfEveryRecording() throws IOException {
        Path motion = Traces.small(folder.resolve("in"));
        Command replay = Command.run("replay", "--sensors", "heel", "--json", "--out", out, motion, Traces.left())
                .succeeds();
        assertEquals(1, replay.outLines().size());
        JsonNode recordings = new ObjectMapper().readTree(replay.out()).get("recordings");
        assertEquals(2, recordings.size());
        Path events = out.resolve(Traces.STEM + "_events.tsv");
        List<String> lines = Files.readAllLines(events);
        JsonNode first = recordings.get(0);
        assertEquals(List.of(Traces.STEM, motion.toString(), events.toString(), "heel", "1"),
                Stream.of("recording", "file", "eventsFile", "sensors", "starts").map(key -> first.get(key).asText())
                        .toList());
        assertEquals(lines.stream().filter(line -> line.contains("\theel_strike\t")).count(),
                first.at("/events/heel_strike").asLong());
        assertEquals(lines.stream().filter(line -> line.contains("\tstimulation\t")).count(),
                first.get("bursts").asLong());
        assertTrue(first.get("bursts").asLong() > 0 && first.get("faults").isEmpty(), first::toString);
        assertTrue(recordings.get(1).get("sensors").isNull(), recordings::toString);
    }

    @Test
    void doesNotCallAHeelSwitchStuckThatTheRecordingDoesNotHave() throws IOException {
        Command replay = Command.run("replay", "--sensors", "fused", "--out", out, Traces.left()).succeeds();
        String events = Files.readString(out.resolve(Traces.LEFT + "_events.tsv"));
        assertTrue(events.contains("heel_strike"), events);
        assertFalse(events.contains("heel_switch_stuck"), events);
        assertTrue(replay.lastLine().endsWith("; by the IMU alone, there is no heel switch"), replay::out);
    }

    @Test
    void resamplesTheRecordingsWhenARateIsGiven() throws IOException {
        Path resampled = folder.resolve("resampled");
        Command.run("replay", "--sensors", "imu", "--out", out, Traces.left()).succeeds();
        Command.run("replay", "--sensors", "imu", "--rate", "100", "--out", resampled, Traces.left()).succeeds();
        String name = Traces.LEFT + "_events.tsv";
        List<String> strikes = Files.readAllLines(resampled.resolve(name)).stream()
                .filter(l -> l.contains("heel_strike"))
                .toList();
        assertTrue(strikes.size() > 20, strikes.size() + " strides");
        // Onsets lie on the samples of the new rate.
        for (String strike : strikes) {
            double hundredths = Double.parseDouble(strike.split("\t", -1)[0]) * 100;
            assertEquals(Math.rint(hundredths), hundredths, 1e-6, strike);
        }
    }

    @Test
    void explainsTheBurstsThatWereMissingOrExtra() throws IOException {
        Path motion = Traces.small(folder.resolve("in"));
        Command plain = Command.run("replay", "--sensors", "heel", "--out", out, motion).succeeds();
        assertEquals(1, plain.outLines().size());
        // The switch rises at 0.6, 1.6, ... s. The truth has a swing that was none.
        Files.writeString(folder.resolve("in/" + Traces.STEM + "_events.tsv"), """
                onset\tduration\ttrial_type
                0.65\t0\ttoe_off
                1.0\t0\theel_strike
                1.2\t0\ttoe_off
                1.5\t0\theel_strike
                1.65\t0\ttoe_off
                2.0\t0\theel_strike
                2.65\t0\ttoe_off
                3.0\t0\theel_strike
                """);
        Command explained = Command.run("replay", "--sensors", "heel", "--explain", "--out", out, motion).succeeds();
        assertEquals(plain.lastLine(), explained.outLines().getFirst());
        assertTrue(explained.outLines().stream().anyMatch(line -> line.contains(": no burst.")
                && line.contains("No heel off was decided. The phase was stance since 1.0")), explained::out);
    }

    @Test
    void refusesARateThatNoSensorHas() {
        Command.run("replay", "--rate", "20", "--out", out, Traces.left()).refuses("--rate 20", "50 to 1000");
    }

    @Test
    void countsARecordingThatIsNamedTwiceOnce() throws IOException {
        Path in = folder.resolve("in");
        Path motion = Traces.small(in);
        assertEquals(1, Command.run("replay", "--out", out, motion, in).succeeds().outLines().size());
    }

    @Test
    void refusesTwoRecordingsOfOneName() throws IOException {
        Path one = Traces.small(folder.resolve("one"));
        Path two = Traces.small(folder.resolve("two"));
        Command.run("replay", "--out", out, one, two).refuses(one + " and " + two + " have the same name").inOneLine();
        assertEquals(List.of(), Traces.filesIn(out));
    }

    @Test
    void refusesToWriteWhereTheRecordingsAre() throws IOException {
        Path home = folder.resolve("set/sub-x1/motion");
        Path motion = Traces.small(home);
        List<String> before = Traces.filesIn(folder);
        for (Path held : List.of(home, home.resolve("../motion"), folder.resolve("set/sub-x1"), folder.resolve("set"),
                Files.createSymbolicLink(folder.resolve("link"), home))) {
            Command.run("replay", "--out", held, folder.resolve("set"))
                    .refuses("--out " + held + " holds the recording ")
                    .inOneLine();
        }
        Command.run("replay", "--out", home, motion).refuses("--out " + home + " holds the recording ");
        assertEquals(before, Traces.filesIn(folder));
    }

    @Test
    void refusesToWriteIntoAFile() throws IOException {
        Path motion = Traces.small(folder.resolve("in"));
        Path file = Files.writeString(folder.resolve("file"), "");
        Command.run("replay", "--out", file, motion).refuses("cannot write to --out " + file, "is a file").inOneLine();
        Command.run("replay", "--out", file.resolve("below"), motion).refuses(file + " is a file").inOneLine();
    }

    @Test
    void refusesAFolderThatCannotBeMade() {
        Command.run("replay", "--out", "/proc/footlift", Traces.left()).refuses("cannot write to --out /proc/footlift")
                .inOneLine();
    }

    @Test
    void asksWhereTheEventsShouldGo() {
        Command.run("replay", Traces.left()).refuses("Name a folder with --out DIR").inOneLine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--profile", "--sensors"})
    void refusesToCheckWithWhatACheckDoesNotUse(String option) {
        Command.run("replay", "--check", option, "heel", "a.wpilog").refuses("leave out " + option).inOneLine();
    }

    @Test
    void refusesToChangeWhatACheckReplays() {
        Command.run("replay", "--check", "--rate", "100", "a.wpilog").refuses("leave out --rate").inOneLine();
        Command.run("replay", "--check", "--rotate", "1", "a.wpilog").refuses("leave out --rotate").inOneLine();
        Command.run("replay", "--check", "--explain", "a.wpilog").refuses("leave out --explain").inOneLine();
    }

    /** What the sensor frame was turned by is in no file; that other seeds turn it otherwise is seen in RotationTest. */
    @Test
    void seesTheSameStridesHoweverTheSensorIsTurned() throws IOException {
        String name = Traces.LEFT + "_events.tsv";
        Command.run("replay", "--sensors", "imu", "--out", out, Traces.left()).succeeds();
        long strikes = strikes(out.resolve(name));
        for (int seed = 1; seed <= 20; seed++) {
            Path turned = folder.resolve("turned" + seed);
            Command.run("replay", "--sensors", "imu", "--rotate", Integer.toString(seed), "--out", turned,
                    Traces.left()).succeeds();
            // the first two strides may go by until the axis is found
            assertTrue(Math.abs(strikes(turned.resolve(name)) - strikes) <= 2, "seed " + seed);
        }
    }

    private static long strikes(Path events) throws IOException {
        return Files.readAllLines(events).stream().filter(line -> line.contains("heel_strike")).count();
    }

    @Test
    void refusesAnUnknownChoiceOfSensors() {
        Command.run("replay", "--sensors", "toe", "--out", out, Traces.left())
                .refuses("'toe' is not a choice of sensors: heel, imu or fused", "See: footlift replay --help");
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 1000})
    void takesTheSlowestAndTheFastestRecording(int rateHz) throws IOException {
        Path motion = Traces.small(folder.resolve("in"));
        Traces.spoil(motion, "_motion.json", "100", String.valueOf(rateHz));
        Command.run("replay", "--sensors", "imu", "--out", out, motion).succeeds();
        assertEquals(List.of(Traces.STEM + "_events.tsv"), Traces.filesIn(out));
    }
}
