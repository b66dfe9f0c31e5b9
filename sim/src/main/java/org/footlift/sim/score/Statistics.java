package org.footlift.sim.score;

import java.util.Arrays;
import java.util.List;

/**
 * Median, percentile and mean in numpy's order of operations, so that figures agree to the last digit. Sources: numpy 1.24
 * {@code lib/function_base.py} (median, percentile with method linear) and {@code core/src/umath/loops_utils.h.src} (pairwise sum).
 */
final class Statistics {
    private static final int BLOCK = 128;

    private Statistics() {}

    static double[] toArray(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Middle value, or the mean of the two; NaN of nothing. */
    static double median(double[] values) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** Percentile {@code percent} (0 to 100), linear between neighbours; NaN of nothing. */
    static double percentile(double[] values, double percent) {
        if (values.length == 0) {
            return Double.NaN;
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double position = (sorted.length - 1) * (percent / 100);
        int below = (int) Math.floor(position);
        double a = sorted[below];
        double b = sorted[Math.min(below + 1, sorted.length - 1)];
        double share = position - below;
        return share < 0.5 ? a + (b - a) * share : b - (b - a) * (1 - share);
    }

    /** Arithmetic mean; NaN of nothing. */
    static double mean(double[] values) {
        return sum(values, 0, values.length) / values.length;
    }

    private static double sum(double[] values, int from, int count) {
        if (count > BLOCK) {
            int half = count / 2;
            half -= half % 8;
            return sum(values, from, half) + sum(values, from + half, count - half);
        }
        double total = 0;
        int next = 0;
        if (count >= 8) {
            double[] lanes = Arrays.copyOfRange(values, from, from + 8);
            for (next = 8; next < count - count % 8; next += 8) {
                for (int lane = 0; lane < 8; lane++) {
                    lanes[lane] += values[from + next + lane];
                }
            }
            total = ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
        }
        for (; next < count; next++) {
            total += values[from + next];
        }
        return total;
    }
}
