package org.footlift.fuzz;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.channel.RequestInbox;
import org.footlift.telemetry.channel.RequestSender;

/**
 * Whatever another process writes behind the heading of the file of requests, the controller takes requests from it or nothing, throws nothing,
 * and still hears a stop.
 */
class RequestFuzzTest {
    /** Where the ring begins in the file. */
    private static final int RING = 128;
    /** The stamp of the requests in the seeds, nanoseconds. */
    private static final long NOW_NS = 1_000_000_000_000L;

    @FuzzTest
    void ring(byte[] data) throws IOException {
        Path folder = Files.createTempDirectory("footlift-fuzz");
        Path file = folder.resolve("requests");
        try (RequestInbox inbox = RequestInbox.open(folder); RequestSender sender = RequestSender.open(folder)) {
            try (FileChannel written = FileChannel.open(file, StandardOpenOption.WRITE)) {
                int room = (int) Math.min(data.length, written.size() - RING);
                written.write(ByteBuffer.wrap(data, 0, room), RING);
            }
            for (int poll = 0; poll < 3; poll++) { // the later ones go past a sender that seems to have died
                inbox.poll(NOW_NS + poll * 400_000_000L, request -> assertNotEquals(Request.NONE, request));
            }
            sender.stop();
            assertTrue(inbox.takeStop());
        } finally {
            Files.delete(file);
            Files.delete(folder);
        }
    }
}
