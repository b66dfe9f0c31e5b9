package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.footlift.hal.ImuSample;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.LabelledSpan;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;

/** A made-up run at 100 Hz: one step a second, heel_off at .0, toe_off at .2, heel_strike at .6. */
final class Walk {
    static final double HEEL_OFF = 0.0;
    static final double TOE_OFF = 0.2;
    static final double HEEL_STRIKE = 0.6;

    private Walk() {}

    /** A recording of {@code lengthS} seconds that stands still, missing where {@code gap} says. */
    static Recording recording(String stem, int lengthS, DoublePredicate gap, LabelledSpan... spans) {
        RecordingHeader header = new RecordingHeader(stem, 100, "instep", RecordingHeader.Side.UNKNOWN,
                Optional.empty(), Optional.empty(), List.of(spans));
        RecordingBuilder builder = new RecordingBuilder(header, true, false);
        ImuSample imu = new ImuSample();
        for (int i = 0; i <= lengthS * 100; i++) {
            imu.valid = !gap.test(i / 100.0);
            builder.add(i / 100.0, imu, null);
        }
        return builder.build();
    }

    static Recording recording(String stem, int lengthS) {
        return recording(stem, lengthS, t -> false);
    }

    /** Labels of {@code steps} steps, the first beginning at {@code fromS}. */
    static List<Event> labels(double fromS, int steps) {
        List<Event> out = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            out.add(new Event(fromS + i + HEEL_OFF, 0, "heel_off"));
            out.add(new Event(fromS + i + TOE_OFF, 0, "toe_off"));
            out.add(new Event(fromS + i + HEEL_STRIKE, 0, "heel_strike"));
        }
        return out;
    }

    /** The same events, {@code byS} later. */
    static List<Event> later(List<Event> events, double byS) {
        List<Event> out = new ArrayList<>();
        events.forEach(e -> out.add(new Event(e.onsetS() + byS, e.durationS(), e.trialType())));
        return out;
    }

    static Event burst(double startS, double endS) {
        return new Event(startS, endS - startS, RunDetections.STIMULATION);
    }
}
