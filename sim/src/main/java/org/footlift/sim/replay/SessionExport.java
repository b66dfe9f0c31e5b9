package org.footlift.sim.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import org.footlift.config.ImuSettings;
import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsReader;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.MotionBidsWriter;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;
import org.footlift.telemetry.bids.RecordingReader;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler;
import org.footlift.telemetry.session.Integrity;
import org.footlift.telemetry.session.SessionReader;
import org.footlift.telemetry.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * A recorded session as Motion-BIDS, in files or in memory: one recording per IMU, the heel switch beside it as it last read, and the controller's events, bursts and
 * faults. Times count from the session's first sample. A gap in the session is a gap in the samples.
 */
public final class SessionExport implements TickHandler {
    private final Settings settings;
    private final String name;
    private final Begin begin;
    private final Map<ImuSite, Samples> recordings = new EnumMap<>(ImuSite.class);
    private final HeelSample heel = new HeelSample();
    private final ReplayLog log;
    private long originNs = Long.MIN_VALUE;
    private boolean heelSeen;

    /** Takes the samples of one recording, as a writer of files and a recording in memory do. */
    private interface Samples {
        void add(double timeS, ImuSample imu, @Nullable HeelSample heel);
    }

    /** Begins the recording of one IMU. */
    private interface Begin {
        Samples recording(RecordingHeader header, boolean hasHeelSwitch);
    }

    private SessionExport(Settings settings, Path session, Begin begin) {
        this.settings = settings;
        this.begin = begin;
        this.name = session.getFileName().toString().replace(Sessions.SUFFIX, "").replaceAll("[^A-Za-z0-9]", "");
        this.log = new ReplayLog(RecordingReplay.pulsePeriodNs(settings));
    }

    /**
     * Exports {@code session} into {@code folder}.
     *
     * @return the motion files written, one per IMU
     * @throws IOException when the session cannot be read, or is damaged, or has no settings or no IMU samples
     */
    public static List<Path> of(Path session, Path folder) throws IOException {
        SortedMap<String, MotionBidsWriter> writers = new TreeMap<>();
        try {
            List<Event> events = read(session, (header, hasHeelSwitch) -> {
                MotionBidsWriter writer = new MotionBidsWriter(folder, header, "walk", hasHeelSwitch);
                writers.put(header.stem(), writer);
                return writer::add;
            });
            writers.values().forEach(writer -> writer.finish(events));
            return writers.keySet().stream().map(stem -> folder.resolve(stem + RecordingReader.MOTION_SUFFIX)).toList();
        } finally {
            writers.values().forEach(MotionBidsWriter::close);
        }
    }

    /**
     * What {@link #of} would write, one recording per IMU, without the events; in memory.
     *
     * @throws IOException when the session cannot be read, or is damaged, or has no settings or no IMU samples
     */
    public static List<Recording> recordings(Path session) throws IOException {
        SortedMap<String, RecordingBuilder> builders = new TreeMap<>();
        read(session, (header, hasHeelSwitch) -> {
            RecordingBuilder builder = new RecordingBuilder(header, true, hasHeelSwitch);
            builders.put(header.stem(), builder);
            return builder::add;
        });
        return builders.values().stream().map(RecordingBuilder::build).toList();
    }

    /** Hands the samples of {@code session} on; returns the controller's events, bursts and faults. */
    private static List<Event> read(Path session, Begin begin) throws IOException {
        SessionReader reader = SessionReader.open(session);
        if (reader.integrity().state() == Integrity.State.DAMAGED) {
            throw new IOException(reader.integrity().explanation()
                    + "; restore the file from a copy, a part of it is not taken for the whole");
        }
        SessionExport export = new SessionExport(settings(reader), session, begin);
        reader.read(export);
        return export.events();
    }

    private static Settings settings(SessionReader reader) throws IOException {
        String toml = reader.info()
                .orElseThrow(() -> new IOException("it was cut before its first tick, so there is no recording in it"))
                .settings().toml();
        try {
            return SettingsReader.parse(toml, "the session's settings");
        } catch (SettingsException e) {
            throw new IOException("its settings mean nothing to this build: " + e.getMessage(), e);
        }
    }

    @Override
    public void onTick(TickInput in, TickOutput out) {
        int nextHeel = 0;
        for (int i = 0; i < in.sensors.imuCount(); i++) {
            ImuSample imu = in.sensors.imu(i);
            while (nextHeel < in.sensors.heelCount() && in.sensors.heel(nextHeel).timeNs <= imu.timeNs) {
                noteHeel(in.sensors.heel(nextHeel++));
            }
            write(imu);
        }
        while (nextHeel < in.sensors.heelCount()) {
            noteHeel(in.sensors.heel(nextHeel++));
        }
        log.add(in, out);
    }

    private void noteHeel(HeelSample reading) {
        heel.copyFrom(reading);
        heelSeen = true;
    }

    private void write(ImuSample imu) {
        if (originNs == Long.MIN_VALUE) {
            originNs = imu.timeNs;
        }
        recordings.computeIfAbsent(imu.site, this::begin).add((imu.timeNs - originNs) / 1e9, imu, lastHeel());
    }

    private @Nullable HeelSample lastHeel() {
        return heelSeen ? heel : null;
    }

    private Samples begin(ImuSite site) {
        ImuSettings worn = site == ImuSite.FOOT ? settings.sensors().footImu() : settings.sensors().shankImu();
        RecordingHeader.Side side = switch (settings.profile().leg()) {
            case LEFT -> RecordingHeader.Side.LEFT;
            case RIGHT -> RecordingHeader.Side.RIGHT;
        };
        String placement = site.name().toLowerCase(Locale.ROOT);
        RecordingHeader header = new RecordingHeader(stem(site), worn.rateHz(), placement, side,
                Optional.of(worn.mediolateralAxis()).filter(_ -> worn.axisDeclared()),
                Optional.of(worn.swingSign()).filter(_ -> worn.axisDeclared()), List.of());
        return begin.recording(header, settings.sensors().heelSwitch());
    }

    private String stem(ImuSite site) {
        String wearer = settings.profile().wearer().replaceAll("[^A-Za-z0-9]", "");
        return "sub-" + wearer + "_task-walk_tracksys-imu_acq-" + site.name().toLowerCase(Locale.ROOT) + "_run-" + name;
    }

    private List<Event> events() throws IOException {
        if (recordings.isEmpty()) {
            throw new IOException("it has no IMU samples, and a motion recording needs some");
        }
        List<Event> events = new ArrayList<>();
        for (ReplayRow row : log.finish()) {
            events.add(new Event(Math.round(row.onsetS() * 1e9 - originNs) / 1e9, row.durationS(), row.trialType()));
        }
        return events;
    }

    @Override
    public void onSettings(SettingsInForce changed) {
        // The header already says how the sensors were worn; what stimulated when is in the events.
    }

    @Override
    public void onGap(Gap gap) {
        heelSeen = false;
    }
}
