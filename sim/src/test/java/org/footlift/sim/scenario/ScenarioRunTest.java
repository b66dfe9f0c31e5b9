package org.footlift.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.footlift.config.Settings;
import org.footlift.hal.HardwareUnavailable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole controller in every kind of scenario, minutes of virtual time each. */
class ScenarioRunTest {
    private static final long MINUTES_MS = 180_000;

    @ParameterizedTest
    @EnumSource(names = {"WALK", "SLOW_WALK", "STOP_AND_GO"})
    void everySwingOfAWalkIsCoveredAndNothingElse(Scenario scenario) throws HardwareUnavailable {
        ScenarioResult result = run(scenario, 2);
        assertTrue(result.swings() > 80, result::toString);
        assertEquals(result.swings(), result.covered());
        assertEquals(0, result.strayBursts());
        assertEquals(Map.of(), result.faults());
        assertEquals(1, result.starts());
        assertNull(result.sensorFault());
    }

    @ParameterizedTest
    @EnumSource(names = {"STANDING"})
    void nobodyWhoDoesNotWalkIsStimulated(Scenario scenario) throws HardwareUnavailable {
        for (long seed = 1; seed <= 3; seed++) {
            ScenarioResult result = run(scenario, seed);
            assertEquals(List.of(), result.notWalkingBursts());
            assertEquals(0, result.bursts());
            assertEquals(MINUTES_MS / 1e3, result.notWalkingS(), 0.1);
        }
    }

    @Test
    void aRattlingSwitchIsNamedWithinTwoStridesAndCostsNoSwing() throws HardwareUnavailable {
        for (long seed = 1; seed <= 3; seed++) {
            ScenarioResult result = run(Scenario.HEEL_CHATTER, seed);
            ScenarioResult.SensorFaultResult fault = fault(result);
            assertEquals("heel-switch-chatter", fault.namedAs());
            assertNamedWithinTwoStrides(fault);
            assertEquals(fault.coveredWithout(), result.covered());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HEEL_STUCK_OPEN", "HEEL_STUCK_CLOSED", "HEEL_BROKEN_LEAD"})
    void aSwitchThatSaysOneThingForEverIsNamedAndTheImuCarriesOn(Scenario scenario) throws HardwareUnavailable {
        for (long seed = 1; seed <= 3; seed++) {
            ScenarioResult result = run(scenario, seed);
            ScenarioResult.SensorFaultResult fault = fault(result);
            assertEquals("heel-switch-unreliable", fault.namedAs());
            assertTrue(result.faults().containsKey("heel-switch-stuck"), result::toString);
            assertNamedWithinTwoStrides(fault);
            assertEquals(fault.coveredWithout(), result.covered());
        }
    }

    @Test
    void anIntermittentSwitchIsNamedWithinTwoStridesAndCostsNoSwing() throws HardwareUnavailable {
        for (long seed = 1; seed <= 3; seed++) {
            ScenarioResult result = run(Scenario.HEEL_INTERMITTENT, seed);
            ScenarioResult.SensorFaultResult fault = fault(result);
            assertEquals("heel-switch-unreliable", fault.namedAs());
            assertNamedWithinTwoStrides(fault);
            assertEquals(fault.coveredWithout(), result.covered());
        }
    }

    @Test
    void aFrozenImuIsNamedWithinAStride() throws HardwareUnavailable {
        ScenarioResult.SensorFaultResult fault = fault(run(Scenario.IMU_FROZEN, 1));
        assertEquals("imu-silent", fault.namedAs());
        assertNamedWithinTwoStrides(fault);
    }

    @ParameterizedTest
    @EnumSource(names = {"IMU_FROZEN", "IMU_GAPS", "IMU_LOST_PACKETS", "IMU_CLIPPED"})
    void anImuThatFailsCostsNoSwingWhileTheHeelSwitchWorks(Scenario scenario) throws HardwareUnavailable {
        ScenarioResult result = run(scenario, 1);
        assertEquals(fault(result).coveredWithout(), result.covered());
        assertNotNull(fault(result).firstWrongS());
    }

    @Test
    void theSameSeedGivesTheSameResultAndAnotherDoesNot() throws HardwareUnavailable {
        assertEquals(run(Scenario.ERRANDS, 5), run(Scenario.ERRANDS, 5));
        assertTrue(!run(Scenario.ERRANDS, 5).equals(run(Scenario.ERRANDS, 6)));
    }

    @Test
    void theMonitorFindsNothingToObjectToInAnyScenario() throws HardwareUnavailable {
        for (Scenario scenario : Scenario.values()) {
            assertEquals(0, ScenarioRun.of(scenario, Settings.DEFAULT, 1, 60_000).violations(), scenario.label());
        }
    }

    @Test
    void refusesAScenarioTooShortForAnythingToHappen() {
        assertThrows(IllegalArgumentException.class,
                () -> ScenarioRun.of(Scenario.WALK, Settings.DEFAULT, 1, ScenarioRun.SHORTEST_MS - 1));
    }

    private static void assertNamedWithinTwoStrides(ScenarioResult.SensorFaultResult fault) {
        assertTrue(fault.namedAfterStrides() != null && fault.namedAfterStrides() <= 2, fault::toString);
    }

    private static ScenarioResult run(Scenario scenario, long seed) throws HardwareUnavailable {
        return ScenarioRun.of(scenario, Settings.DEFAULT, seed, MINUTES_MS);
    }

    private static ScenarioResult.SensorFaultResult fault(ScenarioResult result) {
        ScenarioResult.SensorFaultResult fault = result.sensorFault();
        if (fault == null) {
            throw new AssertionError("no sensor fault in " + result);
        }
        return fault;
    }
}
