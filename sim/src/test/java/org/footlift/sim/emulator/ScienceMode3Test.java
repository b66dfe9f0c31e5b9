package org.footlift.sim.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.hal.stimulator.ScienceModeLowLevel;
import org.junit.jupiter.api.Test;

/** Where the RehaMove3 differs from the P24. */
class ScienceMode3Test {
    private final Wire wire = new Wire(
            (skin, log) -> new EmulatedScienceMode34(EmulatedScienceMode34.Model.REHAMOVE3, skin, log),
            ScienceModeLowLevel.three());

    @Test
    void startsByTheCommandsOfTheOlderDeviceThoughItsAnswersAreLongerThanItsDocument() {
        wire.begun();
        assertEquals(List.of("Get_device_id", "Get_version_main", "Get_stim_status", "Ll_init", "Get_stim_status",
                "Get_battery_status"), wire.commands());
        assertTrue(wire.driver.ready());
    }

    @Test
    void theEmulatorAnswersTheInitialisationAsTheMakersLibraryDoes() {
        EmulatedDevice device = new EmulatedScienceMode34(EmulatedScienceMode34.Model.REHAMOVE3, (_, _, _) -> {},
                _ -> {});
        assertEquals("F0 81 55 81 6A 81 2E 81 15 00 01" + " 00".repeat(51) + " 0F",
                Wire.answer(device, "F0 81 55 81 58 81 55 81 55 00 00 00 0F", 0));
        assertEquals("F0 81 55 81 5B 81 C6 81 F4 04 03 00 00 0F", Wire.answer(device,
                "F0 81 55 81 4E 81 D3 81 AF 04 02 82 81 5A A5 50 00 06 44 B0 00 81 5A A4 10 00 0F", 100 * Wire.MS));
    }

    @Test
    void itsBatteryReachesTheStatus() {
        wire.begun();
        StimulatorStatus status = new StimulatorStatus();
        wire.driver.describe(status);
        assertEquals(87, status.batteryPct);
        assertEquals(150, status.outputVoltageV);
    }

    @Test
    void anElectrodeErrorNamesTheElectrodes() {
        wire.begun();
        wire.device.inject(Injection.ELECTRODE);
        wire.train(100, 25_000, 300);
        assertNotNull(wire.driver.failure());
        assertEquals(Condition.ELECTRODE, wire.driver.failure().condition());
        assertEquals(0, wire.output.pulses());
    }
}
