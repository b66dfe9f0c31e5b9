package org.footlift.telemetry.bids;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.footlift.config.ImuSettings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingReaderTest {
    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @Test
    void readsARecordingOfALaboratory() {
        List<Path> found = Recordings.find(Fixture.gait());
        assertEquals(2, found.size());
        Recording left = RecordingReader.read(found.getFirst());
        assertEquals("sub-gm1_task-walk_tracksys-imu_acq-left_run-1", left.header().stem());
        assertEquals(204.8, left.header().rateHz());
        assertEquals("lateral shoe", left.header().placement());
        assertEquals(ImuSite.FOOT, left.header().site());
        assertEquals(RecordingHeader.Side.LEFT, left.header().side());
        assertEquals(Optional.of(ImuSettings.Axis.Y), left.header().mediolateralAxis());
        assertEquals(Optional.of(ImuSettings.Sign.NEGATIVE), left.header().swingSign());
        assertEquals(List.of(), left.header().labelledSpans());
        assertEquals(7928, left.sampleCount());
        assertEquals(0.0049, left.timeS(1));
        assertEquals(4_900_000L, left.timeNs(1));
        assertTrue(left.valid(0));
        assertFalse(left.hasHeelSwitch());
    }

    @Test
    void keepsWhatIsMissingMissing() throws IOException {
        Recording recording = read(Fixture.MOTION, Fixture.CHANNELS, Fixture.JSON);
        ImuSample imu = new ImuSample();
        HeelSample heel = new HeelSample();
        recording.copyImu(1, imu);
        recording.copyHeel(1, heel);
        assertFalse(imu.valid);
        assertTrue(Float.isNaN(imu.gyroYDps));
        assertTrue(Float.isNaN(imu.accZMps2));
        assertFalse(heel.valid);
        assertEquals(10_000_000L, imu.timeNs);
        assertTrue(recording.heelValid(0) && recording.heelLoaded(0));
        assertTrue(recording.heelValid(2) && !recording.heelLoaded(2));
    }

    @Test
    void aSampleThatLacksOneChannelIsNotValid() throws IOException {
        String motion = Fixture.MOTION.replace("9.7", "n/a");
        Recording recording = read(motion, Fixture.CHANNELS, Fixture.JSON);
        assertFalse(recording.valid(2));
        assertEquals(5, recording.gyroYDps(2));
    }

    @Test
    void readsLabelledSpans() throws IOException {
        Recording recording = read(Fixture.MOTION, Fixture.CHANNELS, Fixture.JSON);
        assertEquals(List.of(new LabelledSpan(0, 0.01), new LabelledSpan(0.02, 0.03)),
                recording.header().labelledSpans());
    }

    @Test
    void leavesAxisAndSignOpenWhenTheFileDoes() throws IOException {
        String json = "{\"SamplingFrequency\": 100, \"SensorPlacement\": \"lower shank\"}";
        RecordingHeader header = read(Fixture.MOTION, Fixture.CHANNELS, json).header();
        assertEquals(Optional.empty(), header.mediolateralAxis());
        assertEquals(Optional.empty(), header.swingSign());
        assertEquals(RecordingHeader.Side.UNKNOWN, header.side());
        assertEquals(ImuSite.SHANK, header.site());
    }

    @Test
    void convertsRadiansAndGravities() throws IOException {
        String channels = Fixture.CHANNELS.replace("deg/s", "rad/s").replace("m/s^2", "g");
        Recording recording = read(Fixture.MOTION, channels, Fixture.JSON);
        assertEquals(57.29578f, recording.gyroXDps(0));
        assertEquals((float) (9.8 * 9.80665), recording.accZMps2(0));
    }

    @Test
    void findsChannelsWhateverTheirOrder() throws IOException {
        String channels = """
                name\tunits\ttype\tcomponent
                wz\tdeg/s\tGYRO\tz
                wx\tdeg/s\tGYRO\tx
                clock\ts\tLATENCY\tn/a
                wy\tdeg/s\tGYRO\ty
                """;
        Recording recording = read("3\t1\t0.5\t2\n", channels, Fixture.JSON.replace("gyr_y", "wz"));
        assertEquals(0.5, recording.timeS(0));
        assertEquals(List.of(1f, 2f, 3f),
                List.of(recording.gyroXDps(0), recording.gyroYDps(0), recording.gyroZDps(0)));
        assertEquals(Optional.of(ImuSettings.Axis.Z), recording.header().mediolateralAxis());
        assertFalse(recording.hasAcceleration());
        assertTrue(recording.valid(0));
    }

    @Test
    void findsRecordingsSortedByPath() throws IOException {
        Path later = Files.createDirectories(folder.resolve("b")).resolve("z_motion.tsv");
        Path earlier = Files.createDirectories(folder.resolve("a/deep")).resolve("y_motion.tsv");
        Files.writeString(later, "");
        Files.writeString(earlier, "");
        Files.writeString(folder.resolve("a/other.tsv"), "");
        assertEquals(List.of(earlier, later), Recordings.find(folder));
        assertEquals(List.of(later), Recordings.find(later));
    }

    @Test
    void saysThatAFolderHoldsNoRecording() {
        BidsException e = assertThrows(BidsException.class, () -> Recordings.find(folder));
        assertTrue(e.getMessage().startsWith(folder + ": holds no recording"), e.getMessage());
    }

    @Test
    void looksUpTheGroupOfAPersonAboveTheRecording() {
        Participants people = Participants.above(Recordings.find(Fixture.gait()).getFirst());
        assertEquals("healthy", people.group("sub-gm1"));
        BidsException e = assertThrows(BidsException.class, () -> people.group("sub-nobody"));
        assertTrue(e.getMessage().contains("does not list sub-nobody"), e.getMessage());
    }

    private Recording read(String motion, String channels, String json) throws IOException {
        return RecordingReader.read(Fixture.write(folder, motion, channels, json));
    }
}
