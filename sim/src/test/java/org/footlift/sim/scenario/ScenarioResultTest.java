package org.footlift.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class ScenarioResultTest {
    @Test
    void namesFaultsAndActivitiesInTheSameOrderInEveryRun() {
        ScenarioResult result = new ScenarioResult("errands", 1, "imu", "vw1", 60, 30, 10, 10, 10, 0, 14, 4, List.of(),
                Map.of("weight-shift", 1L, "car", 2L, "pivot", 1L, "leg-swing", 3L), 1, 0,
                Map.of("sensor-stale", 2L, "loop-late", 1L, "sensor-moved", 1L), null);
        assertEquals(List.of("car", "leg-swing", "pivot", "weight-shift"),
                List.copyOf(result.notWalkingBurstsDuring().keySet()));
        assertEquals(List.of("loop-late", "sensor-moved", "sensor-stale"), List.copyOf(result.faults().keySet()));
    }
}
