package org.footlift.telemetry.channel;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * The layout of the file of requests.
 *
 * <pre>
 *   0  int64  magic, the bytes "FOOTASKS"        16  int64  process id of the controller
 *   8  int32  version                            64  int64  how often somebody asked for a stop
 *  12  int32  bytes of the ring, without trailer
 * 128  ring and trailer of Agrona's ManyToOneRingBuffer; in it, per message of type 1: int64 the sender's monotonic clock,
 *      nanoseconds, and int32 ordinal of Request
 * </pre>
 *
 * Numbers are little-endian, those of Agrona as this machine has them.
 */
final class RequestHeading {
    /** Name of the file in its folder. */
    static final String FILE_NAME = "requests";
    static final int LENGTH = 128;
    /** Where the count of stops stands, a cache line of its own: no queue can delay it. */
    static final int STOPS = 64;
    /** Room for a hundred requests. */
    static final int CAPACITY = 4_096;
    static final int FILE_LENGTH = LENGTH + CAPACITY + RingBufferDescriptor.TRAILER_LENGTH;
    static final int RING_LENGTH = FILE_LENGTH - LENGTH;

    static final int MESSAGE_REQUEST = 1;
    static final int MESSAGE_LENGTH = Long.BYTES + Integer.BYTES;

    private static final int VERSION = 1;
    private static final byte[] MAGIC = {'F', 'O', 'O', 'T', 'A', 'S', 'K', 'S'};

    private RequestHeading() {}

    static void write(AtomicBuffer file, long processId) {
        file.putBytes(0, MAGIC);
        file.putInt(8, VERSION, ByteOrder.LITTLE_ENDIAN);
        file.putInt(12, CAPACITY, ByteOrder.LITTLE_ENDIAN);
        file.putLong(16, processId, ByteOrder.LITTLE_ENDIAN);
    }

    /** The ring in the mapped file. */
    static ManyToOneRingBuffer ring(MappedByteBuffer file) {
        return new ManyToOneRingBuffer(new UnsafeBuffer(file, LENGTH, RING_LENGTH));
    }

    /** Refuses a file that this program cannot ask through. */
    static void check(DirectBuffer file, Path name) throws IOException {
        byte[] magic = new byte[MAGIC.length];
        file.getBytes(0, magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException(name + " is not Footlift's file of requests");
        }
        int version = file.getInt(8, ByteOrder.LITTLE_ENDIAN);
        if (version != VERSION || file.getInt(12, ByteOrder.LITTLE_ENDIAN) != CAPACITY) {
            throw new IOException(name + " has version " + version + ", this program writes version " + VERSION
                    + ". Ask with the same build of Footlift that runs.");
        }
    }
}
