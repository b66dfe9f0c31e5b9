package org.footlift.telemetry.bids;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.Arrays;

/** Reads a recording: the motion file whole, with the channels table and the JSON beside it. */
public final class RecordingReader {
    /** How a motion file's name ends. */
    public static final String MOTION_SUFFIX = "_motion.tsv";

    // Nanoseconds since then fit in a long. Whole milliseconds since 1970 do not, and were never seconds.
    private static final double MAX_TIME_S = 9e9;
    // Nobody walks on after this long without a sample; a time column in another unit looks like it.
    private static final double LONGEST_PAUSE_S = 3600;

    private final Path file;
    private final ChannelTable channels;
    private final RecordingBuilder builder;
    private final float[] six = new float[Recording.CHANNELS];

    private RecordingReader(Path file, ChannelTable channels, RecordingHeader header) {
        this.file = file;
        this.channels = channels;
        builder = new RecordingBuilder(header, channels.hasAcceleration(), channels.heelColumn() >= 0);
    }

    /**
     * Reads {@code motionTsv} and the files beside it.
     *
     * @throws BidsException naming file and line, when one of the three files is missing, cut off, malformed or says something unknown
     */
    public static Recording read(Path motionTsv) {
        String stem = stem(motionTsv);
        Tsv.requireReadable(motionTsv);
        ChannelTable channels = ChannelTable.read(motionTsv.resolveSibling(stem + "_channels.tsv"));
        RecordingHeader header = MotionJson.read(motionTsv.resolveSibling(stem + "_motion.json"), stem,
                channels.gyroAxes());
        RecordingReader reader = new RecordingReader(motionTsv, channels, header);
        requireWhole(motionTsv);
        Tsv.forEach(motionTsv, reader::take);
        return reader.builder.build();
    }

    /**
     * The name of {@code motionTsv} without its ending.
     *
     * @throws BidsException when it has another ending
     */
    public static String stem(Path motionTsv) {
        String name = String.valueOf(motionTsv.getFileName());
        if (!name.endsWith(MOTION_SUFFIX)) {
            throw BidsException.in(motionTsv, "is not a recording; its name must end in " + MOTION_SUFFIX);
        }
        return name.substring(0, name.length() - MOTION_SUFFIX.length());
    }

    private void take(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() != channels.columnCount()) {
            throw BidsException.at(file, line, "has " + row.getFieldCount() + " columns, but the channels table lists "
                    + channels.columnCount() + "; the file may be cut off, or the table belongs to another recording");
        }
        int timeColumn = channels.timeColumn();
        double timeS = Tsv.number(file, line, channels.name(timeColumn), row.getField(timeColumn));
        if (builder.count() > 0 && !(timeS > builder.lastTimeS())) {
            throw BidsException.at(file, line, "time " + timeS + " s does not come after the line before ("
                    + builder.lastTimeS() + " s); sort the samples by time and remove repeated ones");
        }
        requirePlausible(line, timeS);
        Arrays.fill(six, Float.NaN);
        for (int i = 0; i < Recording.CHANNELS; i++) {
            int column = channels.sensorColumn(i);
            if (column >= 0 && !row.getField(column).equals(Tsv.MISSING)) {
                double value = Tsv.number(file, line, channels.name(column), row.getField(column));
                six[i] = (float) (value * channels.factor(i));
                if (!Float.isFinite(six[i])) { // checked after the unit and the rounding, which both can take it beyond
                    throw BidsException.at(file, line, "'" + row.getField(column) + "' in column "
                            + channels.name(column)
                            + " is more than any sensor gives; write n/a where a value is missing");
                }
            }
        }
        builder.add(timeS, six, heel(line, row));
    }

    private void requirePlausible(long line, double timeS) {
        if (Math.abs(timeS) > MAX_TIME_S) {
            throw BidsException.at(file, line, "time " + timeS + " s cannot be; write the time in seconds");
        }
        if (builder.count() > 0 && timeS - builder.lastTimeS() > LONGEST_PAUSE_S) {
            throw BidsException.at(file, line, "comes " + (timeS - builder.lastTimeS()) + " s after the line before;"
                    + " check that the time is in seconds, and split recordings that are more than an hour apart");
        }
    }

    private Recording.Heel heel(long line, CsvRecord row) {
        int column = channels.heelColumn();
        if (column < 0 || row.getField(column).equals(Tsv.MISSING)) {
            return Recording.Heel.MISSING;
        }
        double value = Tsv.number(file, line, channels.name(column), row.getField(column));
        if (value != 0 && value != 1) {
            throw BidsException.at(file, line, "heel_switch is " + row.getField(column)
                    + "; it must be 1 (loaded), 0 (unloaded) or n/a (not read)");
        }
        return value == 1 ? Recording.Heel.LOADED : Recording.Heel.UNLOADED;
    }

    /** Refuses an empty file, and one without its last line end: a number that was cut short would still read as a number. */
    private static void requireWhole(Path file) {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            long length = bytes.length();
            if (length == 0) {
                throw BidsException.at(file, 1, "the recording is empty; export it again");
            }
            bytes.seek(length - 1);
            if (bytes.read() != '\n') {
                throw BidsException.in(file, "the last line has no line end, so the file looks cut off; copy it again,"
                        + " or add the line end if you know that it is whole");
            }
        } catch (IOException e) {
            throw Tsv.unreadable(file, e);
        }
    }
}
