package org.footlift.fuzz;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.Participants;
import org.footlift.telemetry.bids.RecordingReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Any bytes in one file of a recording are refused with that file's name, or are a recording. */
class BidsFuzzTest {
    private static final String STEM = "sub-x1_task-walk_tracksys-imu_run-1";
    private static final String MOTION = "0.0000\t1\t-2\t3.5\n0.0100\tn/a\tn/a\tn/a\n0.0200\t4\t5\t6\n";
    private static final String CHANNELS = """
            name\tcomponent\ttype\tunits
            t\tn/a\tLATENCY\ts
            gyr_x\tx\tGYRO\tdeg/s
            gyr_y\ty\tGYRO\tdeg/s
            gyr_z\tz\tGYRO\tdeg/s
            """;
    private static final String JSON = "{\"SamplingFrequency\": 100, \"SensorPlacement\": \"instep\"}\n";

    private static Path folder;

    @BeforeAll
    static void make(@TempDir Path empty) {
        folder = empty;
    }

    @FuzzTest
    void motion(byte[] data) throws IOException {
        recording(data, utf8(CHANNELS), utf8(JSON));
    }

    @FuzzTest
    void channels(byte[] data) throws IOException {
        recording(utf8(MOTION), data, utf8(JSON));
    }

    @FuzzTest
    void json(byte[] data) throws IOException {
        recording(utf8(MOTION), utf8(CHANNELS), data);
    }

    @FuzzTest
    void events(byte[] data) throws IOException {
        Path file = Files.write(folder.resolve(STEM + "_events.tsv"), data);
        judge(() -> EventsFile.read(file).forEach(event -> assertTrue(Double.isFinite(event.onsetS()))));
    }

    @FuzzTest
    void participants(byte[] data) throws IOException {
        Path file = Files.write(folder.resolve(Participants.FILE_NAME), data);
        judge(() -> Participants.read(file));
    }

    private static void recording(byte[] motion, byte[] channels, byte[] json) throws IOException {
        Path file = Files.write(folder.resolve(STEM + "_motion.tsv"), motion);
        Files.write(folder.resolve(STEM + "_channels.tsv"), channels);
        Files.write(folder.resolve(STEM + "_motion.json"), json);
        judge(() -> assertTrue(RecordingReader.read(file).sampleCount() > 0, "an empty recording is refused"));
    }

    private static void judge(Runnable reading) {
        try {
            reading.run();
        } catch (BidsException e) {
            assertTrue(String.valueOf(e.getMessage()).startsWith(folder.toString()), e::toString);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
