package org.footlift.telemetry.session;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.agrona.concurrent.UnsafeBuffer;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.Stimulator;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.config.store.PrivateFiles;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickEncoder;
import org.footlift.telemetry.channel.TickField;
import org.footlift.telemetry.channel.TickHandler;
import org.footlift.telemetry.channel.TickRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes a session as WPILOG. The samples of a tick come before the tick, so that a tick that is there is whole. Every second of recorded time,
 * and at the end, a checksum is written and everything is handed to the operating system. One thread at a time; blocks on the disk.
 */
public final class SessionWriter implements AutoCloseable {
    private static final long CHECKSUM_EVERY_NS = 1_000_000_000L;

    private final SessionInfo info;
    private final CRC32C crc = new CRC32C();
    private final OutputStream out;
    private final WpilogWriter log;
    private final UnsafeBuffer record = new UnsafeBuffer(new byte[TickRecord.MAX_LENGTH]);
    private final int[] imuEntries = new int[ImuSite.values().length];
    private int tickEntry;
    private int heelEntry;
    private int gapEntry;
    private int settingsRevisionEntry;
    private int settingsEntry;
    private int checksumEntry;
    private @Nullable SessionSignals signals;
    private SettingsInForce firstSettings;
    private SessionTime time = new SessionTime(0);
    private long lastUs;
    private long lastChecksumNs;
    private boolean over;

    /**
     * Creates a session file that only its owner may read.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one of that name
     */
    public static SessionWriter create(Path file, SessionInfo info) throws IOException {
        return new SessionWriter(Channels.newOutputStream(PrivateFiles.create(file)), info);
    }

    /**
     * Writes the file's header.
     *
     * @param file where to; {@link #close()} closes it
     */
    public SessionWriter(OutputStream file, SessionInfo info) throws IOException {
        if (info.channels().size() > Stimulator.MAX_CHANNELS) {
            throw new IllegalArgumentException("a session has at most " + Stimulator.MAX_CHANNELS + " channels");
        }
        this.info = info;
        firstSettings = info.settings();
        out = new CheckedOutputStream(new BufferedOutputStream(new StickyFailureStream(file), 1 << 16), crc);
        log = new WpilogWriter(out, SessionEntry.EXTRA_HEADER);
    }

    /** Writes one tick. */
    public void write(TickInput in, TickOutput output) throws IOException {
        SessionSignals plain = begin(in.timeNs);
        if (in.timeNs - lastChecksumNs >= CHECKSUM_EVERY_NS) {
            lastChecksumNs = in.timeNs;
            checkpoint();
        }
        TickEncoder.encode(in, output, record, 0);
        SensorFrame sensors = in.sensors;
        for (int i = 0; i < sensors.imuCount(); i++) {
            append(imuEntries[sensors.imu(i).site.ordinal()], sensors.imu(i).timeNs, TickRecord.imuOffset(i),
                    TickRecord.IMU_LENGTH);
        }
        for (int i = 0; i < sensors.heelCount(); i++) {
            append(heelEntry, sensors.heel(i).timeNs, TickRecord.heelOffset(i, sensors.imuCount()),
                    TickRecord.HEEL_LENGTH);
        }
        append(tickEntry, in.timeNs, 0, TickRecord.HEADER_LENGTH);
        plain.write(output, lastUs);
    }

    private void append(int entry, long timeNs, int offset, int length) throws IOException {
        lastUs = time.microseconds(timeNs);
        log.append(entry, lastUs, record, offset, length);
    }

    /** Writes that from the next tick on the controller goes by other settings; before the first tick, that the session begins with them. */
    public void write(SettingsInForce settings) throws IOException {
        if (signals == null) {
            firstSettings = settings;
            return;
        }
        log.appendInt64(settingsRevisionEntry, lastUs, settings.revision());
        log.appendString(settingsEntry, lastUs, settings.toml());
    }

    /** Writes that ticks are missing here; what is missing before the first tick is no part of the session. */
    public void write(TickHandler.Gap gap) throws IOException {
        if (signals == null) {
            return;
        }
        log.appendString(gapEntry, lastUs, gap.lostRecords() + " records lost: " + gap.why());
    }

    /** Before the first record: what describes the rest, with a checksum of its own, since nothing can be read without it. */
    private SessionSignals begin(long timeNs) throws IOException {
        if (signals != null) {
            return signals;
        }
        time = new SessionTime(timeNs);
        lastUs = time.microseconds(timeNs);
        lastChecksumNs = timeNs;
        schema(SessionEntry.TICK_TYPE, TickField.TICK);
        schema(SessionEntry.IMU_TYPE, TickField.IMU);
        schema(SessionEntry.HEEL_TYPE, TickField.HEEL);
        tickEntry = start(SessionEntry.TICK, SessionEntry.TICK_TYPE);
        for (ImuSite site : ImuSite.values()) {
            String name = SessionEntry.IMU_PREFIX + site.name().toLowerCase(Locale.ROOT);
            imuEntries[site.ordinal()] = start(name, SessionEntry.IMU_TYPE);
        }
        heelEntry = start(SessionEntry.HEEL, SessionEntry.HEEL_TYPE);
        gapEntry = start(SessionEntry.GAP, "string");
        checksumEntry = start(SessionEntry.CHECKSUM, "int64");
        log.appendString(start(SessionEntry.BUILD, "string"), lastUs, info.build());
        log.appendString(start(SessionEntry.STARTED_AT, "string"), lastUs, info.startedAt().toString());
        log.appendInt64(start(SessionEntry.TICK_RATE_HZ, "int64"), lastUs, info.tickRateHz());
        settingsRevisionEntry = start(SessionEntry.SETTINGS_REVISION, "int64");
        settingsEntry = start(SessionEntry.SETTINGS, "string");
        SessionSignals plain = new SessionSignals(log, info.channels(), time);
        log.appendInt64(settingsRevisionEntry, lastUs, firstSettings.revision());
        log.appendString(settingsEntry, lastUs, firstSettings.toml());
        signals = plain;
        checkpoint();
        return plain;
    }

    private int start(String name, String type) throws IOException {
        return log.start(name, type, "", lastUs);
    }

    private void schema(String type, List<TickField> fields) throws IOException {
        int entry = start(SessionEntry.SCHEMA_PREFIX + type, "structschema");
        log.appendString(entry, lastUs, TickField.schema(fields));
    }

    /** Writes a checksum over everything since the last one and hands all of it to the operating system. */
    public void checkpoint() throws IOException {
        if (signals != null) {
            long sum = crc.getValue();
            crc.reset();
            log.appendInt64(checksumEntry, lastUs, sum);
        }
        out.flush();
    }

    /** Marks the session as complete and hands all of it to the operating system. */
    public void finish() throws IOException {
        begin(0);
        log.finish(tickEntry, lastUs);
        checkpoint();
        over = true;
    }

    /** Leaves the session as it is, for good: closing will not mark it as complete. */
    public void abandon() {
        over = true;
    }

    /** Marks the session as complete, unless it was abandoned, and closes the file. After a failure of the disk it only closes the file. */
    @Override
    public void close() throws IOException {
        try (out) {
            if (!over) {
                finish();
            }
        }
    }
}
