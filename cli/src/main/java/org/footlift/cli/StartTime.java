package org.footlift.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickChannelReader;
import org.footlift.telemetry.channel.TickHandler;
import org.jspecify.annotations.Nullable;

/**
 * How long the real command takes, as a process of its own, from being started until Start would arm it: the first tick that is only waiting for
 * Start. The second for which the virtual wearer stands before somebody presses it is not in it.
 */
final class StartTime {
    /** The launcher's path, which the launcher itself sets; without it Java is started in the way of this process. */
    static final String LAUNCHER = "footlift.launcher";

    private static final long PATIENCE_NS = 30_000_000_000L;
    private static final long POLL_NS = 1_000_000;
    private static final int POLL_LIMIT = 4_096;
    private static final int RUNS = 3;

    private StartTime() {}

    /** The median of three starts; null when none came so far. */
    static @Nullable Long medianMs(Path folder) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            Long ms = onceMs(Files.createDirectory(folder.resolve("start" + i)));
            if (ms != null) {
                times.add(ms);
            }
        }
        times.sort(null);
        return times.isEmpty() ? null : times.get(times.size() / 2);
    }

    private static @Nullable Long onceMs(Path channel) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(footlift());
        command.addAll(List.of("run", "--no-console", "--for", "4s", "--channel", channel.toString()));
        long beganNs = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            while (!isReady(channel)) {
                if (!process.isAlive() || System.nanoTime() - beganNs > PATIENCE_NS) {
                    return null;
                }
                TimeUnit.NANOSECONDS.sleep(POLL_NS);
            }
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNs);
        } finally {
            process.destroy();
            process.waitFor(PATIENCE_NS, TimeUnit.NANOSECONDS);
        }
    }

    private static List<String> footlift() {
        String launcher = System.getProperty(LAUNCHER);
        if (launcher != null) {
            return List.of(launcher);
        }
        List<String> java = new ArrayList<>();
        java.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        java.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        java.addAll(List.of("-cp", System.getProperty("java.class.path"), Footlift.class.getName()));
        return java;
    }

    /** Opening a channel delivers its newest tick only, which is all that is asked. */
    private static boolean isReady(Path channel) {
        try (TickChannelReader reader = TickChannelReader.open(channel)) {
            Ready ready = new Ready();
            reader.poll(ready, POLL_LIMIT);
            return ready.seen;
        } catch (IOException notThereYet) {
            return false;
        }
    }

    private static final class Ready implements TickHandler {
        private boolean seen;

        @Override
        public void onTick(TickInput in, TickOutput out) {
            seen |= out.mode == Mode.PAUSED;
        }

        @Override
        public void onSettings(SettingsInForce settings) {}

        @Override
        public void onGap(Gap gap) {}
    }
}
