package org.footlift.sim.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.sim.score.RunTruth;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;

/** Made-up walks on a heel switch at 100 Hz, a step a second, with their labels. */
final class HeelRuns {
    /** A heel that carries load as long as most do. */
    static final int USUAL_LOAD_MS = 600;
    /** A heel that hardly touches the ground: less than the default min_stance_ms. */
    static final int SHORT_LOAD_MS = 70;

    private static final int STEPS = 30;

    private HeelRuns() {}

    /** A walk of {@code person} whose heel is loaded for {@code loadMs} in each step. */
    static LabelledRun walk(String person, int run, int loadMs) {
        RecordingHeader header = new RecordingHeader(person + "_task-walk_run-" + run, 100, "instep",
                RecordingHeader.Side.LEFT, Optional.empty(), Optional.empty(), List.of());
        RecordingBuilder builder = new RecordingBuilder(header, true, true);
        ImuSample imu = new ImuSample();
        HeelSample heel = new HeelSample();
        imu.valid = true;
        heel.valid = true;
        for (int i = 0; i < STEPS * 100; i++) {
            heel.loaded = i % 100 * 10 < loadMs;
            builder.add(i / 100.0, imu, heel);
        }
        List<Event> labels = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            labels.add(new Event(step, 0, "heel_strike"));
            labels.add(new Event(step + loadMs / 1e3, 0, "heel_off"));
            labels.add(new Event(step + loadMs / 1e3 + 0.1, 0, "toe_off"));
        }
        var recording = builder.build();
        return new LabelledRun(recording, new RunTruth(recording, labels, "healthy"));
    }
}
