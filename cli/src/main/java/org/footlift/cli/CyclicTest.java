package org.footlift.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The measurement of wake-up latency that everybody knows, by the program {@code cyclictest} (Debian package rt-tests) beside our own. */
final class CyclicTest implements AutoCloseable {
    private static final int LARGEST_US = 20_000;
    private static final long PATIENCE_S = 5;
    private static final Pattern BUCKET = Pattern.compile("(\\d{6,})\\s+(\\d+)");
    private static final Pattern OVERFLOWS = Pattern.compile("# Histogram Overflows:\\s*(\\d+)");

    /** How late it woke, microseconds. */
    record Latency(long usP50, long usP99) {}

    private final @Nullable Process process;

    private CyclicTest(@Nullable Process process) {
        this.process = process;
    }

    /** Starts it for {@code seconds}; nothing happens where it is not installed. A priority of 0 is the ordinary scheduling. */
    static CyclicTest start(long seconds, long periodUs, int priority) {
        List<String> command = new ArrayList<>(List.of("cyclictest", "--quiet", "--threads=1",
                "--interval=" + periodUs, "--duration=" + seconds, "--histogram=" + LARGEST_US));
        if (priority > 0) {
            command.addAll(List.of("--mlockall", "--priority=" + priority));
        }
        try {
            return new CyclicTest(new ProcessBuilder(command).redirectErrorStream(true).start());
        } catch (IOException notInstalled) {
            return new CyclicTest(null);
        }
    }

    /** Waits for its end; empty when it is not installed or was not permitted. */
    Optional<Latency> latency() throws IOException, InterruptedException {
        if (process == null) {
            return Optional.empty();
        }
        try (BufferedReader out = process.inputReader()) {
            List<String> lines = out.lines().toList();
            return process.waitFor(PATIENCE_S, TimeUnit.SECONDS) && process.exitValue() == 0
                    ? read(lines)
                    : Optional.empty();
        }
    }

    /** Percentiles of the histogram that it prints; what was later than its last bucket counts as just later. */
    static Optional<Latency> read(List<String> lines) {
        Map<Long, Long> countByUs = new TreeMap<>();
        long all = 0;
        for (String line : lines) {
            Matcher bucket = BUCKET.matcher(line);
            Matcher overflows = OVERFLOWS.matcher(line);
            if (bucket.matches()) {
                countByUs.put(Long.parseLong(bucket.group(1)), Long.parseLong(bucket.group(2)));
                all += Long.parseLong(bucket.group(2));
            } else if (overflows.lookingAt()) {
                countByUs.put((long) LARGEST_US, Long.parseLong(overflows.group(1)));
                all += Long.parseLong(overflows.group(1));
            }
        }
        return all == 0
                ? Optional.empty()
                : Optional.of(new Latency(percentile(50, countByUs, all), percentile(99, countByUs, all)));
    }

    private static long percentile(int percentile, Map<Long, Long> countByUs, long all) {
        long seen = 0;
        for (var bucket : countByUs.entrySet()) {
            seen += bucket.getValue();
            if (seen * 100 >= all * percentile) {
                return bucket.getKey();
            }
        }
        return LARGEST_US;
    }

    @Override
    public void close() {
        if (process != null) {
            process.destroy();
        }
    }
}
