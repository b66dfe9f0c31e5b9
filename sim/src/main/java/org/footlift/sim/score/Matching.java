package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One-to-one matching of detections and labels, nearest first, within a tolerance. */
final class Matching {
    /** How far apart a detection and its label may be, seconds. */
    static final double TOLERANCE_S = 0.15;

    /**
     * A detection and its label.
     *
     * @param distanceS how far apart they are, seconds, 0 or more
     * @param detected index of the detection
     * @param label index of the label
     */
    record Pair(double distanceS, int detected, int label) {
        static final Comparator<Pair> NEAREST_FIRST = Comparator.comparingDouble(Pair::distanceS)
                .thenComparingInt(Pair::detected).thenComparingInt(Pair::label);
    }

    private Matching() {}

    /** Detection minus label of each match, seconds, nearest first. */
    static List<Double> residuals(double[] detectedS, double[] labelsS) {
        return pairs(detectedS, labelsS).stream().map(p -> detectedS[p.detected] - labelsS[p.label]).toList();
    }

    /** The matches, nearest first. */
    static List<Pair> pairs(double[] detectedS, double[] labelsS) {
        List<Pair> near = new ArrayList<>();
        for (int i = 0; i < detectedS.length; i++) {
            for (int j = 0; j < labelsS.length; j++) {
                double distanceS = Math.abs(detectedS[i] - labelsS[j]);
                if (distanceS <= TOLERANCE_S) {
                    near.add(new Pair(distanceS, i, j));
                }
            }
        }
        near.sort(Pair.NEAREST_FIRST);
        boolean[] usedDetection = new boolean[detectedS.length];
        boolean[] usedLabel = new boolean[labelsS.length];
        List<Pair> pairs = new ArrayList<>();
        for (Pair each : near) {
            if (!usedDetection[each.detected] && !usedLabel[each.label]) {
                usedDetection[each.detected] = true;
                usedLabel[each.label] = true;
                pairs.add(each);
            }
        }
        return pairs;
    }
}
