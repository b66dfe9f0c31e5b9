package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

import org.footlift.config.Settings;
import org.footlift.config.SettingsWriter;
import org.footlift.controller.Controller;
import org.footlift.controller.loop.ControlLoop;
import org.footlift.controller.loop.LoopStatistics;
import org.footlift.controller.loop.RequestIntake;
import org.footlift.controller.loop.Requests;
import org.footlift.hal.Hardware;
import org.footlift.hal.Scheduling;
import org.footlift.sim.WalkTruth;
import org.footlift.sim.Walked;
import org.footlift.telemetry.Request;
import org.footlift.config.store.PrivateFiles;
import org.footlift.telemetry.channel.RequestInbox;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickChannelReader;
import org.footlift.telemetry.channel.TickHandler;
import org.footlift.telemetry.channel.TickPublisher;
import org.footlift.telemetry.session.SessionInfo;
import org.footlift.telemetry.session.SessionRecorder;
import org.footlift.telemetry.session.Sessions;
import org.jspecify.annotations.Nullable;

/** The control thread and what hangs on its channel. Closing it, in whatever state, leaves the output silent. */
final class RunningController implements AutoCloseable {
    private static final DateTimeFormatter FILE_TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
            .withZone(ZoneOffset.UTC);
    private static final int POLL_LIMIT = 4_096;
    private static final long JOIN_MS = 2_000;

    private final Hardware hardware;
    private final ControlLoop loop;
    private final Requests requests;
    private final RunTally tally;
    private final Thread thread;
    private final TickPublisher publisher;
    private final TickChannelReader reader;
    private final RequestIntake intake;
    private final @Nullable SessionRecorder recorder;
    private final @Nullable Path session;

    private RunningController(Settings settings, Hardware hardware, TickPublisher publisher, TickChannelReader reader,
            RequestInbox inbox, @Nullable SessionRecorder recorder, @Nullable Path session, long runNs,
            Scheduling scheduling) {
        this.hardware = hardware;
        this.publisher = publisher;
        this.reader = reader;
        this.recorder = recorder;
        this.session = session;
        requests = new Requests();
        intake = new RequestIntake(inbox, requests);
        tally = new RunTally(publisher::publish);
        loop = new ControlLoop(new Controller(settings), hardware, tally, requests, settings.loop().periodNs(),
                runNs);
        thread = new Thread(() -> {
            scheduling.enter(Scheduling.Role.CONTROL_LOOP);
            loop.run();
        }, "footlift-control");
    }

    /**
     * Opens the channel, begins to record when {@code record} is given, and starts the loop, paused. The loop ends by itself after
     * {@code duration}, when that is given.
     *
     * @param scheduling what the control thread enters
     * @throws IOException when the channel or the recording folder cannot be made
     */
    static RunningController start(Settings settings, Hardware hardware, Path folder, @Nullable Path record,
            @Nullable Duration duration, Scheduling scheduling) throws IOException {
        SettingsInForce inForce = new SettingsInForce(0, SettingsWriter.write(settings));
        TickPublisher publisher = TickPublisher.open(folder, settings.loop().rateHz());
        try {
            inForce.write(folder);
            Path session = null;
            SessionRecorder recorder = null;
            if (record != null) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
                PrivateFiles.createFolder(record);
                session = record.resolve("footlift-" + FILE_TIME.format(now) + Sessions.SUFFIX);
                recorder = SessionRecorder.start(folder, session, new SessionInfo(Build.name(), now,
                        settings.loop().rateHz(), List.of("dorsiflexion", "eversion"), inForce));
            }
            RunningController running = new RunningController(settings, hardware, publisher,
                    TickChannelReader.open(folder), RequestInbox.open(folder), recorder, session,
                    duration == null ? Long.MAX_VALUE : duration.toNanos(), scheduling);
            running.thread.start();
            return running;
        } catch (IOException e) {
            publisher.close();
            throw e;
        }
    }

    /** Presses Start; false when another request still waits. */
    boolean pressStart() {
        return requests.offer(Request.START);
    }

    /** True while the control thread lives and has not failed; false also when its time is over. */
    boolean alive() {
        return thread.isAlive() && loop.failure() == null;
    }

    /** Why other processes can ask for nothing any more; empty while they can. */
    String requestProblem() {
        String problem = intake.problem();
        return problem.isEmpty()
                ? ""
                : problem + ". Nothing is taken from other processes any more; start again when that matters.";
    }

    /** Hands what was published since the last call to {@code handler}. */
    void poll(TickHandler handler) {
        reader.poll(handler, POLL_LIMIT);
    }

    /** Ends the loop and says what it did. The output is silent when this returns. */
    RunSummary end() {
        endLoop();
        LoopStatistics measured = loop.statistics();
        WalkTruth walked = hardware instanceof Walked w ? w.truth() : tally.walked();
        OptionalLong tickNs = measured.tickNsP50();
        OptionalDouble bytes = measured.bytesPerTick();
        return new RunSummary(tally.strides(), walked.swings(), walked.covered(), walked.missed(), tally.bursts(),
                tally.pulses(), tally.faults(), measured.ticks(), measured.lateTicks(),
                tickNs.isPresent() ? tickNs.getAsLong() : null, bytes.isPresent() ? bytes.getAsDouble() : null,
                tally.limitedTicks());
    }

    /** Ends the loop and silences the output. Callable from any thread, repeatedly. */
    void endLoop() {
        loop.end();
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever wants us gone gets silence first
        }
        hardware.stimulator().silence();
    }

    /** Why the loop did not come to the end that it was told of; empty when it did. Only after {@link #end}. */
    Optional<Throwable> failure() {
        Throwable thrown = loop.failure();
        if (thrown != null) {
            return Optional.of(thrown);
        }
        return loop.ended()
                ? Optional.empty()
                : Optional.of(new IllegalStateException(thread.isAlive()
                        ? "the control loop hangs and cannot be ended"
                        : "the control loop ended without a reason"));
    }

    /** Completes the recording and says where it is, or why it is not whole. */
    List<String> recordingReport() {
        if (recorder == null || session == null) {
            return List.of();
        }
        recorder.close();
        return List.of(recorder.problem()
                .map(why -> "footlift: not recorded to the end: " + why
                        + ". See to that folder, or name another with --record DIR.")
                .orElse("Recorded " + session));
    }

    /** True when a recording was asked for and is not whole. Only after {@link #recordingReport}. */
    boolean recordingFailed() {
        return recorder != null && recorder.problem().isPresent();
    }

    @Override
    public void close() {
        endLoop();
        intake.close();
        if (recorder != null) {
            recorder.close();
        }
        reader.close();
        if (!thread.isAlive()) {
            publisher.close();
        }
    }
}
