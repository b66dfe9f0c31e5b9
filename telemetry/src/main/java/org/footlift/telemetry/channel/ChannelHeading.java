package org.footlift.telemetry.channel;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AtomicBuffer;

/**
 * The first {@link #LENGTH} bytes of a channel file: what a reader checks before it believes the rest.
 *
 * <pre>
 *   0  int64  magic, the bytes "FOOTLIFT"        24  int32  ticks per second
 *   8  int32  channel version                    28  int32  bytes of the broadcast buffer, without its trailer
 *  12  int32  tick layout version                32  int64  wall time of the start, milliseconds since 1970
 *  16  int64  process id of the controller       40  zero
 * 128  broadcast buffer and trailer of Agrona's BroadcastTransmitter; in it, per message: int64 sequence number from 0, then
 *      message type 1: a tick record; message type 2: int64 revision and the settings as UTF-8
 * </pre>
 *
 * @param processId process id of the controller that owns the channel
 * @param tickRateHz ticks per second
 * @param startedAt wall time at which the channel was made: a label, never used for control
 * @param capacity bytes of the broadcast buffer, a power of two
 */
public record ChannelHeading(long processId, int tickRateHz, Instant startedAt, int capacity) {
    /** Bytes of the heading. */
    public static final int LENGTH = 128;
    /** Version of heading and messages. */
    public static final int CHANNEL_VERSION = 1;
    /** Name of the channel file in its folder. */
    public static final String FILE_NAME = "ticks";

    static final int MESSAGE_TICK = 1;
    static final int MESSAGE_SETTINGS = 2;
    static final int SEQUENCE_LENGTH = Long.BYTES;

    private static final byte[] MAGIC = {'F', 'O', 'O', 'T', 'L', 'I', 'F', 'T'};

    void write(AtomicBuffer buffer) {
        buffer.putBytes(0, MAGIC);
        buffer.putInt(8, CHANNEL_VERSION, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(12, TickRecord.LAYOUT_VERSION, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(16, processId, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(24, tickRateHz, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(28, capacity, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(32, startedAt.toEpochMilli(), ByteOrder.LITTLE_ENDIAN);
    }

    /** Reads and checks the heading of {@code file}, whose {@link #LENGTH} first bytes are in {@code buffer}. */
    static ChannelHeading read(DirectBuffer buffer, Path file) throws IOException {
        byte[] magic = new byte[MAGIC.length];
        buffer.getBytes(0, magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException(file + " is not a Footlift channel");
        }
        requireVersion(file, "channel", buffer.getInt(8, ByteOrder.LITTLE_ENDIAN), CHANNEL_VERSION);
        requireVersion(file, "tick layout", buffer.getInt(12, ByteOrder.LITTLE_ENDIAN), TickRecord.LAYOUT_VERSION);
        return new ChannelHeading(buffer.getLong(16, ByteOrder.LITTLE_ENDIAN),
                buffer.getInt(24, ByteOrder.LITTLE_ENDIAN),
                Instant.ofEpochMilli(buffer.getLong(32, ByteOrder.LITTLE_ENDIAN)),
                buffer.getInt(28, ByteOrder.LITTLE_ENDIAN));
    }

    private static void requireVersion(Path file, String what, int found, int known) throws IOException {
        if (found != known) {
            throw new IOException(file + " has " + what + " version " + found + ", this program reads version " + known
                    + ". Run controller and reader from the same build of Footlift.");
        }
    }
}
