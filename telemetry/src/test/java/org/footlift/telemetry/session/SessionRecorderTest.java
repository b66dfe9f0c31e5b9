package org.footlift.telemetry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footlift.telemetry.Collected;
import org.footlift.telemetry.TickFixture;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickChannelReader;
import org.footlift.telemetry.channel.TickPublisher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionRecorderTest {
    private static final long SECOND_NS = 1_000_000_000L;

    private final TickFixture fixture = new TickFixture(31);
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private final List<String> published = new ArrayList<>();
    private Path channel;
    private Path file;
    private TickPublisher publisher;

    @BeforeEach
    void open(@TempDir Path temp) throws IOException {
        channel = temp.resolve("channel");
        file = temp.resolve("footlift-20261122T214500Z.wpilog");
        publisher = TickPublisher.open(channel, 200, 1024 * 1024);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    private void publish(int ticks) {
        for (int i = 0; i < ticks; i++) {
            fixture.next(in, out);
            published.add(TickFixture.content(in, out));
            publisher.publish(in, out);
        }
    }

    private Collected recorded() throws IOException {
        Collected got = new Collected();
        SessionReader.open(file).read(got);
        return got;
    }

    @Test
    void recordsEveryTickAndCompletesTheFile() throws IOException {
        try (SessionRecorder recorder = SessionRecorder.start(channel, file, SessionFixture.INFO)) {
            publish(500);
            assertEquals(Optional.empty(), recorder.problem());
        }
        assertEquals(published, recorded().ticks);
        assertEquals(Integrity.complete(), SessionReader.open(file).integrity());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void beginsWithTheSettingsOfTheFolderWhenTheyAreNewerThanTheCallers() throws IOException {
        SettingsInForce newer = new SettingsInForce(8, "[loop]\n");
        newer.write(channel);
        try (SessionRecorder recorder = SessionRecorder.start(channel, file, SessionFixture.INFO)) {
            publish(1);
            assertEquals(Optional.empty(), recorder.problem());
        }
        assertEquals(List.of(newer), recorded().settings);
    }

    @Test
    void aFileThatCannotBeCreatedIsAProblemAndNotAnException() {
        Path nowhere = file.resolveSibling("missing").resolve("a.wpilog");
        try (SessionRecorder recorder = SessionRecorder.start(channel, nowhere, SessionFixture.INFO)) {
            assertEquals(Optional.of("the recording " + nowhere + " ended: no file can be made there"),
                    recorder.problem());
        }
    }

    @Test
    void anErrorOfTheMachineEndsTheRecordingWithAProblemAndNothingElse() {
        OutputStream disk = new OutputStream() {
            @Override
            public void write(int value) {
                throw new InternalError("a fault in a memory access");
            }
        };
        SessionRecorder recorder = SessionRecorder.start(file, () -> recording(disk, () -> {}));
        publish(500);
        recorder.close();
        assertEquals(Optional.of("the recording " + file + " ended: a fault in a memory access"), recorder.problem());
    }

    @Test
    void anErrorWhileTheFileIsOpenedIsAProblemToo() {
        try (SessionRecorder recorder = SessionRecorder.start(file, () -> {
            throw new InternalError("no memory left");
        })) {
            assertEquals(Optional.of("the recording " + file + " ended: no memory left"), recorder.problem());
        }
    }

    @Test
    void aMissingChannelIsAProblemAndLeavesNoFile() {
        Path nowhere = file.resolveSibling("missing");
        try (SessionRecorder recorder = SessionRecorder.start(nowhere, file, SessionFixture.INFO)) {
            assertEquals("the recording " + file + " ended: no controller has a channel in " + nowhere
                    + ". Start one with: footlift run", recorder.problem().orElseThrow());
        }
        assertTrue(Files.notExists(file));
    }

    @Test
    void anExistingRecordingIsNeverOverwritten() throws IOException {
        Files.writeString(file, "precious");
        try (SessionRecorder recorder = SessionRecorder.start(channel, file, SessionFixture.INFO)) {
            assertEquals(Optional.of("the recording " + file + " ended: there is a file of that name already"),
                    recorder.problem());
        }
        assertEquals("precious", Files.readString(file));
    }

    @Test
    void everySecondAllThatCameIsMadeSafe() throws IOException {
        int[] syncs = {0};
        try (OutputStream disk = Files.newOutputStream(file);
                RecorderDuty recording = recording(disk, () -> syncs[0]++)) {
            publish(20);
            recording.doWork(SECOND_NS / 2);
            assertEquals(0, syncs[0]);
            recording.doWork(SECOND_NS);
            assertEquals(1, syncs[0]);
            assertEquals(published, recorded().ticks, "on the disk while the recording goes on");
            recording.doWork(3 * SECOND_NS);
            assertEquals(1, syncs[0], "nothing new, nothing to make safe");
        }
    }

    @Test
    void ticksThatWereLostAreMarkedAndSettingsThatWereLostAreLookedUp() throws IOException {
        SettingsInForce changed = new SettingsInForce(9, "[loop]\nrateHz = 200\n");
        try (OutputStream disk = Files.newOutputStream(file); RecorderDuty recording = recording(disk, () -> {})) {
            publish(3);
            recording.doWork(1);
            publisher.publish(changed);
            changed.write(channel);
            publish(20_000);
            recording.doWork(2);
            publish(4);
            recording.doWork(3);
        }
        Collected got = recorded();
        assertTrue(got.order.toString().startsWith("stttgst"), got.order.toString());
        long lost = got.gaps.getFirst().lostRecords();
        assertEquals(published.size() + 1, got.ticks.size() + lost, "ticks and one change of settings");
        assertEquals(List.of(SessionFixture.SETTINGS, changed), got.settings);
    }

    @Test
    void aChangeOfSettingsIsRecordedOnce() throws IOException {
        try (OutputStream disk = Files.newOutputStream(file); RecorderDuty recording = recording(disk, () -> {})) {
            publish(1);
            publisher.publish(SessionFixture.SETTINGS);
            publisher.publish(new SettingsInForce(4, "a = 1\n"));
            publish(1);
            recording.doWork(1);
        }
        assertEquals("stst", recorded().order.toString());
    }

    @Test
    void whereverTheDiskFillsUpTheRecordingEndsAndTheFileReadsToItsLastWholeTick() throws IOException {
        publish(1);
        int step = 997;
        for (int room = 0; room < 40 * step; room += step) {
            Files.deleteIfExists(file);
            int first = published.size() - 1;
            FillingDisk disk = new FillingDisk(Files.newOutputStream(file), room);
            RecorderDuty recording;
            try {
                recording = recording(disk, () -> {});
            } catch (IOException e) {
                disk.close();
                continue;
            }
            publish(300);
            IOException full = assertThrows(IOException.class, () -> {
                recording.doWork(1);
                recording.doWork(2 * SECOND_NS);
            });
            assertEquals("No space left on device", full.getMessage());
            disk.room = Integer.MAX_VALUE;
            assertThrows(IOException.class, recording::close, "room again does not make a file with a hole whole");
            List<String> got = recorded().ticks;
            assertEquals(published.subList(first, first + got.size()), got);
            assertTrue(SessionReader.open(file).integrity().state() == Integrity.State.CUT, "room for " + room);
        }
    }

    private RecorderDuty recording(OutputStream disk, RecorderDuty.Sync sync) throws IOException {
        TickChannelReader reader = TickChannelReader.open(channel);
        SessionWriter session = new SessionWriter(disk, SessionFixture.INFO);
        return new RecorderDuty(reader, channel, session, sync, SessionFixture.SETTINGS.revision(), 0);
    }

    /** Has room for so many bytes, then fails like a full disk, after the part that fitted. */
    private static final class FillingDisk extends OutputStream {
        private final OutputStream out;
        private int room;

        FillingDisk(OutputStream out, int room) {
            this.out = out;
            this.room = room;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[]{(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            int fits = Math.min(length, room);
            out.write(bytes, offset, fits);
            room -= fits;
            if (fits < length) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
