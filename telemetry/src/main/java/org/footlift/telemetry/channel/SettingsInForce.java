package org.footlift.telemetry.channel;

import org.footlift.config.store.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The settings that the controller now goes by. Broadcast in the order of the ticks when they change, and kept in the channel's folder as
 * {@value #FILE_NAME}, so that a reader that connects late knows them too.
 *
 * @param revision counts every change since the controller started, from 0
 * @param toml the settings, as the profile file would say them
 */
public record SettingsInForce(long revision, String toml) {
    /** Name of the file in the channel's folder. */
    public static final String FILE_NAME = "settings.toml";
    /** The longest text that fits a broadcast message, bytes of UTF-8. */
    public static final int MAX_BYTES = 60 * 1024;

    private static final String FIRST_LINE = "# revision ";

    /** Refuses a text that is too long to be broadcast. */
    public SettingsInForce {
        int bytes = toml.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException("settings of " + bytes + " bytes; a message holds " + MAX_BYTES);
        }
    }

    /** Replaces the file in {@code folder} in one step: a reader sees the old text or the new one, whole. Blocks on the disk. */
    public void write(Path folder) throws IOException {
        Path fresh = folder.resolve(FILE_NAME + ".new");
        Files.deleteIfExists(fresh);
        ByteBuffer text = ByteBuffer.wrap((FIRST_LINE + revision + "\n" + toml).getBytes(StandardCharsets.UTF_8));
        try (FileChannel file = PrivateFiles.create(fresh)) {
            while (text.hasRemaining()) {
                file.write(text);
            }
        }
        Files.move(fresh, folder.resolve(FILE_NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * What the file in {@code folder} says; empty when there is none.
     *
     * @throws IOException when it cannot be read or its first line is not {@code # revision N}
     */
    public static Optional<SettingsInForce> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE_NAME);
        String text;
        try {
            text = Files.readString(file);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        int end = text.indexOf('\n');
        if (end < 0 || !text.startsWith(FIRST_LINE)) {
            throw new IOException(file + ": the first line is not \"" + FIRST_LINE + "N\"");
        }
        try {
            long revision = Long.parseLong(text.substring(FIRST_LINE.length(), end));
            return Optional.of(new SettingsInForce(revision, text.substring(end + 1)));
        } catch (NumberFormatException e) {
            throw new IOException(file + ": the revision in the first line is not a number", e);
        }
    }
}
