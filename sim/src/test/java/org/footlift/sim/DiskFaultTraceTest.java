package org.footlift.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.zip.CRC32C;

import org.agrona.concurrent.UnsafeBuffer;
import org.footlift.config.Settings;
import org.footlift.config.SettingsWriter;
import org.footlift.controller.Controller;
import org.footlift.controller.loop.ControlLoop;
import org.footlift.controller.loop.Requests;
import org.footlift.crashdisk.CrashDisk;
import org.footlift.crashdisk.DiskFault;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickEncoder;
import org.footlift.telemetry.channel.TickPublisher;
import org.footlift.telemetry.channel.TickRecord;
import org.footlift.telemetry.session.SessionInfo;
import org.footlift.telemetry.session.SessionRecorder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever the disk of a recording does, every byte that goes in and out of every tick is the same, every pulse among them. */
class DiskFaultTraceTest {
    private static final Settings SETTINGS = Settings.DEFAULT;
    private static final long WALK_NS = 20_000_000_000L;
    private static final int OPERATIONS = 12;

    private Path channel;
    private TickPublisher publisher;
    private int pulses;

    @BeforeEach
    void open(@TempDir Path emptyFolder) throws IOException {
        channel = emptyFolder;
        publisher = TickPublisher.open(channel, SETTINGS.loop().rateHz(), 1024 * 1024);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    @ParameterizedTest
    @EnumSource(DiskFault.Kind.class)
    void aDiskThatFailsLeavesThePulseTraceAsItIs(DiskFault.Kind kind) throws Exception {
        long expected = walk();
        assertTrue(pulses > 200, "it stimulated");
        int problems = 0;
        for (int at = 1; at <= OPERATIONS; at++) {
            CrashDisk disk = new CrashDisk();
            disk.fail(new DiskFault(at, kind, true));
            SessionRecorder recorder = recorder(disk);
            assertEquals(expected, walk(), "operation " + at + " fails");
            recorder.close();
            problems += recorder.problem().isPresent() ? 1 : 0;
        }
        assertTrue(problems >= 3, "the recordings failed, " + problems + " of them");
    }

    @Test
    void aDiskThatHangsLeavesThePulseTraceAsItIs() throws Exception {
        long expected = walk();
        CountDownLatch over = new CountDownLatch(1);
        CrashDisk disk = new CrashDisk();
        SessionRecorder recorder = recorder(disk);
        disk.afterChange(() -> await(over));
        assertEquals(expected, walk());
        over.countDown();
        recorder.close();
    }

    private SessionRecorder recorder(CrashDisk disk) {
        return SessionRecorder.start(channel, disk.path("/session.wpilog"), new SessionInfo("test", Instant.EPOCH,
                SETTINGS.loop().rateHz(), List.of("dorsiflexion", "eversion"),
                new SettingsInForce(0, SettingsWriter.write(SETTINGS))));
    }

    /** Walks in stepped time, publishing to whoever records; the checksum over all ticks. */
    private long walk() throws Exception {
        Map<String, String> options = SimOptions.from(SETTINGS);
        HardwareRequest request = new HardwareRequest(List.of(new HardwareRequest.Imu(ImuSite.FOOT, 100)), true, 1,
                options);
        VirtualHardware hardware = VirtualHardware.stepped(request, SimOptions.parse(options), new SteppedTime());
        Requests requests = new Requests();
        UnsafeBuffer record = new UnsafeBuffer(new byte[TickRecord.MAX_LENGTH]);
        CRC32C trace = new CRC32C();
        pulses = 0;
        ControlLoop loop = new ControlLoop(new Controller(SETTINGS), hardware, (in, out) -> {
            publisher.publish(in, out);
            int length = TickEncoder.encode(in, out, record, 0);
            trace.update(record.byteArray(), 0, length);
            pulses += out.pulses[0].amplitudeUa > 0 ? 1 : 0;
            if (in.tick == SETTINGS.loop().rateHz()) {
                requests.offer(Request.START);
            }
        }, requests, SETTINGS.loop().periodNs(), WALK_NS);
        loop.run();
        assertNull(loop.failure());
        hardware.close();
        return trace.getValue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
