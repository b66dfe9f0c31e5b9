package org.footlift.telemetry.bids;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventsFileTest {
    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @Test
    void readsTheEventsOfALaboratory() {
        List<Event> events = EventsFile.read(Fixture.gait()
                .resolve("sub-gm1/motion/sub-gm1_task-walk_tracksys-imu_acq-left_run-1_events.tsv"));
        assertEquals(56, events.size());
        assertEquals(new Event(2.861, 0, "toe_off"), events.getFirst());
    }

    @Test
    void writesOnsetsWithThreeDecimalsOrMore() throws IOException {
        Path file = folder.resolve("a_events.tsv");
        EventsFile.write(file,
                List.of(new Event(1, 0, "heel_off"), new Event(1.00488, 0.325, "stimulation"),
                        new Event(1e-5, Double.NaN, "fault")),
                new EventsFile.Column("reason", List.of("n/a", "swing", "sensor stale")));
        assertEquals("""
                onset\tduration\ttrial_type\treason
                1.000\t0\theel_off\tn/a
                1.00488\t0.325\tstimulation\tswing
                0.000010\tn/a\tfault\tsensor stale
                """, Files.readString(file));
        assertEquals(3, EventsFile.read(file).size());
    }

    @Test
    void leavesNothingBehindWhenAnEventCannotBeWritten() {
        Path file = folder.resolve("a_events.tsv");
        List<Event> bad = List.of(new Event(1, 0, "heel\toff"));
        assertThrows(IllegalArgumentException.class, () -> EventsFile.write(file, bad));
        assertEquals(List.of(), Recordings.endingIn(folder, ""));
    }

    @Test
    void refusesABadOnset() throws IOException {
        refuses("onset\tduration\ttrial_type\n1.0\t0\ttoe_off\nsoon\t0\ttoe_off\n",
                ", line 3: 'soon' in column onset is not a number");
    }

    @Test
    void refusesANegativeDuration() throws IOException {
        refuses("onset\tduration\ttrial_type\n1.0\t-1\ttoe_off\n", ", line 2: duration is -1");
    }

    @Test
    void refusesACutLine() throws IOException {
        refuses("onset\tduration\ttrial_type\n1.0\t0\n", ", line 2: has 2 columns where the heading has 3");
    }

    @Test
    void refusesAFileWithoutHeading() throws IOException {
        refuses("1.0\t0\ttoe_off\n", ", line 1: must be a heading that names each of onset, duration, trial_type");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        refuses("", ", line 1: is empty");
    }

    @Test
    void refusesAMissingFile() {
        Path file = folder.resolve("none_events.tsv");
        BidsException e = assertThrows(BidsException.class, () -> EventsFile.read(file));
        assertTrue(e.getMessage().startsWith(file + ": there is no such file"), e.getMessage());
        assertFalse(Files.exists(file));
    }

    private void refuses(String text, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("bad_events.tsv"), text);
        BidsException e = assertThrows(BidsException.class, () -> EventsFile.read(file));
        assertTrue(e.getMessage().startsWith(file + problem), e.getMessage());
    }
}
