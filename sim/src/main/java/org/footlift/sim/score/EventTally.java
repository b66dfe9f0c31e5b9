package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.List;
import org.footlift.telemetry.GaitEvent;
import org.jspecify.annotations.Nullable;

/** One kind of event, counted over runs. */
final class EventTally {
    private final GaitEvent kind;
    private final boolean given;
    private int labels;
    private int detections;
    private int matches;
    private int agreeingLabels;
    private int agreeingDetections;
    private final List<Double> agreeingResidualsS = new ArrayList<>();
    private final List<Double> offsetsS = new ArrayList<>();
    private final List<Double> lagsS = new ArrayList<>();

    /** Counts {@code kind}, which the sensors give or not. */
    EventTally(GaitEvent kind, boolean given) {
        this.kind = kind;
        this.given = given;
    }

    void add(RunTruth truth, EventOffsets run) {
        double[] labelsS = run.labels(kind);
        labels += labelsS.length;
        if (!given) {
            return;
        }
        double[] detectedS = run.corrected(kind);
        detections += detectedS.length;
        matches += Matching.residuals(detectedS, labelsS).size();
        List<Window> contradicting = ContradictingLabels.windows(truth.labels(), kind);
        double[] agreeingS = Window.outside(labelsS, contradicting);
        double[] detectedBesideS = Window.outside(detectedS, contradicting);
        agreeingLabels += agreeingS.length;
        agreeingDetections += detectedBesideS.length;
        agreeingResidualsS.addAll(Matching.residuals(detectedBesideS, agreeingS));
        offsetsS.add(run.offsetS(kind));
        lagsS.add(run.offsetS(kind) - run.offsetS(GaitEvent.HEEL_STRIKE));
    }

    EventScore score(String set, String group) {
        if (!given) {
            return new EventScore(set, group, kind.trialType(), labels, 0, null, null, null, null, null, null, null,
                    null);
        }
        double[] errorsMs = agreeingResidualsS.stream().mapToDouble(s -> Math.abs(s) * 1e3).toArray();
        return new EventScore(set, group, kind.trialType(), labels, detections, matches / (double) labels,
                matches / (double) Math.max(1, detections), f1(matches, labels, detections),
                f1(agreeingResidualsS.size(), agreeingLabels, agreeingDetections),
                orNull(Statistics.mean(errorsMs)), orNull(Statistics.percentile(errorsMs, 95)), medianMs(offsetsS),
                medianMs(lagsS));
    }

    private static double f1(int matches, int labels, int detections) {
        return 2 * matches / (double) Math.max(1, labels + detections);
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : value;
    }

    private static double medianMs(List<Double> valuesS) {
        return Statistics.median(Statistics.toArray(valuesS)) * 1e3;
    }
}
