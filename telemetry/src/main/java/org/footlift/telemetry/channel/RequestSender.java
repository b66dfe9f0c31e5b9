package org.footlift.telemetry.channel;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.footlift.telemetry.Request;

/**
 * Another process's end of the way in: asks the controller that runs in a folder. A request is a proposal; what came of it is in the ticks.
 * One thread at a time; several processes may ask at once.
 */
public final class RequestSender implements AutoCloseable {
    private final MappedByteBuffer mapping;
    private final UnsafeBuffer file;
    private final ManyToOneRingBuffer ring;
    private final UnsafeBuffer message = new UnsafeBuffer(new byte[RequestHeading.MESSAGE_LENGTH]);
    private boolean closed;

    private RequestSender(MappedByteBuffer mapping) {
        this.mapping = mapping;
        file = new UnsafeBuffer(mapping);
        ring = RequestHeading.ring(mapping);
    }

    /**
     * Opens the way to the controller in {@code folder}.
     *
     * @throws IOException when there is none, or it is of another version; the message says what to do
     */
    public static RequestSender open(Path folder) throws IOException {
        Path name = folder.resolve(RequestHeading.FILE_NAME);
        try (FileChannel channel = FileChannel.open(name, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() != RequestHeading.FILE_LENGTH) {
                throw new IOException(name + " is not Footlift's file of requests");
            }
            MappedByteBuffer mapping = channel.map(FileChannel.MapMode.READ_WRITE, 0, RequestHeading.FILE_LENGTH);
            try {
                RequestHeading.check(new UnsafeBuffer(mapping), name);
                return new RequestSender(mapping);
            } catch (IOException e) {
                IoUtil.unmap(mapping);
                throw e;
            }
        } catch (NoSuchFileException e) {
            throw new IOException("no controller takes requests in " + folder + ". Start one with: footlift run", e);
        }
    }

    /**
     * Asks for {@code request}.
     *
     * @param nowNs this machine's monotonic clock, {@link System#nanoTime()}
     * @return false when there is no room, because somebody floods the controller or it has stopped taking requests
     */
    public boolean send(Request request, long nowNs) {
        requireOpen();
        if (request == Request.NONE) {
            throw new IllegalArgumentException("nothing is asked");
        }
        message.putLong(0, nowNs, ByteOrder.LITTLE_ENDIAN);
        message.putInt(Long.BYTES, request.ordinal(), ByteOrder.LITTLE_ENDIAN);
        return ring.write(RequestHeading.MESSAGE_REQUEST, message, 0, RequestHeading.MESSAGE_LENGTH);
    }

    /** Asks for a stop, which no other request can hold up. */
    public void stop() {
        requireOpen();
        file.getAndAddLong(RequestHeading.STOPS, 1);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the file of requests is closed");
        }
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
