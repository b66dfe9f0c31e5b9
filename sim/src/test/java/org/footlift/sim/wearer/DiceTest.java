package org.footlift.sim.wearer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DiceTest {
    @Test
    void gaussianDrawsAreStandardNormal() {
        Dice dice = new Dice(1);
        int draws = 100_000;
        double sum = 0;
        double squares = 0;
        int withinOne = 0;
        for (int i = 0; i < draws; i++) {
            double x = dice.gaussian();
            sum += x;
            squares += x * x;
            withinOne += StrictMath.abs(x) < 1 ? 1 : 0;
        }
        assertEquals(0, sum / draws, 0.01);
        assertEquals(1, squares / draws, 0.02);
        assertEquals(0.6827, (double) withinOne / draws, 0.005);
    }

    @Test
    void drawingMoreFromOnePartDoesNotChangeAnother() {
        Dice first = new Dice(3);
        Dice second = new Dice(3);
        first.split().gaussian();
        Dice unused = second.split();
        assertEquals(first.split().gaussian(), second.split().gaussian());
        assertEquals(new Dice(3).split().gaussian(), unused.gaussian());
    }
}
