package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.List;
import org.footlift.telemetry.GaitEvent;

/**
 * Where labels contradict each other, whatever a detector says: a swing or a stride shorter than 0.6 or longer than 1.6 times the run's
 * median, a toe_off without heel_strike, and a heel_off less than 20 ms or more than 0.6 s before its toe_off.
 */
final class ContradictingLabels {
    private static final double SHORTEST = 0.6;
    private static final double LONGEST = 1.6;
    private static final double AROUND_S = 0.3;
    private static final int FEWEST = 4;

    private ContradictingLabels() {}

    /** Where labels of {@code kind} in a run with these labels are left out. */
    static List<Window> windows(EventTimes labels, GaitEvent kind) {
        List<Window> out = new ArrayList<>();
        double[] strikes = labels.of(GaitEvent.HEEL_STRIKE);
        if (strikes.length >= FEWEST) {
            addOddStrides(strikes, out);
            if (labels.of(GaitEvent.TOE_OFF).length >= FEWEST) {
                addOddSwings(labels, out);
            }
        }
        if (kind == GaitEvent.HEEL_OFF) {
            addOddHeelOffs(labels, out);
        }
        return out;
    }

    private static void addOddStrides(double[] strikes, List<Window> out) {
        double[] strides = new double[strikes.length - 1];
        for (int i = 0; i < strides.length; i++) {
            strides[i] = strikes[i + 1] - strikes[i];
        }
        double median = Statistics.median(strides);
        for (int i = 0; i < strides.length; i++) {
            if (strides[i] < SHORTEST * median) {
                out.add(new Window(strikes[i] - AROUND_S, strikes[i + 1] + AROUND_S));
            } else if (strides[i] > LONGEST * median) {
                // The labels between are missing; those at its ends are good.
                out.add(new Window(strikes[i] + AROUND_S, strikes[i + 1] - AROUND_S));
            }
        }
    }

    private static void addOddSwings(EventTimes labels, List<Window> out) {
        List<EventTimes.Swing> swings = labels.swings();
        double median = Statistics.median(swings.stream().mapToDouble(EventTimes.Swing::lengthS).toArray());
        for (EventTimes.Swing each : swings) {
            if (!(SHORTEST * median <= each.lengthS() && each.lengthS() <= LONGEST * median)) {
                out.add(new Window(each.toeOffS() - AROUND_S, each.heelStrikeS() + AROUND_S));
            }
        }
        int next = 0;
        for (double toeOffS : labels.of(GaitEvent.TOE_OFF)) {
            if (next < swings.size() && swings.get(next).toeOffS() == toeOffS) {
                next++;
            } else {
                out.add(new Window(toeOffS - AROUND_S, toeOffS + AROUND_S));
            }
        }
    }

    private static void addOddHeelOffs(EventTimes labels, List<Window> out) {
        for (double heelOffS : labels.of(GaitEvent.HEEL_OFF)) {
            double toeOffS = labels.next(GaitEvent.TOE_OFF, heelOffS);
            if (!Double.isNaN(toeOffS) && !(0.02 <= toeOffS - heelOffS && toeOffS - heelOffS <= 0.6)) {
                out.add(new Window(heelOffS - AROUND_S, heelOffS + AROUND_S));
            }
        }
    }
}
