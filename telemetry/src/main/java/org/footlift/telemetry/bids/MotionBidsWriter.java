package org.footlift.telemetry.bids;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.jspecify.annotations.Nullable;

/**
 * Writes a recording sample by sample: {@code <stem>_motion.tsv}, {@code _channels.tsv}, {@code _motion.json} and, where there are
 * events, {@code _events.tsv}. The files get their names in {@link #finish}, the motion file last, so that whoever finds it finds the
 * rest; closing before that leaves nothing behind. Reading it back gives the same numbers. Used by one thread; memory does not grow.
 */
public final class MotionBidsWriter implements AutoCloseable {
    private static final String[] SENSORS = {"gyr_x", "gyr_y", "gyr_z", "acc_x", "acc_y", "acc_z"};

    private final Path folder;
    private final RecordingHeader header;
    private final String taskName;
    private final boolean hasHeelSwitch;
    private final WholeFile motion;
    private final StringBuilder line = new StringBuilder();
    private double lastTimeS = Double.NEGATIVE_INFINITY;

    /**
     * Begins a recording.
     *
     * @param folder where its files go; made when missing
     * @param header what it says about itself
     * @param taskName what was done, for the JSON: {@code walk}
     * @param hasHeelSwitch whether there is a column for the heel switch
     * @throws BidsException when the folder cannot be written to
     */
    public MotionBidsWriter(Path folder, RecordingHeader header, String taskName, boolean hasHeelSwitch) {
        this.folder = folder;
        this.header = header;
        this.taskName = taskName;
        this.hasHeelSwitch = hasHeelSwitch;
        motion = new WholeFile(file(RecordingReader.MOTION_SUFFIX));
    }

    /** Writes all of {@code recording}, with {@code events} where there are any. */
    public static void write(Path folder, Recording recording, String taskName, List<Event> events) {
        try (MotionBidsWriter out = new MotionBidsWriter(folder, recording.header(), taskName,
                recording.hasHeelSwitch())) {
            ImuSample imu = new ImuSample();
            HeelSample heel = new HeelSample();
            for (int i = 0; i < recording.sampleCount(); i++) {
                recording.copyImu(i, imu);
                recording.copyHeel(i, heel);
                out.add(recording.timeS(i), imu, heel);
            }
            out.finish(events);
        }
    }

    /**
     * Adds one sample; one that is not valid is written as missing.
     *
     * @param timeS seconds from the beginning of the recording
     * @param heel the heel switch at that time, or null where it was not read
     * @throws IllegalArgumentException when the time is not after the previous sample's
     * @throws BidsException when the disk fails
     */
    public void add(double timeS, ImuSample imu, @Nullable HeelSample heel) {
        if (!(timeS > lastTimeS) || Double.isInfinite(timeS)) {
            throw new IllegalArgumentException("time " + timeS + " s does not come after " + lastTimeS + " s");
        }
        lastTimeS = timeS;
        line.setLength(0);
        line.append(Decimals.of(timeS));
        append(imu.valid, imu.gyroXDps, imu.gyroYDps, imu.gyroZDps);
        append(imu.valid, imu.accXMps2, imu.accYMps2, imu.accZMps2);
        if (hasHeelSwitch) {
            line.append('\t').append(switch (RecordingBuilder.heelOf(heel)) {
                case MISSING -> Tsv.MISSING;
                case LOADED -> "1";
                case UNLOADED -> "0";
            });
        }
        motion.line(line);
    }

    /**
     * Completes the recording and gives its files their names.
     *
     * @param events what happened; no events file is written when empty
     * @throws IllegalStateException when there is no sample
     * @throws BidsException when the disk fails
     */
    public void finish(List<Event> events) {
        if (lastTimeS == Double.NEGATIVE_INFINITY) {
            throw new IllegalStateException("a recording needs a sample");
        }
        motion.end();
        try (WholeFile channels = new WholeFile(file("_channels.tsv"));
                WholeFile json = new WholeFile(file("_motion.json"));
                WholeFile eventsFile = new WholeFile(file(EventsFile.SUFFIX))) {
            writeChannels(channels);
            json.line(json());
            EventsFile.write(eventsFile, events);
            channels.end();
            json.end();
            eventsFile.end();
            channels.commit();
            json.commit();
            if (!events.isEmpty()) {
                eventsFile.commit();
            }
        }
        motion.commit();
    }

    @Override
    public void close() {
        motion.close();
    }

    private void append(boolean valid, float x, float y, float z) {
        line.append('\t').append(valid ? Decimals.of(x) : Tsv.MISSING);
        line.append('\t').append(valid ? Decimals.of(y) : Tsv.MISSING);
        line.append('\t').append(valid ? Decimals.of(z) : Tsv.MISSING);
    }

    private void writeChannels(WholeFile out) {
        out.line("name\tcomponent\ttype\ttracked_point\tunits");
        out.line("t\tn/a\tLATENCY\tn/a\ts");
        for (int i = 0; i < SENSORS.length; i++) {
            String kind = i < 3 ? "GYRO" : "ACCEL";
            String unit = i < 3 ? "deg/s" : "m/s^2";
            out.line(SENSORS[i] + '\t' + "xyz".charAt(i % 3) + '\t' + kind + '\t' + header.placement() + '\t' + unit);
        }
        if (hasHeelSwitch) {
            out.line(ChannelTable.HEEL_SWITCH + "\tn/a\tMISC\theel\tn/a");
        }
    }

    private String json() {
        ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
        ObjectNode root = mapper.createObjectNode();
        root.put("TaskName", taskName).put("SamplingFrequency", header.rateHz()).put("TrackedPointsCount", 1);
        root.put("MotionChannelCount", 6).put("GYROChannelCount", 3).put("ACCELChannelCount", 3);
        root.put("SensorPlacement", header.placement());
        root.put("Side", header.side() == RecordingHeader.Side.UNKNOWN ? Tsv.MISSING : lower(header.side()));
        header.mediolateralAxis().ifPresent(axis -> root.put("MediolateralAxis", "gyr_" + lower(axis)));
        header.swingSign().ifPresent(sign -> root.put("SwingSign", lower(sign)));
        if (!header.labelledSpans().isEmpty()) {
            ArrayNode spans = root.putArray("LabelledSpans");
            header.labelledSpans().forEach(span -> spans.addArray().add(span.startS()).add(span.endS()));
        }
        try {
            return mapper.writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers is always JSON", e);
        }
    }

    private Path file(String suffix) {
        return folder.resolve(header.stem() + suffix);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
