package org.footlift.sim.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionReplayTest {
    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @Test
    void anUntouchedSessionReplaysToTheSameBytes() throws Exception {
        SessionCheck.Verdict verdict = SessionCheck.of(HeelWalk.session(folder, out -> {}));
        assertTrue(verdict.same(), verdict::toString);
        assertEquals(1000, verdict.ticks());
        assertTrue(verdict.end().isEmpty() && verdict.damage().isEmpty() && verdict.cut().isEmpty(), verdict::toString);
    }

    @Test
    void aDecisionThatDiffersIsNamedByTickAndField() throws Exception {
        AtomicInteger tick = new AtomicInteger();
        SessionCheck.Verdict verdict = SessionCheck.of(HeelWalk.session(folder, out -> {
            if (tick.getAndIncrement() == 400) {
                out.strides += 7;
            }
        }));
        assertFalse(verdict.same());
        assertEquals(400, verdict.ticks());
        String found = verdict.difference().orElseThrow();
        assertTrue(found.matches("tick 400: strides: \\d+, now \\d+"), found);
    }

    @Test
    void aTickInWhichAnInternalErrorStoppedTheControllerEndsTheComparison() throws Exception {
        AtomicInteger tick = new AtomicInteger();
        SessionCheck.Verdict verdict = SessionCheck.of(HeelWalk.session(folder, out -> {
            if (tick.getAndIncrement() >= 400) {
                out.faults |= Fault.INTERNAL_ERROR.bit();
                out.mode = Mode.LATCHED;
            }
        }));
        assertTrue(verdict.same(), verdict::toString);
        assertEquals(400, verdict.ticks());
        assertEquals(Optional.of("tick 400, in which an internal error stopped the controller"), verdict.end());
    }

    @Test
    void aByteThatChangedOnDiskIsNamedByItsPlace() throws Exception {
        Path session = spoilt();
        SessionCheck.Verdict verdict = SessionCheck.of(session);
        assertTrue(
                verdict.damage().orElseThrow()
                        .matches("damaged from byte \\d+ (to byte \\d+|on, and all after it is lost): .*"),
                verdict::toString);
    }

    @Test
    void refusesToExportADamagedSessionAndWritesNothing() throws IOException {
        Path session = spoilt();
        Path out = folder.resolve("out");
        IOException e = assertThrows(IOException.class, () -> SessionExport.of(session, out));
        assertTrue(String.valueOf(e.getMessage()).startsWith("damaged from byte "), e::toString);
        assertTrue(Files.notExists(out));
    }

    @Test
    void anExportHoldsEverySampleAndTheControllersEvents() throws IOException {
        List<Path> written = SessionExport.of(HeelWalk.session(folder, out -> {}), folder.resolve("out"));
        assertEquals(1, written.size());
        Recording exported = RecordingReader.read(written.getFirst());
        Recording walked = HeelWalk.recording(10, true, t -> false);
        assertEquals(walked.sampleCount(), exported.sampleCount());
        for (int i = 0; i < walked.sampleCount(); i++) {
            assertEquals(walked.timeNs(i), exported.timeNs(i));
            assertEquals(walked.heelLoaded(i), exported.heelLoaded(i));
        }
        Path events = written.getFirst().resolveSibling(exported.header().stem() + EventsFile.SUFFIX);
        assertEquals(10, EventsFile.read(events).stream().filter(e -> e.trialType().equals("heel_off")).count());
    }

    private Path spoilt() throws IOException {
        Path session = HeelWalk.session(folder, out -> {});
        byte[] bytes = Files.readAllBytes(session);
        bytes[bytes.length - 500] ^= 1;
        return Files.write(session, bytes);
    }
}
