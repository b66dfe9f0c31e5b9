package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Recording;

/**
 * One run for somebody who wants to see why a step was missed: what was labelled, what was decided, and what went wrong in which stride, by the rules of the
 * score. All times are on the recording's clock: labels are moved by the offset of the run's heel strikes, as the score moves bursts the
 * other way. Immutable.
 */
public final class RunReview {
    private final ScoredRun run;
    private final double labelShiftS;
    private final List<StrideReview> strides;

    /**
     * Reviews {@code run}.
     *
     * @param given the kinds of event that the sensors can give; the others are not held against them
     */
    public RunReview(ScoredRun run, Set<GaitEvent> given) {
        this.run = run;
        EventOffsets offsets = new EventOffsets(run.truth(), run.detections().events());
        labelShiftS = offsets.offsetS(GaitEvent.HEEL_STRIKE);
        strides = run.sensed() ? strides(offsets, given) : List.of();
    }

    private List<StrideReview> strides(EventOffsets offsets, Set<GaitEvent> given) {
        List<StrideFinding> findings = new ArrayList<>(
                new BurstFindings(run.truth(), run.detections().bursts(), labelShiftS).all());
        EventFindings events = new EventFindings(run.truth(), offsets);
        given.stream().filter(offsets::judges).sorted().forEach(kind -> findings.addAll(events.of(kind)));
        double[] boundsS = boundsS();
        TreeMap<Integer, List<StrideFinding>> byStride = new TreeMap<>();
        for (StrideFinding each : findings) {
            int at = Arrays.binarySearch(boundsS, each.timeS());
            byStride.computeIfAbsent(at < 0 ? -at - 1 : at, i -> new ArrayList<>()).add(each);
        }
        return byStride.values().stream().map(f -> new StrideReview(stem(), f)).toList();
    }

    /** Where one stride ends and the next begins: in the middle of stance, so that no event lies near a bound. */
    private double[] boundsS() {
        EventTimes labels = run.truth().labels();
        double[] strikes = labels.of(GaitEvent.HEEL_STRIKE);
        double[] bounds = new double[Math.max(0, strikes.length - 1)];
        for (int i = 0; i < bounds.length; i++) {
            double toeOffS = labels.next(GaitEvent.TOE_OFF, strikes[i]);
            double stanceEndS = toeOffS < strikes[i + 1] ? toeOffS : strikes[i + 1];
            bounds[i] = (strikes[i] + stanceEndS) / 2 + labelShiftS;
        }
        return bounds;
    }

    /** The name that the run's files share. */
    public String stem() {
        return run.truth().stem();
    }

    /** Whose run it is: {@code sub-agP3}. */
    public String person() {
        return run.truth().person();
    }

    /** The group of the person. */
    public String group() {
        return run.truth().group();
    }

    /** False when the recording holds none of the sensors that were to decide. */
    public boolean sensed() {
        return run.sensed();
    }

    /** The signals. */
    public Recording recording() {
        return run.truth().recording();
    }

    /** How much later labels stand here than in their file, seconds. */
    public double labelShiftS() {
        return labelShiftS;
    }

    /** Labels of {@code kind}, seconds, ascending. */
    public double[] labelsS(GaitEvent kind) {
        return Arrays.stream(run.truth().labels().of(kind)).map(t -> t + labelShiftS).toArray();
    }

    /** Detections of {@code kind}, seconds, ascending. */
    public double[] detectedS(GaitEvent kind) {
        return run.detections().events().of(kind).clone();
    }

    /** The bursts, by their beginning. */
    public List<Burst> bursts() {
        return run.detections().bursts();
    }

    /** The strides in which something went wrong, in order of time. */
    public List<StrideReview> strides() {
        return strides;
    }
}
