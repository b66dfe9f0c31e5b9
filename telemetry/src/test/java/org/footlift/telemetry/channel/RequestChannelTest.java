package org.footlift.telemetry.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.footlift.telemetry.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The way in, in made-up time, with the senders of other processes and with ones that do not keep to the rules. */
class RequestChannelTest {
    private static final long NOW_NS = 77_000_000_000L;
    private static final int RING = RequestHeading.RING_LENGTH;

    private final List<Request> taken = new ArrayList<>();
    private Path folder;
    private RequestInbox inbox;
    private RequestSender sender;

    @BeforeEach
    void open(@TempDir Path temp) throws IOException {
        folder = temp.resolve("channel");
        inbox = RequestInbox.open(folder);
        sender = RequestSender.open(folder);
    }

    @AfterEach
    void close() {
        sender.close();
        inbox.close();
    }

    private List<Request> poll(long nowNs) {
        taken.clear();
        inbox.poll(nowNs, taken::add);
        return taken;
    }

    /** The file as somebody sees it who keeps to no rule. */
    private UnsafeBuffer raw() throws IOException {
        try (FileChannel file = FileChannel.open(folder.resolve("requests"), StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            return new UnsafeBuffer(file.map(FileChannel.MapMode.READ_WRITE, 0, RequestHeading.FILE_LENGTH));
        }
    }

    private ManyToOneRingBuffer rawRing() throws IOException {
        return new ManyToOneRingBuffer(new UnsafeBuffer(raw(), RequestHeading.LENGTH, RING));
    }

    @Test
    void whatIsAskedArrivesOnceAndInOrder() {
        for (Request request : List.of(Request.PAUSE, Request.START, Request.LEVEL_DOWN)) {
            assertTrue(sender.send(request, NOW_NS));
        }
        assertEquals(List.of(Request.PAUSE, Request.START, Request.LEVEL_DOWN), poll(NOW_NS));
        assertEquals(List.of(), poll(NOW_NS));
    }

    @Test
    void goesRoundTheRingManyTimes() {
        for (int i = 0; i < 1_000; i++) {
            assertTrue(sender.send(Request.LEVEL_UP, NOW_NS));
            assertEquals(List.of(Request.LEVEL_UP), poll(NOW_NS));
        }
        assertEquals("", inbox.problem());
    }

    @Test
    void aStopArrivesOnceThoughTheRingIsFull() {
        int sent = 0;
        while (sender.send(Request.LEVEL_UP, NOW_NS)) {
            sent++;
        }
        assertTrue(sent >= 100, "room for " + sent);
        assertFalse(inbox.takeStop());
        sender.stop();
        assertTrue(inbox.takeStop());
        assertFalse(inbox.takeStop());
        assertEquals(sent, poll(NOW_NS).size());
    }

    @Test
    void whatWasAskedOverASecondAgoOrOnAnotherClockIsRefused() {
        sender.send(Request.START, NOW_NS - RequestInbox.STALE_NS - 1);
        sender.send(Request.START, NOW_NS + RequestInbox.STALE_NS + 1);
        sender.send(Request.START, 0);
        sender.send(Request.PAUSE, NOW_NS - RequestInbox.STALE_NS);
        assertEquals(List.of(Request.PAUSE), poll(NOW_NS));
        assertEquals(3, inbox.refused());
    }

    @Test
    void whatOnlyTheWearerMayDoIsRefused() {
        sender.send(Request.UNLOCK_LEVEL, NOW_NS);
        sender.send(Request.TEST, NOW_NS);
        assertEquals(List.of(), poll(NOW_NS));
        assertEquals(2, inbox.refused());
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        ManyToOneRingBuffer ring = rawRing();
        UnsafeBuffer message = new UnsafeBuffer(new byte[64]);
        message.putLong(0, NOW_NS, ByteOrder.LITTLE_ENDIAN);
        for (int ordinal : new int[]{Request.NONE.ordinal(), -1, Request.values().length, Integer.MAX_VALUE}) {
            message.putInt(Long.BYTES, ordinal, ByteOrder.LITTLE_ENDIAN);
            ring.write(RequestHeading.MESSAGE_REQUEST, message, 0, RequestHeading.MESSAGE_LENGTH);
        }
        message.putInt(Long.BYTES, Request.START.ordinal(), ByteOrder.LITTLE_ENDIAN);
        ring.write(RequestHeading.MESSAGE_REQUEST + 1, message, 0, RequestHeading.MESSAGE_LENGTH);
        ring.write(RequestHeading.MESSAGE_REQUEST, message, 0, RequestHeading.MESSAGE_LENGTH - 1);
        ring.write(RequestHeading.MESSAGE_REQUEST, message, 0, RequestHeading.MESSAGE_LENGTH + 1);
        ring.write(RequestHeading.MESSAGE_REQUEST, message, 0, 0);
        assertEquals(List.of(), poll(NOW_NS));
        assertEquals(8, inbox.refused());
        assertEquals("", inbox.problem());
    }

    @Test
    void aSenderThatDiedInMidMessageHoldsUpTheOthersForHalfASecond() throws IOException {
        rawRing().tryClaim(RequestHeading.MESSAGE_REQUEST, RequestHeading.MESSAGE_LENGTH);
        sender.send(Request.PAUSE, NOW_NS);
        assertEquals(List.of(), poll(NOW_NS));
        assertEquals(List.of(), poll(NOW_NS + RequestInbox.DEAD_SENDER_NS));
        assertEquals(List.of(), poll(NOW_NS + RequestInbox.DEAD_SENDER_NS + 1));
        assertEquals(List.of(Request.PAUSE), poll(NOW_NS + RequestInbox.DEAD_SENDER_NS + 1));
    }

    @Test
    void aRingFullOfNonsenseDeliversNothingElseThanRequestsAndStopStillWorks() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            try (RequestInbox fresh = RequestInbox.open(folder)) {
                UnsafeBuffer file = raw();
                byte[] nonsense = new byte[RING];
                random.nextBytes(nonsense);
                // Not only nonsense: somewhere in it a field or two that are right.
                int from = random.nextInt(RING);
                file.putBytes(RequestHeading.LENGTH + from, nonsense, from, random.nextInt(RING - from) + 1);
                for (int poll = 0; poll < 3; poll++) {
                    fresh.poll(NOW_NS + poll * RequestInbox.STALE_NS, request -> assertFalse(request == Request.NONE));
                }
                assertFalse(fresh.takeStop());
                file.getAndAddLong(RequestHeading.STOPS, 1);
                assertTrue(fresh.takeStop());
            }
        }
    }

    @Test
    void aDamagedRingIsNotReadAgainAndSaysSo() throws IOException {
        UnsafeBuffer file = raw();
        file.putInt(RequestHeading.LENGTH, Integer.MAX_VALUE); // the length of the first message
        assertEquals(List.of(), poll(NOW_NS));
        assertEquals("what other processes wrote into the file of requests makes no sense", inbox.problem());
        sender.send(Request.START, NOW_NS);
        assertEquals(List.of(), poll(NOW_NS));
    }

    @Test
    void aNewControllerDoesNotHearWhatTheOldOneWasAsked() throws IOException {
        sender.send(Request.START, NOW_NS);
        sender.stop();
        try (RequestInbox next = RequestInbox.open(folder)) {
            assertFalse(next.takeStop());
            next.poll(NOW_NS, taken::add);
            assertEquals(List.of(), taken);
        }
    }

    @Test
    void onlyItsUserMayAsk() throws IOException {
        assertEquals("rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("requests"))));
    }

    @Test
    void withoutAControllerOrWithAnotherVersionItSaysWhatToDo(@TempDir Path empty) throws IOException {
        assertTrue(String.valueOf(assertThrows(IOException.class, () -> RequestSender.open(empty)).getMessage())
                .endsWith("Start one with: footlift run"));
        raw().putInt(8, 2, ByteOrder.LITTLE_ENDIAN);
        assertTrue(String.valueOf(assertThrows(IOException.class, () -> RequestSender.open(folder)).getMessage())
                .endsWith("has version 2, this program writes version 1."
                        + " Ask with the same build of Footlift that runs."));
        raw().putInt(0, 0);
        assertTrue(String.valueOf(assertThrows(IOException.class, () -> RequestSender.open(folder)).getMessage())
                .endsWith("is not Footlift's file of requests"));
        Files.write(folder.resolve("requests"), new byte[10]);
        assertTrue(String.valueOf(assertThrows(IOException.class, () -> RequestSender.open(folder)).getMessage())
                .endsWith("is not Footlift's file of requests"));
    }
}
