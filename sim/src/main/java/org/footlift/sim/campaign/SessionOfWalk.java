package org.footlift.sim.campaign;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.footlift.config.Settings;
import org.footlift.config.SettingsWriter;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.config.store.PrivateFiles;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.session.SessionInfo;
import org.footlift.telemetry.session.SessionWriter;
import org.jspecify.annotations.Nullable;

/** Records the life of the last controller of a walk in memory: a session begins with its controller, or it could not be replayed. */
final class SessionOfWalk implements WalkListener {
    private final String build;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable SessionWriter writer;

    SessionOfWalk(String build) {
        this.build = build;
    }

    @Override
    public void begins(Settings settings) {
        bytes = new ByteArrayOutputStream();
        try {
            writer = new SessionWriter(bytes, new SessionInfo(build, Instant.EPOCH, settings.loop().rateHz(),
                    List.of("dorsiflexion", "eversion"), new SettingsInForce(0, SettingsWriter.write(settings))));
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written to", e);
        }
    }

    @Override
    public void ticks(TickInput in, TickOutput out) {
        try {
            open().write(in, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be written to", e);
        }
    }

    private SessionWriter open() {
        SessionWriter now = writer;
        if (now == null) {
            throw new IllegalStateException("no controller has begun");
        }
        return now;
    }

    /** Completes the session and writes it into a new file that only its owner may read. */
    void write(Path file) throws IOException {
        open().close();
        ByteBuffer whole = ByteBuffer.wrap(bytes.toByteArray());
        try (FileChannel channel = PrivateFiles.create(file)) {
            while (whole.hasRemaining()) {
                channel.write(whole);
            }
        }
    }
}
