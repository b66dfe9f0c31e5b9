package org.footlift.sim.replay;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

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
import org.footlift.telemetry.bids.RecordingHeader;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler;
import org.footlift.telemetry.session.Integrity;
import org.footlift.telemetry.session.SessionReader;
import org.footlift.telemetry.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * A recorded session as Motion-BIDS: one recording per IMU, the heel switch beside it as it last read, and the controller's events, bursts and
 * faults. Times count from the session's first sample. A gap in the session is a gap in the samples.
 */
public final class SessionExport implements TickHandler {
    private final Settings settings;
    private final Path folder;
    private final String name;
    private final Map<ImuSite, MotionBidsWriter> writers = new EnumMap<>(ImuSite.class);
    private final HeelSample heel = new HeelSample();
    private final ReplayLog log;
    private long originNs = Long.MIN_VALUE;
    private boolean heelSeen;

    private SessionExport(Settings settings, Path session, Path folder) {
        this.settings = settings;
        this.folder = folder;
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
        SessionReader reader = SessionReader.open(session);
        if (reader.integrity().state() == Integrity.State.DAMAGED) {
            throw new IOException(
                    reader.integrity().explanation() + "; restore the file from a copy, a part is not exported");
        }
        Settings settings = settings(reader);
        SessionExport export = new SessionExport(settings, session, folder);
        try {
            reader.read(export);
            return export.finish();
        } finally {
            export.writers.values().forEach(MotionBidsWriter::close);
        }
    }

    private static Settings settings(SessionReader reader) throws IOException {
        String toml = reader.info()
                .orElseThrow(() -> new IOException("it was cut before its first tick, so nothing can be exported"))
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
        writers.computeIfAbsent(imu.site, this::begin).add((imu.timeNs - originNs) / 1e9, imu, lastHeel());
    }

    private @Nullable HeelSample lastHeel() {
        return heelSeen ? heel : null;
    }

    private MotionBidsWriter begin(ImuSite site) {
        ImuSettings worn = site == ImuSite.FOOT ? settings.sensors().footImu() : settings.sensors().shankImu();
        RecordingHeader.Side side = switch (settings.profile().leg()) {
            case LEFT -> RecordingHeader.Side.LEFT;
            case RIGHT -> RecordingHeader.Side.RIGHT;
        };
        String placement = site.name().toLowerCase(Locale.ROOT);
        RecordingHeader header = new RecordingHeader(stem(site), worn.rateHz(), placement, side,
                Optional.of(worn.mediolateralAxis()).filter(_ -> worn.axisDeclared()),
                Optional.of(worn.swingSign()).filter(_ -> worn.axisDeclared()), List.of());
        return new MotionBidsWriter(folder, header, "walk", settings.sensors().heelSwitch());
    }

    private String stem(ImuSite site) {
        String wearer = settings.profile().wearer().replaceAll("[^A-Za-z0-9]", "");
        return "sub-" + wearer + "_task-walk_tracksys-imu_acq-" + site.name().toLowerCase(Locale.ROOT) + "_run-" + name;
    }

    private List<Path> finish() throws IOException {
        if (writers.isEmpty()) {
            throw new IOException("it has no IMU samples, and a motion recording needs some");
        }
        List<Event> events = new ArrayList<>();
        for (ReplayRow row : log.finish()) {
            events.add(new Event(Math.round(row.onsetS() * 1e9 - originNs) / 1e9, row.durationS(), row.trialType()));
        }
        List<Path> written = new ArrayList<>();
        writers.forEach((site, writer) -> {
            writer.finish(events);
            written.add(folder.resolve(stem(site) + "_motion.tsv"));
        });
        return written;
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
