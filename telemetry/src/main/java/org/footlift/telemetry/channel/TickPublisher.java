package org.footlift.telemetry.channel;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.broadcast.BroadcastBufferDescriptor;
import org.agrona.concurrent.broadcast.BroadcastTransmitter;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/**
 * The sending end of the tick channel: a broadcast over a memory-mapped file, private to its user. Publishing never waits for a reader, makes
 * no system call and allocates nothing; a reader that is too slow loses ticks and is told so. One thread at a time.
 */
public final class TickPublisher implements AutoCloseable {
    /** Holds about a minute and a half at 200 ticks per second with one IMU sample each. */
    public static final int DEFAULT_CAPACITY = 4 * 1024 * 1024;

    private final MappedByteBuffer mapping;
    private final BroadcastTransmitter transmitter;
    private final UnsafeBuffer message = new UnsafeBuffer(
            new byte[ChannelHeading.SEQUENCE_LENGTH
                    + Math.max(TickRecord.MAX_LENGTH, Long.BYTES + SettingsInForce.MAX_BYTES)]);
    private long sequence;
    private boolean closed;

    private TickPublisher(MappedByteBuffer mapping, BroadcastTransmitter transmitter) {
        this.mapping = mapping;
        this.transmitter = transmitter;
    }

    /** Opens a channel of {@link #DEFAULT_CAPACITY} in {@code folder}, as {@link #open(Path, int, int)} does. */
    public static TickPublisher open(Path folder, int tickRateHz) throws IOException {
        return open(folder, tickRateHz, DEFAULT_CAPACITY);
    }

    /**
     * Makes a new channel, replacing one that an earlier controller left; its readers keep the old one and can
     * {@linkplain TickChannelReader#isReplaced() see} that it is over. The whole file is touched here, so that publishing meets no page for
     * the first time.
     *
     * @param folder made, mode 0700, when missing; best on a file system in memory
     * @param tickRateHz ticks per second, for the heading
     * @param capacity bytes of history a slow reader may lag behind: a power of two, at least 1 MiB
     */
    public static TickPublisher open(Path folder, int tickRateHz, int capacity) throws IOException {
        if (capacity < 1024 * 1024 || Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException(
                    "a capacity of " + capacity + " is not a power of two of at least 1 MiB");
        }
        // What an earlier controller went by is not in force any more.
        Files.deleteIfExists(folder.resolve(SettingsInForce.FILE_NAME));
        int broadcast = capacity + BroadcastBufferDescriptor.TRAILER_LENGTH;
        ChannelHeading heading = new ChannelHeading(ProcessHandle.current().pid(), tickRateHz, Instant.now(), capacity);
        MappedByteBuffer mapping = MappedFile.create(folder, ChannelHeading.FILE_NAME,
                ChannelHeading.LENGTH + broadcast, heading::write);
        return new TickPublisher(mapping,
                new BroadcastTransmitter(new UnsafeBuffer(mapping, ChannelHeading.LENGTH, broadcast)));
    }

    /** Publishes one tick. */
    public void publish(TickInput in, TickOutput out) {
        int length = TickEncoder.encode(in, out, message, ChannelHeading.SEQUENCE_LENGTH);
        transmit(ChannelHeading.MESSAGE_TICK, length);
    }

    /**
     * Publishes the settings that the next tick goes by, in order with the ticks. Allocates (settings change seldom). The file for late
     * readers is {@link SettingsInForce#write(Path)}'s, which blocks and belongs on another thread.
     */
    public void publish(SettingsInForce settings) {
        byte[] text = settings.toml().getBytes(StandardCharsets.UTF_8);
        message.putLong(ChannelHeading.SEQUENCE_LENGTH, settings.revision(), ByteOrder.LITTLE_ENDIAN);
        message.putBytes(ChannelHeading.SEQUENCE_LENGTH + Long.BYTES, text);
        transmit(ChannelHeading.MESSAGE_SETTINGS, Long.BYTES + text.length);
    }

    private void transmit(int type, int length) {
        if (closed) {
            throw new IllegalStateException("the channel is closed");
        }
        message.putLong(0, sequence++, ByteOrder.LITTLE_ENDIAN);
        transmitter.transmit(type, message, 0, ChannelHeading.SEQUENCE_LENGTH + length);
    }

    /** Unmaps the file and leaves it: a reader may still be behind. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            IoUtil.unmap(mapping);
        }
    }
}
