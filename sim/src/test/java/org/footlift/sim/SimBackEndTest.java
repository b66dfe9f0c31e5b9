package org.footlift.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareRequest.Imu;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Scheduling;
import org.footlift.hal.ImuSite;
import org.junit.jupiter.api.Test;

class SimBackEndTest {
    private final BackEnd backEnd = new SimBackEnd();

    @Test
    void isFoundByItsName() {
        BackEnd found = ServiceLoader.load(BackEnd.class).stream().map(ServiceLoader.Provider::get)
                .filter(b -> b.name().equals("sim")).findFirst().orElseThrow();
        assertInstanceOf(SimBackEnd.class, found);
    }

    @Test
    void opensInRealTimeWhereSleepingReachesItsDeadline() throws HardwareUnavailable {
        try (Hardware hardware = backEnd
                .open(new HardwareRequest(List.of(new Imu(ImuSite.FOOT, 100)), true, 1, Map.of()),
                        Scheduling.ORDINARY)) {
            long deadlineNs = hardware.clock().timeNs() + 200_000;
            hardware.pacer().sleepUntil(deadlineNs);
            assertTrue(hardware.clock().timeNs() >= deadlineNs);
        }
    }

    @Test
    void refusesAWrongOptionBeforeAnythingOpens() {
        HardwareRequest request = new HardwareRequest(List.of(), true, 1, Map.of("sede", "4"));
        assertTrue(message(request).startsWith("The virtual wearer has no option \"sede\"."));
    }

    @Test
    void refusesWhatALegCannotWear() {
        Imu foot = new Imu(ImuSite.FOOT, 100);
        assertEquals("Two IMUs are asked for at one site. Ask for at most one on the foot and one on the shank.",
                message(new HardwareRequest(List.of(foot, foot), true, 1, Map.of())));
        assertEquals("The foot IMU is asked for 0.0 samples per second. Give 1.0 to 10000.0.",
                message(new HardwareRequest(List.of(new Imu(ImuSite.FOOT, 0)), true, 1, Map.of())));
        assertEquals("3 stimulation channels are asked for. Give 1 to 2.",
                message(new HardwareRequest(List.of(foot), true, 3, Map.of())));
    }

    private String message(HardwareRequest request) {
        return String.valueOf(
                assertThrows(HardwareUnavailable.class, () -> backEnd.open(request, Scheduling.ORDINARY)).getMessage());
    }
}
