package org.footlift.sim.score;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.footlift.telemetry.GaitEvent;

/** The events of one run that can be judged, and the constant offset of each kind's detections to its labels. */
final class EventOffsets {
    private static final double NEAR_S = 0.4;

    private final RunTruth truth;
    private final EventTimes detected;
    private final Map<GaitEvent, Double> offsetsS = new EnumMap<>(GaitEvent.class);

    EventOffsets(RunTruth truth, EventTimes detected) {
        this.truth = truth;
        this.detected = detected;
        for (GaitEvent kind : new GaitEvent[]{GaitEvent.HEEL_STRIKE, GaitEvent.TOE_OFF, GaitEvent.HEEL_OFF}) {
            double[] labels = labels(kind);
            if (labels.length > 0) {
                offsetsS.put(kind, offset(detections(kind), labels));
            }
        }
    }

    /** True when there are labels of {@code kind} to judge by. */
    boolean judges(GaitEvent kind) {
        return offsetsS.containsKey(kind);
    }

    /** The labels that can be judged, seconds. */
    double[] labels(GaitEvent kind) {
        return Window.outside(truth.labels().of(kind), truth.gaps());
    }

    /** The detections that can be judged, their offset removed, seconds. */
    double[] corrected(GaitEvent kind) {
        double offsetS = offsetS(kind);
        return Arrays.stream(detections(kind)).map(t -> t - offsetS).toArray();
    }

    /** Median nearest difference, seconds; 0 when nothing is near or nothing can be judged. */
    double offsetS(GaitEvent kind) {
        return offsetsS.getOrDefault(kind, 0.0);
    }

    private double[] detections(GaitEvent kind) {
        double[] nearLabels = Arrays.stream(detected.of(kind)).filter(t -> truth.nearLabels(t, kind)).toArray();
        return Window.outside(nearLabels, truth.gaps());
    }

    private static double offset(double[] detectedS, double[] labelsS) {
        double[] near = Arrays.stream(labelsS).map(label -> nearest(detectedS, label))
                .filter(d -> Math.abs(d) <= NEAR_S)
                .toArray();
        return near.length == 0 ? 0 : Statistics.median(near);
    }

    /** The difference of the first of the nearest detections; infinite when there is none. */
    private static double nearest(double[] detectedS, double labelS) {
        double best = Double.POSITIVE_INFINITY;
        for (double each : detectedS) {
            if (Math.abs(each - labelS) < Math.abs(best)) {
                best = each - labelS;
            }
        }
        return best;
    }
}
