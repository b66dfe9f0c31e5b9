package org.footlift.sim.wearer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StrideVariabilityTest {
    private static final int STRIDES = 20_000;

    @Test
    void hasUnitVarianceAndRemembersForManyStrides() {
        StrideVariability variability = new StrideVariability(new Dice(11));
        double[] x = new double[STRIDES];
        Arrays.setAll(x, i -> variability.next());
        double variance = Arrays.stream(x).map(v -> v * v).average().orElseThrow();
        assertEquals(1, variance, 0.15);
        assertTrue(correlation(x, 1) > 0.6, "neighbours " + correlation(x, 1));
        assertTrue(correlation(x, 30) > 0.1, "thirty apart " + correlation(x, 30));
        assertTrue(correlation(x, 30) < 0.4, "thirty apart " + correlation(x, 30));
    }

    private static double correlation(double[] x, int lag) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i + lag < x.length; i++) {
            sum += x[i] * x[i + lag];
            squares += x[i] * x[i];
        }
        return sum / squares;
    }
}
