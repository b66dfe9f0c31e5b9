package org.footlift.telemetry.bids;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.footlift.hal.ImuSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionBidsWriterTest {
    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @Test
    void givesBackTheSameRecording() throws IOException {
        Recording original = RecordingReader.read(Recordings.find(Fixture.gait()).getLast());
        List<Event> events = List.of(new Event(0.5, 0, "heel_off"), new Event(0.8125, 0.3, "stimulation"));
        MotionBidsWriter.write(folder.resolve("new"), original, "walk", events);
        Path written = folder.resolve("new").resolve(original.header().stem() + "_motion.tsv");
        assertSame(original, RecordingReader.read(written));
        assertEquals(events,
                EventsFile.read(folder.resolve("new").resolve(original.header().stem() + "_events.tsv")));
    }

    @Test
    void givesBackMissingValuesHeelSwitchAndSpans() throws IOException {
        Path source = Files.createDirectory(folder.resolve("source"));
        Recording original = RecordingReader
                .read(Fixture.write(source, Fixture.MOTION, Fixture.CHANNELS, Fixture.JSON));
        MotionBidsWriter.write(folder, original, "walk", List.of());
        assertSame(original, RecordingReader.read(folder.resolve(Fixture.STEM + "_motion.tsv")));
        assertFalse(Files.exists(folder.resolve(Fixture.STEM + "_events.tsv")), "no events, no events file");
    }

    @Test
    void leavesNothingBehindWhenItIsNotFinished() throws IOException {
        Recording original = RecordingReader.read(Recordings.find(Fixture.gait()).getFirst());
        ImuSample imu = new ImuSample();
        original.copyImu(0, imu);
        try (MotionBidsWriter out = new MotionBidsWriter(folder, original.header(), "walk", false)) {
            out.add(0, imu, null);
            assertThrows(IllegalArgumentException.class, () -> out.add(0, imu, null));
        }
        assertEquals(List.of(), filesIn(folder));
    }

    @Test
    void leavesNoPartOfAFileThatFailed() throws IOException {
        Recording original = RecordingReader.read(Recordings.find(Fixture.gait()).getFirst());
        // A folder that already has the name of the motion file makes the last move fail.
        Path blocked = Files.createDirectory(folder.resolve(original.header().stem() + "_motion.tsv"));
        Files.writeString(blocked.resolve("occupied"), "");
        BidsException e = assertThrows(BidsException.class,
                () -> MotionBidsWriter.write(folder, original, "walk", List.of()));
        assertTrue(e.getMessage().contains("_motion.tsv: cannot be written"), e.getMessage());
        assertTrue(filesIn(folder).stream().noneMatch(name -> name.endsWith(".part")), filesIn(folder).toString());
        assertTrue(Files.isDirectory(blocked));
    }

    @Test
    void saysWhenAFolderCannotBeWrittenTo() throws IOException {
        Path notAFolder = Files.writeString(folder.resolve("file"), "");
        Recording original = RecordingReader.read(Recordings.find(Fixture.gait()).getFirst());
        BidsException e = assertThrows(BidsException.class,
                () -> MotionBidsWriter.write(notAFolder, original, "walk", List.of()));
        assertTrue(e.getMessage().contains("cannot be written"), e.getMessage());
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    private static void assertSame(Recording expected, Recording actual) {
        assertEquals(expected.header(), actual.header());
        assertEquals(expected.sampleCount(), actual.sampleCount());
        assertEquals(expected.hasHeelSwitch(), actual.hasHeelSwitch());
        for (int i = 0; i < expected.sampleCount(); i++) {
            assertEquals(expected.timeS(i), actual.timeS(i));
            assertEquals(expected.valid(i), actual.valid(i));
            assertEquals(expected.gyroXDps(i), actual.gyroXDps(i));
            assertEquals(expected.gyroYDps(i), actual.gyroYDps(i));
            assertEquals(expected.gyroZDps(i), actual.gyroZDps(i));
            assertEquals(expected.accXMps2(i), actual.accXMps2(i));
            assertEquals(expected.accYMps2(i), actual.accYMps2(i));
            assertEquals(expected.accZMps2(i), actual.accZMps2(i));
            assertEquals(expected.heelValid(i), actual.heelValid(i));
            assertEquals(expected.heelLoaded(i), actual.heelLoaded(i));
        }
    }
}
