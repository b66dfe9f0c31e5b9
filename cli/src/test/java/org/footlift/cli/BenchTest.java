package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** How the figures are reckoned; what this machine reaches is not judged. */
class BenchTest {
    private static final long MS = 1_000_000;

    private int published;
    private final PulseDelays delays = new PulseDelays(10, (in, out) -> published++);
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();

    private void tick(long timeNs, boolean pulse) {
        in.timeNs = timeNs;
        in.sensors.clear();
        out.pulses[0].amplitudeUa = pulse ? 20_000 : 0;
        out.pulses[0].pulseWidthUs = pulse ? 250 : 0;
        delays.publish(in, out);
    }

    private void sample(long timeNs) {
        in.sensors.clear();
        in.sensors.addImu().timeNs = timeNs;
        out.pulses[0].clear();
        delays.publish(in, out);
    }

    @Test
    void anArrivalBelongsToTheNewestTickBeforeItThatAskedForAPulse() {
        sample(2 * MS);
        tick(5 * MS, true);
        tick(10 * MS, false);
        sample(28 * MS);
        tick(30 * MS, true);
        delays.arrived(6 * MS);
        delays.arrived(33 * MS);
        assertEquals(new PulseDelays.Delay(3 * MS, 5 * MS), delays.at(99));
        assertEquals(new PulseDelays.Delay(MS, 4 * MS), delays.at(50));
        assertEquals(5, published, "every tick goes on to the channel");
    }

    @Test
    void aPulseThatWasDroppedOnItsWayIsNotCounted() {
        tick(5 * MS, true);
        tick(30 * MS, true);
        delays.arrived(31 * MS);
        assertEquals(MS, delays.at(99).fromTickNs());
    }

    @Test
    void anArrivalBeforeAnyTickIsNobodysAndWithoutAnArrivalThereIsNoFigure() {
        delays.arrived(MS);
        tick(5 * MS, true);
        assertEquals(new PulseDelays.Delay(-1, -1), delays.at(99));
    }

    @Test
    void readsThePercentilesOfCyclictestsHistogram() {
        List<String> lines = List.of("# /dev/cpu_dma_latency set to 0us", "# Histogram", "000019 000001",
                "000020 000050", "000021 000048", "000300 000001", "# Min Latencies: 00019",
                "# Histogram Overflows: 00000");
        assertEquals(Optional.of(new CyclicTest.Latency(20, 21)), CyclicTest.read(lines));
    }

    @Test
    void whatWasLaterThanTheLastBucketOfCyclictestCountsAsLate() {
        List<String> lines = List.of("000019 000050", "# Histogram Overflows: 00050");
        assertEquals(Optional.of(new CyclicTest.Latency(19, 20_000)), CyclicTest.read(lines));
    }

    @Test
    void aCyclictestThatWasNotPermittedGivesNoFigure() {
        assertEquals(Optional.empty(), CyclicTest.read(List.of("FATAL: Unable to change scheduling policy!")));
    }

    @Test
    void readsTheLongestPauseFromTheVirtualMachinesLog() {
        List<String> lines = List.of("[0.004s] Using Serial",
                "[1.220s] GC(0) Pause Young (Allocation Failure) 18M->3M(61M) 7.092ms",
                "[9.220s] GC(1) Pause Young (Allocation Failure) 20M->3M(61M) 2.500ms");
        assertEquals(7.092, PauseLog.longestMs(lines).orElseThrow());
        assertEquals(0, PauseLog.longestMs(List.of()).orElseThrow(), "none at all");
    }

    @Test
    void aCollectionIsSeenInTheLogOfThisVirtualMachine(@TempDir Path folder) throws IOException {
        PauseLog log = PauseLog.begin(folder.resolve("gc.log"));
        System.gc();
        assertTrue(log.longestMs().orElseThrow() > 0);
    }

    @Test
    void readsResidentMemoryWhereTheSystemSaysIt(@TempDir Path folder) throws IOException {
        Path status = Files.writeString(folder.resolve("status"), "VmPeak:\t  900000 kB\nVmRSS:\t  103688 kB\n");
        assertEquals(101.3, BenchRun.residentMb(status));
        assertNull(BenchRun.residentMb(folder.resolve("none")));
    }

    @Test
    void theTableSaysWhatWasNotMeasured() {
        String text = new BenchFigures(250L, null, 0.0, 1.6, null, null, null, null, null, 2.5, 1_200L, 99.5).text();
        assertEquals(12, text.lines().count());
        assertTrue(text.contains("tick, p50                              250 ns"), text);
        assertTrue(text.contains("cyclictest beside it, p50              not measured"), text);
        assertTrue(text.contains("longest garbage collection             2.5 ms"), text);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void measuresAndPrintsOneJsonObject() throws IOException {
        Command bench = Command.run("bench", "--for", "7s", "--json").succeeds();
        assertEquals(1, bench.outLines().size(), bench::out);
        JsonNode figures = new ObjectMapper().readTree(bench.out());
        List<String> keys = new ArrayList<>();
        figures.fieldNames().forEachRemaining(keys::add);
        assertEquals(List.of("tickNsP50", "tickNsP999", "bytesPerTick", "wakeUsP50", "wakeUsP99", "cyclictestUsP50",
                "cyclictestUsP99", "tickToPulseUsP99", "sampleToPulseUsP99", "gcPauseMsMax", "startToArmedMs",
                "rssMb"), keys);
        for (String measured : List.of("tickNsP50", "wakeUsP99", "tickToPulseUsP99", "startToArmedMs", "rssMb")) {
            assertTrue(figures.get(measured).asDouble() > 0, figures::toString);
        }
    }
}
