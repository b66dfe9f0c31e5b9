package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RunningScaleTest {
    @Test
    void theFirstStrideIsTakenAsItIsWhereNothingWasAssumed() {
        RunningScale scale = RunningScale.unknown(3_000);
        assertEquals(0, scale.usual());
        scale.add(400);
        assertEquals(400, scale.usual());
        scale.add(800);
        assertEquals(500, scale.usual());
    }

    @Test
    void theFirstStrideMovesAnAssumptionByAQuarter() {
        RunningScale scale = new RunningScale(600, 200, 3_000);
        scale.add(1_000);
        assertEquals(700, scale.usual());
    }

    @Test
    void oneStumbleStaysWithinTheBounds() {
        RunningScale scale = new RunningScale(600, 200, 3_000);
        scale.add(1e6);
        assertEquals(3_000, scale.usual());
        scale.add(-1e6);
        assertEquals(200, scale.usual());
        RunningScale first = RunningScale.unknown(3_000);
        first.add(1e6);
        assertEquals(3_000, first.usual());
    }
}
