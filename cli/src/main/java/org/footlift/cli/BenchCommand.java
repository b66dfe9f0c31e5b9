package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The performance figures of this machine. */
@Command(name = "bench", description = {
        "Measure this machine: cost of a tick, wake-up latency beside cyclictest, delay to the stimulator's port, garbage collection, start-up, memory.",
        "Runs the virtual wearer with an emulated stimulator; a stimulator that is connected is not touched."}, mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @Option(names = "--for", paramLabel = "TIME", description = "Measure for this long (default: ${DEFAULT-VALUE}). Under 10s most figures are missing.", converter = DurationText.class, defaultValue = "10m")
    private Duration duration = Duration.ofMinutes(10);

    @Option(names = "--json", description = "Print the figures as one JSON object; null for what was not measured.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        try (EndOnSignal signal = EndOnSignal.watch()) {
            Path folder = Files.createTempDirectory("footlift-bench");
            try {
                System.err.println("Measuring for " + duration.toSeconds() + " s ...");
                BenchFigures figures = new BenchRun(folder, duration, signal,
                        line -> System.err.println("footlift: " + line)).measure(StartTime.medianMs(folder));
                System.out.println(json ? JsonText.of(figures) : figures.text());
                return signal.ended(Footlift.OK);
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new Refusal("cannot measure: " + Reason.of(e));
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        }
    }
}
