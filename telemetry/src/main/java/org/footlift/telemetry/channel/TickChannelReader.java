package org.footlift.telemetry.channel;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;
import org.agrona.concurrent.broadcast.BroadcastReceiver;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.jspecify.annotations.Nullable;

/**
 * A receiving end of the tick channel. Maps the file read-only: whatever a reader does, the controller does not notice. A reader that was
 * overtaken by the publisher reports a {@linkplain TickHandler.Gap gap}, goes to the newest message and carries on. One thread at a time;
 * ticks are delivered without allocating.
 */
public final class TickChannelReader implements AutoCloseable {
    private static final int MAX_MESSAGE = ChannelHeading.SEQUENCE_LENGTH
            + Math.max(TickRecord.MAX_LENGTH, Long.BYTES + SettingsInForce.MAX_BYTES);

    private final Path file;
    private final ChannelHeading heading;
    private final @Nullable Object fileKey;
    private final MappedByteBuffer mapping;
    private final UnsafeBuffer broadcast;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[MAX_MESSAGE]);
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private BroadcastReceiver receiver;
    private int type;
    private int messageLength;
    /** Sequence number of the next message; negative before the first. */
    private long expected = -1;
    private boolean closed;

    private TickChannelReader(Path file, ChannelHeading heading, @Nullable Object fileKey, MappedByteBuffer mapping) {
        this.file = file;
        this.heading = heading;
        this.fileKey = fileKey;
        this.mapping = mapping;
        broadcast = new UnsafeBuffer(mapping, ChannelHeading.LENGTH,
                heading.capacity() + BroadcastBufferDescriptor.TRAILER_LENGTH);
        receiver = new BroadcastReceiver(broadcast);
    }

    /**
     * Opens the channel in {@code folder}; the first message delivered is the newest one of that moment.
     *
     * @throws IOException when there is no channel, or it is of another version; the message says what to do
     */
    public static TickChannelReader open(Path folder) throws IOException {
        Path file = folder.resolve(ChannelHeading.FILE_NAME);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            Object fileKey = key(file);
            long size = channel.size();
            if (size < ChannelHeading.LENGTH || size > Integer.MAX_VALUE) {
                throw new IOException(file + " is not a Footlift channel");
            }
            MappedByteBuffer mapping = channel.map(FileChannel.MapMode.READ_ONLY, 0, size);
            try {
                ChannelHeading heading = ChannelHeading.read(new UnsafeBuffer(mapping), file);
                long need = ChannelHeading.LENGTH + (long) heading.capacity()
                        + BroadcastBufferDescriptor.TRAILER_LENGTH;
                if (heading.capacity() <= 0 || Integer.bitCount(heading.capacity()) != 1 || size != need) {
                    throw new IOException(file + " is damaged: its size does not agree with its heading");
                }
                return new TickChannelReader(file, heading, fileKey, mapping);
            } catch (IOException e) {
                IoUtil.unmap(mapping);
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new IOException("no controller has a channel in " + folder + ". Start one with: footlift run", e);
        }
    }

    /** Who publishes, and how. */
    public ChannelHeading heading() {
        return heading;
    }

    /**
     * Delivers what has come since the last call, at most {@code limit} messages. Never blocks.
     *
     * @return messages delivered
     * @throws IllegalArgumentException when a message is malformed
     */
    public int poll(TickHandler handler, int limit) {
        if (closed) {
            throw new IllegalStateException("the channel is closed");
        }
        int delivered = 0;
        while (delivered < limit && receiver.receiveNext()) {
            if (!copyMessage()) {
                // Overtaken while reading. The receiver may have taken its next position from half a record, so it starts
                // again at the newest message; the sequence numbers tell what was lost.
                receiver = new BroadcastReceiver(broadcast);
                continue;
            }
            if (deliver(handler)) {
                delivered++;
            }
        }
        return delivered;
    }

    /** True when the message in {@link #message} is whole. */
    private boolean copyMessage() {
        int length = receiver.length();
        int offset = receiver.offset();
        type = receiver.typeId();
        if (length < ChannelHeading.SEQUENCE_LENGTH || length > MAX_MESSAGE || offset + length > heading.capacity()) {
            if (receiver.validate()) {
                throw new IllegalArgumentException(file + ": a message of " + length + " bytes");
            }
            return false;
        }
        messageLength = length;
        message.putBytes(0, broadcast, offset, length);
        return receiver.validate();
    }

    private boolean deliver(TickHandler handler) {
        long sequence = message.getLong(0, ByteOrder.LITTLE_ENDIAN);
        if (sequence < expected) {
            return false;
        }
        if (expected >= 0 && sequence > expected) {
            long lost = sequence - expected;
            handler.onGap(new TickHandler.Gap(lost, "the reader was too slow"));
        }
        expected = sequence + 1;
        int length = messageLength - ChannelHeading.SEQUENCE_LENGTH;
        switch (type) {
            case ChannelHeading.MESSAGE_TICK -> {
                TickDecoder.decode(message, ChannelHeading.SEQUENCE_LENGTH, length, in, out);
                handler.onTick(in, out);
            }
            case ChannelHeading.MESSAGE_SETTINGS -> handler.onSettings(settings(length));
            default -> throw new IllegalArgumentException(file + ": a message of unknown type " + type);
        }
        return true;
    }

    private SettingsInForce settings(int length) {
        if (length < Long.BYTES) {
            throw new IllegalArgumentException(file + ": a settings message of " + length + " bytes");
        }
        byte[] text = new byte[length - Long.BYTES];
        message.getBytes(ChannelHeading.SEQUENCE_LENGTH + Long.BYTES, text);
        long revision = message.getLong(ChannelHeading.SEQUENCE_LENGTH, ByteOrder.LITTLE_ENDIAN);
        return new SettingsInForce(revision, new String(text, StandardCharsets.UTF_8));
    }

    /** True when another controller has made a new channel in the folder, or the channel is gone: open again. Asks the file system. */
    public boolean isReplaced() {
        try {
            return !Objects.equals(fileKey, key(file));
        } catch (IOException e) {
            return true;
        }
    }

    private static @Nullable Object key(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /** Unmaps the file. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            IoUtil.unmap(mapping);
        }
    }
}
