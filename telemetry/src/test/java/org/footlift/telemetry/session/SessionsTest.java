package org.footlift.telemetry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionsTest {
    @Test
    void aSummaryTellsDurationStridesBurstsAndFaults(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("a.wpilog");
        TickInput in = new TickInput();
        TickOutput out = new TickOutput();
        try (SessionWriter writer = SessionWriter.create(file, SessionFixture.INFO)) {
            out.strides = 5;
            for (int i = 0; i < 401; i++) {
                in.timeNs = 7_000_000_000L + i * 5_000_000L;
                out.strides = 5 + i / 200;
                out.bursts = i / 100;
                out.faults = i == 30 ? Fault.SENSOR_STALE.bit() : i == 50 ? Fault.ELECTRODE.bit() : 0;
                writer.write(in, out);
            }
        }
        SessionSummary summary = Sessions.list(folder).getFirst();
        assertEquals(file, summary.file());
        assertEquals(Optional.of(SessionFixture.INFO.startedAt()), summary.startedAt());
        assertEquals(Optional.of(SessionFixture.INFO.build()), summary.build());
        assertEquals(Duration.ofSeconds(2), summary.duration());
        assertEquals(401, summary.ticks());
        assertEquals(2, summary.strides());
        assertEquals(4, summary.bursts());
        assertEquals(EnumSet.of(Fault.ELECTRODE, Fault.SENSOR_STALE), summary.faults());
        assertEquals(Integrity.complete(), summary.integrity());
    }

    @Test
    void cutDamagedAndForeignFilesAreInTheListWithTheReason(@TempDir Path folder) throws IOException {
        byte[] whole = SessionFixture.of(41, 600).bytes.toByteArray();
        Files.write(folder.resolve("1-complete.wpilog"), whole);
        Files.write(folder.resolve("2-cut.wpilog"), Arrays.copyOf(whole, whole.length - 5));
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;
        Files.write(folder.resolve("3-damaged.wpilog"), damaged);
        Files.writeString(folder.resolve("4-foreign.wpilog"), "hello, world");
        Files.writeString(folder.resolve("notes.txt"), "not listed");
        List<SessionSummary> list = Sessions.list(folder);
        assertEquals(List.of(Integrity.State.COMPLETE, Integrity.State.CUT, Integrity.State.DAMAGED,
                Integrity.State.UNREADABLE), list.stream().map(summary -> summary.integrity().state()).toList());
        assertEquals(600, list.get(0).ticks());
        assertEquals(600, list.get(1).ticks());
        assertTrue(list.get(2).ticks() >= 200, "the seconds before the damage");
        assertEquals(1, list.get(2).gaps());
        assertTrue(list.get(3).integrity().explanation().endsWith("it does not begin with WPILOG"));
    }

    @Test
    void aMissingFolderIsAnError(@TempDir Path folder) {
        assertThrows(NoSuchFileException.class, () -> Sessions.list(folder.resolve("missing")));
    }
}
