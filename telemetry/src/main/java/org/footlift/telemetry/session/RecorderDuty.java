package org.footlift.telemetry.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.config.store.PrivateFiles;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickChannelReader;
import org.footlift.telemetry.channel.TickHandler;

/**
 * The duty cycle of a recorder: takes what the channel has, writes it, and once a second makes it safe. Knows no thread and no clock, so
 * that a test can step it. One thread at a time.
 */
final class RecorderDuty implements TickHandler, AutoCloseable {
    private static final int BATCH = 1000;
    private static final long SAFE_EVERY_NS = 1_000_000_000L;

    /** Makes everything that was written survive a loss of power. */
    @FunctionalInterface
    interface Sync {
        void sync() throws IOException;
    }

    private final TickChannelReader channel;
    private final SessionWriter session;
    private final Sync sync;
    private final Path folder;
    private long revision;
    private long safeAtNs;
    private boolean unsafe;
    private boolean failed;

    /**
     * Takes over {@code channel} and {@code session}: {@link #close()} closes both.
     *
     * @param folder of the channel, to look up settings whose message was lost
     * @param revision of the settings that the session begins with
     * @param nowNs any monotonic clock, as for {@link #doWork(long)}
     */
    RecorderDuty(TickChannelReader channel, Path folder, SessionWriter session, Sync sync, long revision, long nowNs) {
        this.channel = channel;
        this.folder = folder;
        this.session = session;
        this.sync = sync;
        this.revision = revision;
        safeAtNs = nowNs;
    }

    /** Creates the file, private to its user, and a recording from {@code channel} into it. */
    static RecorderDuty create(TickChannelReader channel, Path folder, Path file, SessionInfo info, long nowNs)
            throws IOException {
        FileChannel disk = PrivateFiles.create(file);
        try {
            PrivateFiles.forceFolderOf(file); // bytes that are safe are lost all the same when their name is
            SessionWriter session = new SessionWriter(Channels.newOutputStream(disk), info);
            RecorderDuty recording = new RecorderDuty(channel, folder, session, () -> disk.force(false),
                    info.settings().revision(), nowNs);
            // The settings may have changed between the caller's look at them and the opening of the channel.
            recording.lookUpSettings();
            return recording;
        } catch (Throwable e) {
            disk.close();
            throw e;
        }
    }

    /**
     * One round.
     *
     * @return messages taken; 0 means that there is nothing to do for now
     * @throws IOException when the recording can no longer be written
     */
    int doWork(long nowNs) throws IOException {
        int taken;
        try {
            taken = channel.poll(this, BATCH);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        unsafe |= taken > 0;
        if (nowNs - safeAtNs >= SAFE_EVERY_NS) {
            safeAtNs = nowNs;
            if (unsafe) {
                session.checkpoint();
                makeSafe();
                unsafe = false;
            }
        }
        return taken;
    }

    /** A disk reports what it lost to one force and then claims success: after a force that failed the file is left alone. */
    private void makeSafe() throws IOException {
        try {
            sync.sync();
        } catch (IOException e) {
            failed = true;
            session.abandon();
            throw new IOException(
                    "the disk could not make it safe: " + e.getMessage() + ". Its last seconds may be missing",
                    e);
        }
    }

    @Override
    public void onTick(TickInput in, TickOutput out) {
        try {
            session.write(in, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onSettings(SettingsInForce settings) {
        if (settings.revision() == revision) {
            return;
        }
        revision = settings.revision();
        try {
            session.write(settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onGap(Gap gap) {
        try {
            session.write(gap);
            // What was lost may have been a change of settings.
            lookUpSettings();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lookUpSettings() throws IOException {
        Optional<SettingsInForce> now = SettingsInForce.read(folder);
        if (now.isPresent()) {
            onSettings(now.get());
        }
    }

    /** Completes the session and makes it safe; after a force that failed it only closes the file, which then counts as cut. */
    @Override
    public void close() throws IOException {
        try (channel; session) {
            if (!failed) {
                session.finish();
                makeSafe();
            }
        }
    }
}
