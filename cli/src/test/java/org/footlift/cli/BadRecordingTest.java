package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of two recordings of which the second is bad: one line says which and where, and nothing is written, not even for the first. */
class BadRecordingTest {
    private static final String MOTION = Traces.STEM + "_motion.tsv";

    private Path in;
    private Path out;
    private Path motion;

    @BeforeEach
    void recordTwo(@TempDir Path folder) throws IOException {
        in = folder.resolve("in");
        out = folder.resolve("out");
        Traces.small(in, "sub-a1_task-walk_run-1");
        motion = Traces.small(in);
    }

    @AfterEach
    void nothingWasWritten() {
        assertFalse(Files.exists(out), "the folder for the events of a refused replay");
    }

    @Test
    void refusesAMissingRecording() {
        Command.run("replay", "--out", out, in.resolve("gone_motion.tsv"))
                .refuses("gone_motion.tsv: there is no such file").inOneLine();
    }

    @Test
    void refusesAFolderWithoutRecordings(@TempDir Path empty) {
        Command.run("replay", "--out", out, empty).refuses(empty + ": holds no recording").inOneLine();
    }

    @Test
    void refusesAFileThatIsNoRecording(@TempDir Path folder) throws IOException {
        Path notes = Files.writeString(folder.resolve("notes.txt"), "walked well\n");
        Command.run("replay", "--out", out, notes).refuses(notes + ": is not a recording").inOneLine();
    }

    @Test
    void refusesAMissingChannelsTable() throws IOException {
        Files.delete(in.resolve(Traces.STEM + "_channels.tsv"));
        refuses(Traces.STEM + "_channels.tsv: there is no such file");
    }

    @Test
    void refusesAFolderInPlaceOfTheJson() throws IOException {
        Path json = in.resolve(Traces.STEM + "_motion.json");
        Files.delete(json);
        Files.createDirectory(json);
        refuses(json + ": cannot be read");
    }

    @Test
    void refusesAFileCutWithinALine() throws IOException {
        String text = Files.readString(motion);
        Files.writeString(motion, text.substring(0, text.length() - 9) + "\n");
        refuses(MOTION + ", line 400: has 6 columns, but the channels table lists 8");
    }

    @Test
    void refusesAFileCutWithinANumber() throws IOException {
        String text = Files.readString(motion);
        Files.writeString(motion, text.substring(0, text.length() - 1));
        refuses(MOTION + ": the last line has no line end");
    }

    @Test
    void refusesWhatIsNoText() throws IOException {
        Files.write(motion, new byte[]{(byte) 0xff, (byte) 0xfe, 0, 1, 2, '\n'});
        refuses(MOTION);
    }

    @Test
    void refusesALineWithTooManyColumns() throws IOException {
        Traces.spoil(motion, "_motion.tsv", "2.0000\t", "2.0000\t7\t");
        refuses(MOTION + ", line 201: has 9 columns");
    }

    @Test
    void refusesAWordForANumber() throws IOException {
        Traces.spoil(motion, "_motion.tsv", "2.0000\t0\t", "2.0000\tfast\t");
        refuses(MOTION + ", line 201: 'fast' in column gyr_x is not a number");
    }

    @Test
    void refusesAnUnknownUnit() throws IOException {
        Traces.spoil(motion, "_channels.tsv", "gyr_y\ty\tGYRO\tfoot\tdeg/s", "gyr_y\ty\tGYRO\tfoot\tturns/s");
        refuses(Traces.STEM + "_channels.tsv, line 4: unit 'turns/s' of gyr_y is not known for GYRO",
                "known are deg/s, rad/s");
    }

    @Test
    void refusesTimeThatGoesBack() throws IOException {
        Traces.spoil(motion, "_motion.tsv", "2.0000\t", "1.9800\t");
        refuses(MOTION + ", line 201: time 1.98 s does not come after the line before (1.99 s)");
    }

    @Test
    void refusesTimeInMilliseconds() throws IOException {
        Traces.spoil(motion, "_motion.tsv", "3.9900\t", "1763851200000\t");
        refuses(MOTION + ", line 400: time 1.7638512E12 s cannot be");
    }

    @Test
    void refusesAnEmptyRecording() throws IOException {
        Files.writeString(motion, "");
        refuses(MOTION + ", line 1: the recording is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"49.9", "1000.1", "0", "-100", "1e9"})
    void refusesASampleRateOutOfRange(String rate) throws IOException {
        Traces.spoil(motion, "_motion.json", "\"SamplingFrequency\": 100", "\"SamplingFrequency\": " + rate);
        refuses(Traces.STEM + "_motion.json: SamplingFrequency is ", "allowed are 50 to 1000 samples per second");
    }

    @Test
    void refusesMalformedJsonAndNamesTheLine() throws IOException {
        Traces.spoil(motion, "_motion.json", "100,", "100");
        refuses(Traces.STEM + "_motion.json, line 3: is not valid JSON");
    }

    @Test
    void leavesOlderEventsAsTheyAre(@TempDir Path older) throws IOException {
        Command.run("replay", "--out", older, in).succeeds();
        Path first = older.resolve("sub-a1_task-walk_run-1_events.tsv");
        Files.writeString(first, "mine\n");
        Files.writeString(motion, "");
        Command.run("replay", "--out", older, in).refuses(MOTION);
        assertEquals("mine\n", Files.readString(first));
        assertEquals(List.of(first.getFileName().toString(), Traces.STEM + "_events.tsv"), Traces.filesIn(older));
    }

    private void refuses(Object... parts) {
        Command.run("replay", "--out", out, in).refuses(parts).inOneLine();
    }
}
