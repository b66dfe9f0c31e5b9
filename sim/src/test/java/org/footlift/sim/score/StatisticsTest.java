package org.footlift.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    @Test
    void medianIsTheMiddleOrTheMeanOfTheTwo() {
        assertEquals(3, Statistics.median(new double[]{9, 1, 3}));
        assertEquals(2, Statistics.median(new double[]{9, 1, 3, 1}));
        assertTrue(Double.isNaN(Statistics.median(new double[0])));
    }

    @Test
    void percentileIsLinearBetweenNeighbours() {
        assertEquals(3.8499999999999996, Statistics.percentile(new double[]{1, 2, 3, 4}, 95));
        assertEquals(1.5, Statistics.percentile(new double[]{4, 1, 3, 2}, 100 / 6.0), 1e-12);
        assertEquals(7, Statistics.percentile(new double[]{7}, 95));
    }

    @Test
    void figuresAgreeWithNumpyToTheLastDigit() {
        // numpy 1.24 of 1/3, 1/4, 1/5 and so on. Adding from left to right gives ...355 and ...255 instead.
        double[] values = IntStream.range(0, 1000).mapToDouble(i -> 1.0 / (i + 3)).toArray();
        assertEquals(0.0059874678655413615, Statistics.mean(values));
        assertEquals(0.03707082429307257, Statistics.mean(Arrays.copyOf(values, 100)));
        assertEquals(0.018886066763425236, Statistics.percentile(values, 95));
    }
}
