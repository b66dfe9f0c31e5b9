package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.footlift.config.HardwareSettings.BackEndName;
import org.footlift.config.Settings;
import org.footlift.config.store.LockFile;
import org.footlift.hal.Hardware;
import org.footlift.hal.linux.RealTimeScheduling;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The main job: the controller in real time, on the virtual wearer or on hardware. */
@Command(name = "run", description = "Run the controller. Without a profile: on the virtual wearer, so it runs anywhere.", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    static final long SCREEN_PERIOD_MS = 200;
    /** The virtual wearer stands for this long before somebody presses Start for them. */
    private static final long VIRTUAL_START_MS = 1_000;

    @Option(names = "--profile", paramLabel = "FILE", description = "Settings: a TOML file, a folder with a profile store, or a shipped profile by name (virtual, pi-heel, pi-foot-imu, pi-shank-imu).")
    private @Nullable String profile;

    @Option(names = "--for", paramLabel = "TIME", description = "End after this long, for example 20s or 5m. Otherwise Ctrl-C ends it.", converter = DurationText.class)
    private @Nullable Duration duration;

    @Option(names = "--record", paramLabel = "DIR", description = "Record the session into this folder.")
    private @Nullable Path record;

    @Option(names = "--channel", paramLabel = "DIR", description = "Folder of the shared-memory channel (default: the user's own).")
    private @Nullable Path channel;

    @Option(names = "--json", description = "Print the summary as one JSON object on stdout; the live lines go to stderr.")
    private boolean json;

    /** Accepted, so that scripts written for later versions run: this version has no console process to leave out. */
    @Option(names = "--no-console", description = "Without the console process (this version has none).")
    void withoutConsole(boolean wanted) {}

    @Override
    public Integer call() throws InterruptedException {
        Settings settings = Profiles.read(profile);
        Path folder = RuntimeFolder.choose(channel);
        if (record != null) {
            OutputFolder.requireTaking("--record", record);
        }
        try (EndOnSignal signal = EndOnSignal.watch();
                LockFile _ = InstanceLock.take(folder);
                RealTimeScheduling scheduling = RealTimeScheduling.begin();
                Hardware hardware = BackEnds.open(settings, scheduling);
                RunningController running = RunningController.start(settings, hardware, folder, record, duration,
                        scheduling)) {
            signal.first(running::endLoop);
            attend(running, settings, hardware, scheduling, signal);
            RunSummary summary = running.end();
            report(running, summary);
            return signal.ended(exitCode(running));
        } catch (IOException e) {
            throw new Refusal("cannot run: " + Reason.of(e));
        }
    }

    /**
     * Shows the live block until the loop has ended or a signal comes; presses Start for the virtual wearer. The loop watches its own time,
     * because a terminal that takes nothing holds this thread.
     */
    private void attend(RunningController running, Settings settings, Hardware hardware,
            RealTimeScheduling scheduling, EndOnSignal signal) throws InterruptedException {
        LiveView view = new LiveView("Footlift, " + settings.profile().name());
        LiveScreen screen = new LiveScreen(view, json ? System.err : System.out);
        boolean virtual = settings.hardware().backend() == BackEndName.SIM;
        long beganNs = hardware.clock().timeNs();
        boolean started = !virtual;
        boolean over = false;
        String ofStimulator = "";
        String ofSensors = "";
        String ofRequests = "";
        while (!over) {
            if (!started && hardware.clock().timeNs() - beganNs >= VIRTUAL_START_MS * 1_000_000L) {
                started = running.pressStart();
            }
            over = signal.await(SCREEN_PERIOD_MS) || !running.alive();
            scheduling.takeRefusals().forEach(refusal -> System.err.println("footlift: " + refusal));
            running.poll(view);
            screen.refresh();
            ofStimulator = pass(hardware.stimulator().complaint(), ofStimulator);
            ofSensors = pass(hardware.sensors().complaint(), ofSensors);
            ofRequests = pass(running.requestProblem(), ofRequests);
        }
    }

    /** Prints a complaint that is another than before; returns it. */
    private static String pass(String complaint, String before) {
        if (!complaint.isEmpty() && !complaint.equals(before)) {
            System.err.println("footlift: " + complaint);
        }
        return complaint;
    }

    private static int exitCode(RunningController running) {
        Optional<Throwable> failure = running.failure();
        if (failure.isPresent()) {
            System.err.println("footlift: the controller stopped itself and stimulation is off.");
            return Footlift.bug(failure.get());
        }
        return running.recordingFailed() ? Footlift.REFUSED : Footlift.OK;
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
}
