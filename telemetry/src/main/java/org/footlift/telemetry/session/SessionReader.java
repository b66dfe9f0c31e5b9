package org.footlift.telemetry.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler;
import org.jspecify.annotations.Nullable;

/**
 * Reads a recorded session: first every checksum, then, as often as asked, the ticks exactly as they were published. Seconds that are
 * damaged are left out and reported as gaps. Holds no open file between calls. One thread at a time.
 */
public final class SessionReader {
    private final Path file;
    private final SessionScan scan;
    private final Optional<SessionInfo> info;

    private SessionReader(Path file, SessionScan scan) throws IOException {
        this.file = file;
        this.scan = scan;
        info = readInfo();
    }

    /**
     * Opens and verifies {@code file}.
     *
     * @throws IOException when it cannot be read, or is no session of Footlift
     */
    public static SessionReader open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("this is a folder; name a session in it, a file that ends in " + Sessions.SUFFIX);
        }
        return new SessionReader(file, SessionScan.of(file));
    }

    /** How whole the file is. */
    public Integrity integrity() {
        return scan.integrity();
    }

    /** What the session says of itself; empty when it was cut or damaged before its first tick. */
    public Optional<SessionInfo> info() {
        return info;
    }

    /** Delivers the settings of the beginning, then every tick that can be believed, changed settings and gaps, in order. */
    public void read(TickHandler handler) throws IOException {
        SessionPlayback playback = new SessionPlayback(scan, handler);
        try (WpilogReader reader = WpilogReader.open(file)) {
            while (nextReadable(reader)) {
                playback.record(reader);
            }
            playback.end();
        } catch (WpilogFormatException e) {
            // Only where no checksum reached: after the last one of a file that was cut, or in what was never ours.
            handler.onGap(new TickHandler.Gap(0, "nothing more can be read: " + e.explanation()));
        }
    }

    private boolean nextReadable(WpilogReader reader) throws IOException {
        return reader.recordAt() < scan.readableTo && reader.next() && reader.recordAt() < scan.readableTo;
    }

    private Optional<SessionInfo> readInfo() throws IOException {
        if (scan.readableTo == 0) {
            return Optional.empty();
        }
        InfoFields fields = new InfoFields();
        try (WpilogReader reader = WpilogReader.open(file)) {
            while (!fields.complete && nextReadable(reader)) {
                String name = scan.entries.getOrDefault(reader.entry(), "");
                fields.take(name, reader);
            }
        }
        return fields.info(scan.entries.values().stream().filter(name -> name.startsWith(SessionEntry.AMPLITUDE_PREFIX))
                .toList());
    }

    /** Collects what the beginning of the file says; the first checksum ends it. */
    private static final class InfoFields {
        private @Nullable String build;
        private @Nullable Instant startedAt;
        private int tickRateHz;
        private long revision;
        private @Nullable SettingsInForce settings;
        private boolean complete;

        private void take(String name, WpilogReader reader) throws IOException {
            switch (name) {
                case SessionEntry.BUILD -> build = reader.string();
                case SessionEntry.STARTED_AT -> startedAt = instant(reader);
                case SessionEntry.TICK_RATE_HZ -> tickRateHz = (int) reader.int64();
                case SessionEntry.SETTINGS_REVISION -> revision = reader.int64();
                case SessionEntry.SETTINGS -> settings = new SettingsInForce(revision, reader.string());
                case SessionEntry.CHECKSUM -> complete = true;
                default -> {
                }
            }
        }

        private static Instant instant(WpilogReader reader) throws IOException {
            try {
                return Instant.parse(reader.string());
            } catch (DateTimeException e) {
                throw new IOException("byte " + reader.recordAt() + ": the start is not a time", e);
            }
        }

        private Optional<SessionInfo> info(List<String> amplitudeEntries) {
            if (!complete || build == null || startedAt == null || settings == null) {
                return Optional.empty();
            }
            List<String> channels = new ArrayList<>();
            for (String entry : amplitudeEntries) {
                channels.add(entry.substring(SessionEntry.AMPLITUDE_PREFIX.length()));
            }
            return Optional.of(new SessionInfo(build, startedAt, tickRateHz, channels, settings));
        }
    }
}
