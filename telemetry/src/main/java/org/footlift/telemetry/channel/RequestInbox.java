package org.footlift.telemetry.channel;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.agrona.IoUtil;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.footlift.telemetry.Request;

/**
 * The controller's end of the way in: a memory-mapped ring, private to its user, into which other processes put requests, and beside it a
 * word for stop. Whoever writes there may be dead, late, wrong or hostile, so nothing is believed: what is no request, is older than a
 * second, has the stamp of another clock, or is the wearer's own to do (a test, unlocking the level) is refused and counted. A ring that
 * makes no sense is not read again; the stop word is. Not for the control thread: when somebody cuts the file short, the virtual machine
 * throws {@link InternalError} here. One thread at a time.
 */
public final class RequestInbox implements AutoCloseable {
    /** Takes what was asked. */
    @FunctionalInterface
    public interface Taker {
        /** One request that is recent and known, and may be asked from another process; never {@link Request#NONE}. */
        void take(Request request);
    }

    /** What somebody wanted a second ago is not what they want now. */
    static final long STALE_NS = 1_000_000_000;
    /** A sender that has put in half a message for so long is dead; those after it wait for it until then. */
    static final long DEAD_SENDER_NS = 500_000_000;
    private static final int POLL_LIMIT = 256;
    private static final Request[] ALL = Request.values();
    /** The wearer's own acts: no process can show that the wearer confirmed them. */
    private static final Set<Request> OF_THE_WEARER = EnumSet.of(Request.TEST, Request.UNLOCK_LEVEL);

    private final MappedByteBuffer mapping;
    private final UnsafeBuffer file;
    private final ManyToOneRingBuffer ring;
    private final MessageHandler handler = this::take;
    private long stopsSeen;
    private Taker taker = _ -> {};
    private long nowNs;
    private long waitsSinceNs;
    private boolean waits;
    private long refused;
    private volatile String problem = "";
    private boolean closed;

    private RequestInbox(MappedByteBuffer mapping) {
        this.mapping = mapping;
        file = new UnsafeBuffer(mapping);
        ring = RequestHeading.ring(mapping);
    }

    /** Makes a new file of requests in {@code folder}, replacing one that an earlier controller left, with whatever waits in that. */
    public static RequestInbox open(Path folder) throws IOException {
        return new RequestInbox(MappedFile.create(folder, RequestHeading.FILE_NAME, RequestHeading.FILE_LENGTH,
                file -> RequestHeading.write(file, ProcessHandle.current().pid())));
    }

    /** True when somebody has asked for a stop since the last call. */
    public boolean takeStop() {
        requireOpen();
        long stops = file.getLongVolatile(RequestHeading.STOPS);
        boolean asked = stops != stopsSeen;
        stopsSeen = stops;
        return asked;
    }

    /**
     * Hands over what was asked since the last call, in order.
     *
     * @param nowNs the machine's monotonic clock, {@link System#nanoTime()}
     * @param taker is called before this returns
     */
    public void poll(long nowNs, Taker taker) {
        requireOpen();
        if (!problem.isEmpty()) {
            return;
        }
        this.nowNs = nowNs;
        this.taker = taker;
        try {
            long wasAt = ring.consumerPosition();
            ring.read(handler, POLL_LIMIT);
            ring.read(handler, POLL_LIMIT); // one call ends where the ring does
            unblock(ring.consumerPosition() != wasAt);
        } catch (IndexOutOfBoundsException | IllegalArgumentException | IllegalStateException damaged) {
            problem = "what other processes wrote into the file of requests makes no sense";
        }
    }

    private void take(int type, MutableDirectBuffer buffer, int offset, int length) {
        Request request = type == RequestHeading.MESSAGE_REQUEST && length == RequestHeading.MESSAGE_LENGTH
                ? request(buffer, offset)
                : Request.NONE;
        if (request == Request.NONE || OF_THE_WEARER.contains(request)) {
            refused++;
        } else {
            taker.take(request);
        }
    }

    private Request request(MutableDirectBuffer buffer, int offset) {
        long ageNs = nowNs - buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN);
        int ordinal = buffer.getInt(offset + Long.BYTES, ByteOrder.LITTLE_ENDIAN);
        boolean recent = ageNs <= STALE_NS && ageNs >= -STALE_NS;
        return recent && ordinal >= 0 && ordinal < ALL.length ? ALL[ordinal] : Request.NONE;
    }

    /** Goes past half a message whose sender has died. */
    private void unblock(boolean moved) {
        if (moved || ring.size() == 0) {
            waits = false;
        } else if (!waits) {
            waits = true;
            waitsSinceNs = nowNs;
        } else if (nowNs - waitsSinceNs > DEAD_SENDER_NS) {
            waits = false;
            ring.unblock();
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the file of requests is closed");
        }
    }

    /** Messages that were refused. */
    public long refused() {
        return refused;
    }

    /** Why nothing is taken any more; empty while all is well. Any thread. */
    public String problem() {
        return problem;
    }

    /** Unmaps the file and leaves it. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            IoUtil.unmap(mapping);
        }
    }
}
