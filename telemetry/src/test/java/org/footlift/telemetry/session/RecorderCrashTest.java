package org.footlift.telemetry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footlift.crashdisk.CrashDisk;
import org.footlift.crashdisk.CrashImages;
import org.footlift.crashdisk.CrashImages.Prefixes;
import org.footlift.crashdisk.DiskFault;
import org.footlift.telemetry.Collected;
import org.footlift.telemetry.TickFixture;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.TickChannelReader;
import org.footlift.telemetry.channel.TickPublisher;
import org.footlift.telemetry.session.Integrity.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The recorder, as it is, on a disk that loses power at any moment and fails at any operation. */
class RecorderCrashTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int TICKS_A_SECOND = 8;

    private final TickFixture fixture = new TickFixture(41);
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private final List<String> published = new ArrayList<>();
    private CrashDisk disk = new CrashDisk();
    private Path file;
    private Path channel;
    private TickPublisher publisher;
    /** Place in {@link #published} of the first tick of the session, and ticks of it that a second and more ago made safe. */
    private int first;
    private int safe;
    private long states;
    private int lost;
    private int mistakenForWhole;

    @BeforeEach
    void open(@TempDir Path temp) throws IOException {
        channel = temp;
        publisher = TickPublisher.open(channel, 200, 1024 * 1024);
        useEmptyDisk();
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    private void useEmptyDisk() {
        disk = new CrashDisk();
        file = disk.path("/session.wpilog");
        first = Math.max(0, published.size() - 1); // a new reader begins with the latest tick
        safe = 0;
    }

    /** Records {@code seconds} and closes; throws what the recorder ends with. */
    private void record(int seconds) throws IOException {
        TickChannelReader reader = TickChannelReader.open(channel);
        try (RecorderDuty recording = RecorderDuty.create(reader, channel, file, SessionFixture.INFO, 0)) {
            for (int second = 1; second <= seconds; second++) {
                publish(TICKS_A_SECOND);
                recording.doWork(second * SECOND_NS - 1);
                recording.doWork(second * SECOND_NS);
                safe = published.size() - first;
            }
            publish(TICKS_A_SECOND / 2);
            recording.doWork(seconds * SECOND_NS + 1);
        }
        safe = published.size() - first;
    }

    private void publish(int ticks) {
        for (int i = 0; i < ticks; i++) {
            fixture.next(in, out);
            published.add(TickFixture.content(in, out));
            publisher.publish(in, out);
        }
    }

    private void crash(Prefixes prefixes) {
        states += CrashImages.of(disk, prefixes, image -> judge(image.path(file.toString())));
    }

    /** What is older than a second is there, exactly; what is not vouched for never makes a session look whole. */
    private void judge(Path image) {
        try {
            SessionReader session = SessionReader.open(image);
            Collected got = new Collected();
            session.read(got);
            List<String> all = published.subList(first, published.size());
            lost += got.ticks.size() >= safe && got.ticks.subList(0, safe).equals(all.subList(0, safe)) ? 0 : 1;
            boolean exact = got.ticks.size() <= all.size() && all.subList(0, got.ticks.size()).equals(got.ticks);
            mistakenForWhole += session.integrity().state() == State.COMPLETE && !exact ? 1 : 0;
        } catch (IOException e) {
            lost += safe > 0 ? 1 : 0;
        }
    }

    private void nothingIsLost() {
        System.out.println(
                "Recording, crash states: " + states + " tried, " + lost + " lost more than their last second, "
                        + mistakenForWhole + " taken for whole though they are not");
        assertTrue(states > 0);
        assertEquals(0, lost, "lost more than the last second");
        assertEquals(0, mistakenForWhole, "taken for whole");
    }

    @ParameterizedTest
    @EnumSource(Prefixes.class)
    void aLossOfPowerCostsAtMostTheLastSecond(Prefixes prefixes) throws IOException {
        disk.afterChange(() -> crash(prefixes));
        record(prefixes == Prefixes.EVERY_BYTE ? 2 : 5);
        crash(prefixes);
        nothingIsLost();
        assertEquals(State.COMPLETE, SessionReader.open(file).integrity().state());
    }

    @ParameterizedTest
    @EnumSource(DiskFault.Kind.class)
    void aDiskThatFailsAtAnyOperationCostsTheRecordingFromThenOnAndNothingBefore(DiskFault.Kind kind)
            throws IOException {
        for (boolean lasting : new boolean[]{false, true}) {
            boolean failed = true;
            for (int at = 1; failed || at < 10; at++) {
                useEmptyDisk();
                disk.fail(new DiskFault(at, kind, lasting));
                failed = fails(2);
                disk.fail(DiskFault.NONE);
                crash(Prefixes.SECTOR_EDGES);
                if (Files.exists(file)) {
                    judge(file);
                    State state = Sessions.summarize(file).integrity().state();
                    assertTrue(failed || state == State.COMPLETE, "not whole, and nobody complained");
                }
            }
        }
        nothingIsLost();
    }

    private boolean fails(int seconds) {
        try {
            record(seconds);
            return false;
        } catch (IOException e) {
            assertTrue(e.toString().contains("Input/output error") || e.toString().contains("No space left on device"),
                    e::toString);
            return true;
        }
    }

    @Test
    void afterAForceThatFailedNothingMoreIsWrittenToThatFile() throws IOException {
        RecorderDuty recording = RecorderDuty.create(TickChannelReader.open(channel), channel, file,
                SessionFixture.INFO, 0);
        publish(TICKS_A_SECOND);
        recording.doWork(SECOND_NS - 1);
        disk.fail(new DiskFault(2, DiskFault.Kind.INPUT_OUTPUT, false)); // the write of the second, then its force
        IOException failure = assertThrows(IOException.class,
                () -> recording.doWork(SECOND_NS));
        assertEquals(
                "the disk could not make it safe: /session.wpilog: Input/output error. Its last seconds may be missing",
                failure.getMessage());
        int operations = disk.operations();
        recording.close();
        assertEquals(operations, disk.operations());
        assertEquals(State.CUT, SessionReader.open(file).integrity().state());
    }

    @Test
    void aForceThatFailsAtTheEndIsAProblemToo() throws IOException {
        int operations = operationsOfAWholeRecording();
        useEmptyDisk();
        disk.fail(new DiskFault(operations, DiskFault.Kind.INPUT_OUTPUT, false));
        assertTrue(fails(1), "the last operation of a recording is the force at its end");
    }

    private int operationsOfAWholeRecording() throws IOException {
        record(1);
        return disk.operations();
    }

    @Test
    void theRecordersThreadEndsWithAProblemAndThrowsNothing() {
        disk.fail(new DiskFault(4, DiskFault.Kind.NO_SPACE, true));
        SessionRecorder recorder = SessionRecorder.start(channel, file, SessionFixture.INFO);
        publish(500);
        recorder.close();
        assertEquals(Optional.of("the recording /session.wpilog ended: No space left on device"), recorder.problem());
    }

    /** The tests above are worth something only when they find a recorder that forces nothing. */
    @Test
    void thisTestFindsARecorderThatForcesNothing() throws IOException {
        disk.ignoreForce();
        record(2);
        crash(Prefixes.SECTOR_EDGES);
        assertNotEquals(0, lost);
        assertFalse(states == lost, "some images have all that was written");
    }
}
