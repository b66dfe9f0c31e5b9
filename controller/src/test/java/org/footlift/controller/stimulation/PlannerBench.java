package org.footlift.controller.stimulation;

import java.util.ArrayList;
import java.util.List;

import org.footlift.config.Settings;
import org.footlift.controller.gait.GaitDetector;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SensorFrame;
import org.footlift.telemetry.Mode;

/** A planner behind a heel switch without debounce. Times in whole milliseconds since the last {@link #mark}. */
final class PlannerBench {
    private static final long MS = 1_000_000L;

    /** A pulse that was wished for. */
    record Wish(long ms, int channel, int amplitudeUa) {}

    final StimulationPlanner planner;
    final List<Wish> wishes = new ArrayList<>();
    boolean loaded = true;
    Mode mode = Mode.WALK;
    boolean softStop;
    boolean testHeld;
    /** What the governor would let a burst last. */
    long longestMs = 60_000;
    /** Reasons that the planner gave. */
    int reasons;
    /** Whether a burst outlasted its step. */
    boolean outlasted;

    private final GaitDetector gait;
    private final SensorFrame frame = new SensorFrame();
    private final PulseCommand command = new PulseCommand();
    private final long tickNs;
    private long tick;
    private long nowNs;
    private long markNs;

    PlannerBench(Settings settings) {
        planner = new StimulationPlanner(settings);
        gait = new GaitDetector(settings);
        tickNs = settings.loop().periodNs();
        run(500);
        mark();
    }

    /** Forgets what was wished for; the next tick is at 0 ms. */
    PlannerBench mark() {
        wishes.clear();
        reasons = 0;
        outlasted = false;
        markNs = nowNs + tickNs;
        return this;
    }

    PlannerBench run(long ms) {
        for (long end = nowNs + ms * MS; nowNs < end;) {
            step(1);
        }
        return this;
    }

    /** One tick after {@code ticks} periods: more than one for ticks that were missed. */
    void step(int ticks) {
        tick += ticks;
        nowNs += ticks * tickNs;
        frame.clear();
        var sample = frame.addHeel();
        sample.timeNs = nowNs;
        sample.valid = true;
        sample.loaded = loaded;
        gait.update(frame, nowNs);
        planner.update(mode, gait, softStop, testHeld, longestMs * MS, nowNs);
        reasons |= planner.reasons();
        outlasted |= planner.outlasted();
        for (int channel = 0; channel < 2; channel++) {
            planner.wish(channel, 100, tick, nowNs, command);
            if (command.isPulse()) {
                wishes.add(new Wish((nowNs - markNs) / MS, channel, command.amplitudeUa));
            }
        }
    }

    /** The governor refuses the burst. */
    void drop() {
        planner.drop(nowNs);
    }

    PlannerBench swing(long ms) {
        loaded = false;
        return run(ms);
    }

    PlannerBench stance(long ms) {
        loaded = true;
        return run(ms);
    }

    long first() {
        return wishes.getFirst().ms;
    }

    long last() {
        return wishes.getLast().ms;
    }

    /** Amplitude of channel 0 at {@code ms}. */
    int at(long ms) {
        return wishes.stream().filter(w -> w.ms == ms && w.channel == 0).mapToInt(Wish::amplitudeUa).findFirst()
                .orElseThrow(() -> new AssertionError("no pulse at " + ms + " ms: " + wishes));
    }
}
