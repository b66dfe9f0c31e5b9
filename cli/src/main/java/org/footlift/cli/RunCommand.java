package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.footlift.config.HardwareSettings.BackEndName;
import org.footlift.config.Settings;
import org.footlift.hal.Hardware;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job: the controller in real time, on the virtual wearer or on hardware. */
@Command(name = "run", description = "Run the controller. Without a profile: on the virtual wearer, so it runs anywhere.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final long SCREEN_PERIOD_MS = 200;
    /** The virtual wearer stands for this long before somebody presses Start for them. */
    private static final long VIRTUAL_START_MS = 1_000;
    private static final long SHUTDOWN_MS = 5_000;

    @Option(names = "--profile", paramLabel = "FILE", description = "Settings: a TOML file, or a shipped profile by name (virtual, pi-heel, pi-foot-imu, pi-shank-imu).")
    private @Nullable String profile;

    @Option(names = "--for", paramLabel = "TIME", description = "End after this long, for example 20s or 5m. Otherwise Ctrl-C ends it.", converter = DurationText.class)
    private @Nullable Duration duration;

    @Option(names = "--record", paramLabel = "DIR", description = "Record the session into this folder.")
    private @Nullable Path record;

    @Option(names = "--channel", paramLabel = "DIR", description = "Folder of the shared-memory channel (default: the user's own).")
    private @Nullable Path channel;

    @Option(names = "--json", description = "Print the summary as one JSON object on the last line.")
    private boolean json;

    /** Accepted, so that scripts written for later versions run: this version has no console process to leave out. */
    @Option(names = "--no-console", description = "Without the console process (this version has none).")
    void withoutConsole(boolean wanted) {}

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Profiles.read(profile);
        Path folder = RuntimeFolder.choose(channel);
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try (InstanceLock _ = InstanceLock.take(folder);
                Hardware hardware = BackEnds.open(settings);
                RunningController running = RunningController.start(settings, hardware, folder, record)) {
            Thread hook = endOnSignal(asked, done);
            attend(running, settings, hardware, asked);
            RunSummary summary = running.end();
            report(running, summary);
            forget(hook);
            return running.failed() ? Footlift.BUG : Footlift.OK;
        } catch (IOException e) {
            throw new Refusal("cannot run: " + Reason.of(e));
        } finally {
            done.countDown();
        }
    }

    /** Shows the live block until the time is over, a signal comes or the loop dies; presses Start for the virtual wearer. */
    private void attend(RunningController running, Settings settings, Hardware hardware, CountDownLatch asked)
            throws InterruptedException {
        LiveView view = new LiveView("Footlift, " + settings.profile().name());
        LiveScreen screen = new LiveScreen(view, System.out);
        boolean virtual = settings.hardware().backend() == BackEndName.SIM;
        long beganNs = hardware.clock().timeNs();
        long endNs = duration == null ? Long.MAX_VALUE : beganNs + duration.toNanos();
        boolean started = !virtual;
        boolean over = false;
        while (!over) {
            long nowNs = hardware.clock().timeNs();
            if (!started && nowNs - beganNs >= VIRTUAL_START_MS * 1_000_000L) {
                started = running.pressStart();
            }
            long leftMs = Math.max(0, (endNs - nowNs) / 1_000_000L);
            over = asked.await(Math.min(SCREEN_PERIOD_MS, leftMs), TimeUnit.MILLISECONDS)
                    || hardware.clock().timeNs() >= endNs || !running.alive();
            running.poll(view);
            screen.refresh();
        }
    }

    private void report(RunningController running, RunSummary summary) {
        running.recordingReport().forEach(System.err::println);
        if (json) {
            System.out.println(JsonText.of(summary));
        } else {
            System.out.println(summary.text());
        }
        System.out.flush();
    }

    /** Ctrl-C, SIGTERM and hang-up end the run as the clock would: output off, then the summary, then exit code 0. */
    private static Thread endOnSignal(CountDownLatch asked, CountDownLatch done) {
        Thread hook = new Thread(() -> {
            asked.countDown();
            try {
                boolean clean = done.await(SHUTDOWN_MS, TimeUnit.MILLISECONDS);
                Runtime.getRuntime().halt(clean ? Footlift.OK : Footlift.BUG);
            } catch (InterruptedException e) {
                Runtime.getRuntime().halt(Footlift.BUG);
            }
        }, "end on signal");
        Runtime.getRuntime().addShutdownHook(hook);
        return hook;
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal has come: the hook is waiting for this run to finish, and ends the process.
            return;
        }
    }
}
