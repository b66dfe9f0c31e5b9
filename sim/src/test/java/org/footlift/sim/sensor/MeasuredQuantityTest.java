package org.footlift.sim.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.sim.wearer.Dice;
import org.junit.jupiter.api.Test;

class MeasuredQuantityTest {
    @Test
    void clipsAtItsRange() {
        MeasuredQuantity gyro = new MeasuredQuantity(new Dice(1), 100, 0.005, 1, 0, 2000, 0.01);
        assertEquals(2000 - 2000.0 / 32768, gyro.read(2500), 1e-3);
        assertEquals(-2000, gyro.read(-2500), 1e-3);
    }

    @Test
    void readsWholeSteps() {
        MeasuredQuantity gyro = new MeasuredQuantity(new Dice(1), 100, 0.5, 1, 0, 2000, 0.01);
        for (int i = 0; i < 1000; i++) {
            double steps = gyro.read(i) * 32768 / 2000;
            assertEquals(StrictMath.rint(steps), steps, 1e-3);
        }
    }

    @Test
    void noiseHasTheDensityDeclared() {
        double densityDps = 0.1;
        MeasuredQuantity gyro = new MeasuredQuantity(new Dice(1), 200, densityDps, 0, 0, 2000, 0);
        double squares = 0;
        int readings = 20_000;
        for (int i = 0; i < readings; i++) {
            double x = gyro.read(0);
            squares += x * x;
        }
        assertEquals(densityDps * StrictMath.sqrt(1.57 * 100), StrictMath.sqrt(squares / readings), 0.03);
    }

    @Test
    void offsetStaysWithinItsBoundAndIsDrawnOnce() {
        for (int seed = 0; seed < 50; seed++) {
            MeasuredQuantity gyro = new MeasuredQuantity(new Dice(seed), 100, 0, 1, 0, 2000, 0);
            float first = gyro.read(0);
            assertTrue(StrictMath.abs(first) <= 1.04);
            assertEquals(first, gyro.read(0));
        }
    }
}
