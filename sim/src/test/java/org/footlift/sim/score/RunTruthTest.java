package org.footlift.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.MotionBidsWriter;
import org.footlift.telemetry.bids.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTruthTest {
    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @Test
    void knowsWhoseRunItIs() throws IOException {
        Files.writeString(folder.resolve("participants.tsv"), "participant_id\tgroup\nsub-agP3\themiparetic\n");
        RunTruth truth = read("sub-agP3_task-treadmill_run-1");
        assertEquals("sub-agP3", truth.person());
        assertEquals("ag", truth.set());
        assertEquals("hemiparetic", truth.group());
    }

    @Test
    void refusesAPersonWithoutGroup() throws IOException {
        Files.writeString(folder.resolve("participants.tsv"), "participant_id\tgroup\nsub-agP3\themiparetic\n");
        BidsException e = assertThrows(BidsException.class, () -> read("sub-agP4_task-treadmill_run-1"));
        assertTrue(e.getMessage().contains("does not list sub-agP4"), e.getMessage());
    }

    @Test
    void refusesARecordingWithoutParticipantsAboveIt() {
        BidsException e = assertThrows(BidsException.class, () -> read("sub-agP4_task-treadmill_run-1"));
        assertTrue(e.getMessage().contains("no folder above it holds participants.tsv"), e.getMessage());
    }

    @Test
    void refusesARecordingThatDoesNotSayWhoseItIs() {
        BidsException e = assertThrows(BidsException.class, () -> read("monday"));
        assertTrue(e.getMessage().contains("does not say whose it is"), e.getMessage());
    }

    @Test
    void aRecordingWithoutLabelsIsNotKnown() {
        Recording recording = Walk.recording("sub-xx1_walk", 3);
        MotionBidsWriter.write(folder, recording, "walk", List.of());
        Path motion = folder.resolve("sub-xx1_walk_motion.tsv");
        assertFalse(RunTruth.isKnownFor(motion));
        EventsFile.write(folder.resolve("sub-xx1_walk_events.tsv"), List.of());
        assertFalse(RunTruth.isKnownFor(motion), "a heading alone is no label");
        BidsException e = assertThrows(BidsException.class, () -> RunTruth.read(motion, recording));
        assertTrue(e.getMessage().contains("holds no label"), e.getMessage());
        EventsFile.write(folder.resolve("sub-xx1_walk_events.tsv"), Walk.labels(1, 1));
        assertTrue(RunTruth.isKnownFor(motion));
    }

    private RunTruth read(String stem) {
        Recording recording = Walk.recording(stem, 3);
        MotionBidsWriter.write(folder, recording, "walk", Walk.labels(1, 1));
        return RunTruth.read(folder.resolve(stem + "_motion.tsv"), recording);
    }
}
