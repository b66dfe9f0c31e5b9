package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footlift.telemetry.GaitEvent;

/** The labels of one run that no detection met, and the detections that met no label, in words. */
final class EventFindings {
    /** A detection this far from a label, which meets no other, was meant for it, seconds. */
    private static final double MEANT_S = 0.5;
    /** An offset under this is not worth a word, seconds. */
    private static final double WORTH_SAYING_S = 0.005;

    private final RunTruth truth;
    private final EventOffsets run;
    private final double shiftS;

    EventFindings(RunTruth truth, EventOffsets run) {
        this.truth = truth;
        this.run = run;
        shiftS = run.offsetS(GaitEvent.HEEL_STRIKE);
    }

    /** Findings about {@code kind}: matched as the score does, its own offset removed. */
    List<StrideFinding> of(GaitEvent kind) {
        double[] labelsS = run.labels(kind);
        double[] detectedS = run.corrected(kind);
        boolean[] met = new boolean[labelsS.length];
        boolean[] used = new boolean[detectedS.length];
        for (Matching.Pair each : Matching.pairs(detectedS, labelsS)) {
            met[each.label()] = true;
            used[each.detected()] = true;
        }
        List<Window> contradicting = ContradictingLabels.windows(truth.labels(), kind);
        List<StrideFinding> out = new ArrayList<>();
        for (int i = 0; i < labelsS.length; i++) {
            if (!met[i]) {
                boolean doubtful = Window.anyHolds(contradicting, labelsS[i]);
                int meant = nearest(detectedS, used, labelsS[i]);
                if (meant >= 0) {
                    used[meant] = true;
                }
                out.add(meant < 0
                        ? missed(kind, labelsS[i], doubtful)
                        : apart(kind, labelsS[i], detectedS[meant], doubtful));
            }
        }
        for (int i = 0; i < detectedS.length; i++) {
            if (!used[i]) {
                out.add(extra(kind, detectedS[i], labelsS, Window.anyHolds(contradicting, detectedS[i])));
            }
        }
        return out;
    }

    /** The nearest detection that is not used; -1 when none is near. */
    private static int nearest(double[] detectedS, boolean[] used, double labelS) {
        int best = -1;
        double bestS = MEANT_S;
        for (int i = 0; i < detectedS.length; i++) {
            double distanceS = Math.abs(detectedS[i] - labelS);
            if (!used[i] && distanceS <= bestS) {
                best = i;
                bestS = distanceS;
            }
        }
        return best;
    }

    private StrideFinding missed(GaitEvent kind, double labelS, boolean doubtful) {
        return new StrideFinding(StrideFinding.Kind.MISSED_EVENT, labelS + shiftS, labelS + shiftS, 0, doubtful,
                Say.name(kind) + " labelled at " + Say.at(labelS + shiftS) + " was not detected.");
    }

    private StrideFinding extra(GaitEvent kind, double correctedS, double[] labelsS, boolean doubtful) {
        double atS = correctedS + run.offsetS(kind);
        double nearestS = Arrays.stream(labelsS).map(l -> Math.abs(l - correctedS)).min().orElse(Double.NaN);
        String where = nearestS < 2 ? "; the nearest label is " + Say.ms(nearestS) + " away" : "";
        return new StrideFinding(StrideFinding.Kind.EXTRA_EVENT, atS, atS, 0, doubtful,
                Say.name(kind) + " detected at " + Say.at(atS) + " has no label" + where
                        + (where.isEmpty() ? "" : usual(kind)) + ".");
    }

    private StrideFinding apart(GaitEvent kind, double labelS, double correctedS, boolean doubtful) {
        double errorS = correctedS - labelS;
        return new StrideFinding(StrideFinding.Kind.LATE_OR_EARLY_EVENT, labelS + shiftS, labelS + shiftS,
                Math.abs(errorS) * 1e3,
                doubtful,
                Say.name(kind) + " labelled at " + Say.at(labelS + shiftS) + " was detected at "
                        + Say.at(correctedS + run.offsetS(kind)) + ": " + Say.ms(Math.abs(errorS))
                        + (errorS > 0 ? " late" : " early") + usual(kind) + ".");
    }

    /** The score removes the constant offset of every kind, so that the numbers here are not what the times alone say. */
    private String usual(GaitEvent kind) {
        double lagS = run.offsetS(kind) - shiftS;
        return Math.abs(lagS) < WORTH_SAYING_S
                ? ""
                : ", beside the " + Say.ms(Math.abs(lagS)) + (lagS > 0 ? " delay" : " lead")
                        + " that is usual in this run";
    }
}
