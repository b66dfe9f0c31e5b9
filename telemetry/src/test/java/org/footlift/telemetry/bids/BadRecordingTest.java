package org.footlift.telemetry.bids;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRecordingTest {
    private static final String MOTION_FILE = Fixture.STEM + "_motion.tsv";
    private static final String CHANNELS_FILE = Fixture.STEM + "_channels.tsv";
    private static final String JSON_FILE = Fixture.STEM + "_motion.json";

    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @Test
    void refusesAMissingMotionFile() throws IOException {
        Files.delete(good());
        refuses(MOTION_FILE + ": there is no such file");
    }

    @Test
    void refusesAMissingChannelsTable() throws IOException {
        Files.delete(good().resolveSibling(CHANNELS_FILE));
        refuses(CHANNELS_FILE + ": there is no such file");
    }

    @Test
    void refusesAMissingJson() throws IOException {
        Files.delete(good().resolveSibling(JSON_FILE));
        refuses(JSON_FILE + ": there is no such file");
    }

    @Test
    void refusesAFolderInPlaceOfAFile() throws IOException {
        Path motion = good();
        Files.delete(motion);
        Files.createDirectory(motion);
        refuses(MOTION_FILE + ": cannot be read");
    }

    @Test
    void refusesAFileOfAnotherName() {
        Path other = folder.resolve("walk.csv");
        BidsException e = assertThrows(BidsException.class, () -> RecordingReader.read(other));
        assertTrue(e.getMessage().contains("must end in _motion.tsv"), e.getMessage());
    }

    @Test
    void refusesAnEmptyRecording() throws IOException {
        motion("");
        refuses(MOTION_FILE + ", line 1: the recording is empty");
    }

    @Test
    void refusesABadNumber() throws IOException {
        for (String bad : new String[]{"1,5", "NaN", "", "0x1p3", " 4", "1e999", "4d"}) {
            motion(Fixture.MOTION.replace("\t4\t", "\t" + bad + "\t"));
            refuses(MOTION_FILE + ", line 3: '" + bad + "' in column gyr_x is not a number");
        }
    }

    @Test
    void refusesANumberThatIsInfiniteOnceItIsASample() throws IOException {
        for (String bad : new String[]{"1e39", "-1e39"}) {
            motion(Fixture.MOTION.replace("\t4\t", "\t" + bad + "\t"));
            refuses(MOTION_FILE + ", line 3: '" + bad + "' in column gyr_x is more than any sensor gives");
        }
    }

    @Test
    void refusesAMissingTime() throws IOException {
        motion(Fixture.MOTION.replace("0.0200", "n/a"));
        refuses(MOTION_FILE + ", line 3: 'n/a' in column t is not a number");
    }

    @Test
    void refusesALineThatWasCutOff() throws IOException {
        motion(Fixture.MOTION.substring(0, Fixture.MOTION.indexOf("\t0.4")) + "\n");
        refuses(MOTION_FILE + ", line 3: has 5 columns, but the channels table lists 8");
    }

    @Test
    void refusesANumberThatMayBeCutOff() throws IOException {
        motion(Fixture.MOTION.stripTrailing());
        refuses(MOTION_FILE + ": the last line has no line end");
    }

    @Test
    void refusesTooManyColumns() throws IOException {
        motion(Fixture.MOTION.replace("9.7\t", "9.7\t1\t"));
        refuses(MOTION_FILE + ", line 3: has 9 columns");
    }

    @Test
    void refusesAnEmptyLine() throws IOException {
        motion(Fixture.MOTION + "\n");
        refuses(MOTION_FILE + ", line 4: has 1 columns");
    }

    @Test
    void refusesTimeThatStandsStill() throws IOException {
        motion(Fixture.MOTION.replace("0.0200", "0.0100"));
        refuses(MOTION_FILE + ", line 3: time 0.01 s does not come after the line before (0.01 s)");
    }

    @Test
    void refusesATimeThatCannotBeInSeconds() throws IOException {
        motion(Fixture.MOTION.replace("0.0200", "1763851200000"));
        refuses(MOTION_FILE + ", line 3: time 1.7638512E12 s cannot be; write the time in seconds");
    }

    @Test
    void refusesAPauseOfMoreThanAnHour() throws IOException {
        motion(Fixture.MOTION.replace("0.0200", "3601"));
        refuses(MOTION_FILE + ", line 3: comes 3600.99 s after the line before");
    }

    @Test
    void refusesAHeelSwitchBetweenLoadedAndNot() throws IOException {
        motion(Fixture.MOTION.replace("9.7\t0", "9.7\t0.5"));
        refuses(MOTION_FILE + ", line 3: heel_switch is 0.5");
    }

    @Test
    void refusesAnUnknownUnit() throws IOException {
        channels(Fixture.CHANNELS.replace("gyr_y\ty\tGYRO\tfoot\tdeg/s", "gyr_y\ty\tGYRO\tfoot\tmdeg/s"));
        refuses(CHANNELS_FILE + ", line 4: unit 'mdeg/s' of gyr_y is not known for GYRO; known are deg/s, rad/s");
    }

    @Test
    void refusesAnAccelerometerWithoutUnit() throws IOException {
        channels(Fixture.CHANNELS.replace("acc_x\tx\tACCEL\tfoot\tm/s^2", "acc_x\tx\tACCEL\tfoot\tn/a"));
        refuses(CHANNELS_FILE + ", line 6: unit 'n/a' of acc_x is not known for ACCEL; known are g, m/s^2");
    }

    @Test
    void refusesAMissingUnitOfAnythingButMisc() throws IOException {
        channels(Fixture.CHANNELS.replace("heel_switch\tn/a\tMISC\theel", "mag_x\tx\tMAGN\tfoot"));
        refuses(CHANNELS_FILE + ", line 9: channel mag_x has no unit; only MISC channels may go without");
    }

    @Test
    void refusesAnUnknownChannelType() throws IOException {
        channels(Fixture.CHANNELS.replace("MISC", "SWITCH"));
        refuses(CHANNELS_FILE + ", line 9: type 'SWITCH' of heel_switch is not known");
    }

    @Test
    void refusesATableWithoutTime() throws IOException {
        channels(Fixture.CHANNELS.replace("t\tn/a\tLATENCY\tn/a\ts\n", ""));
        refuses(CHANNELS_FILE + ": lists no time");
    }

    @Test
    void refusesATableWithoutAGyroAxis() throws IOException {
        channels(Fixture.CHANNELS.replace("gyr_z\tz\tGYRO\tfoot\tdeg/s\n", ""));
        refuses(CHANNELS_FILE + ": lists no GYRO channel with component z");
    }

    @Test
    void refusesTwoSensorsInOneFile() throws IOException {
        channels(Fixture.CHANNELS + "gyr_x2\tx\tGYRO\tshank\tdeg/s\n");
        refuses(CHANNELS_FILE + ", line 10: channel gyr_x2 measures the same as gyr_x");
    }

    @Test
    void refusesASampleRateOutOfRange() throws IOException {
        for (String rate : new String[]{"49", "1001", "-100", "\"fast\""}) {
            json(Fixture.JSON.replace(": 100", ": " + rate));
            refuses(JSON_FILE + ": SamplingFrequency is " + rate);
        }
    }

    @Test
    void refusesMalformedJsonAndNamesTheLine() throws IOException {
        json(Fixture.JSON.replace("\"walk\",", "\"walk\""));
        refuses(JSON_FILE + ", line 3: is not valid JSON");
    }

    @Test
    void refusesEmptyJson() throws IOException {
        json("");
        refuses(JSON_FILE + ", line 1: must be a JSON object");
    }

    @Test
    void refusesAnUnknownPlacementAndListsTheKnown() throws IOException {
        json(Fixture.JSON.replace("instep", "thigh"));
        refuses(JSON_FILE + ": SensorPlacement is \"thigh\"; known are dorsal foot, foot, instep, lateral shoe,"
                + " lower shank, shank, shoe");
    }

    @Test
    void refusesAnAxisThatIsNoGyroChannel() throws IOException {
        json(Fixture.JSON.replace("gyr_y", "acc_y"));
        refuses(JSON_FILE + ": MediolateralAxis is \"acc_y\"; it must name a gyro channel: gyr_x, gyr_y, gyr_z");
    }

    @Test
    void refusesAnUnknownSign() throws IOException {
        json(Fixture.JSON.replace("negative", "minus"));
        refuses(JSON_FILE + ": SwingSign is \"minus\"; known are positive, negative");
    }

    @Test
    void refusesALabelledSpanThatEndsBeforeItBegins() throws IOException {
        json(Fixture.JSON.replace("[0.02, 0.03]", "[0.03, 0.02]"));
        refuses(JSON_FILE + ": LabelledSpans is [0.03,0.02]");
    }

    @Test
    void saysWhatIsWrongWithJsonWithoutThePlacesOfTheParser() throws IOException {
        json(Fixture.JSON.replace("}", ""));
        refuses(JSON_FILE + ", line 10: is not valid JSON (Unexpected end-of-input: expected close marker for Object);"
                + " mend it there");
        json(Fixture.JSON.replace("100,", "100"));
        refuses(JSON_FILE + ", line 4: is not valid JSON (Unexpected character");
    }

    private Path good() throws IOException {
        return Fixture.write(folder, Fixture.MOTION, Fixture.CHANNELS, Fixture.JSON);
    }

    private void motion(String text) throws IOException {
        Fixture.write(folder, text, Fixture.CHANNELS, Fixture.JSON);
    }

    private void channels(String text) throws IOException {
        Fixture.write(folder, Fixture.MOTION, text, Fixture.JSON);
    }

    private void json(String text) throws IOException {
        Fixture.write(folder, Fixture.MOTION, Fixture.CHANNELS, text);
    }

    private void refuses(String fileAndProblem) {
        Path motion = folder.resolve(MOTION_FILE);
        BidsException e = assertThrows(BidsException.class, () -> RecordingReader.read(motion));
        assertTrue(e.getMessage().startsWith(folder + "/" + fileAndProblem), e.getMessage());
    }
}
