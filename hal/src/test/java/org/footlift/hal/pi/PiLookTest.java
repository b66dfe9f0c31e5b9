package org.footlift.hal.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSite;
import org.footlift.hal.Wiring;
import org.junit.jupiter.api.Test;

class PiLookTest {
    private static final int HEEL = 17;
    private static final int SECOND = 22;
    private static final int START = 5;

    private final FakeBoard board = new FakeBoard();

    private List<PiLook.Part> look(Wiring.Heel heel, List<HardwareRequest.Imu> imus) {
        int none = Wiring.NOT_WIRED;
        Wiring wiring = new Wiring(27, heel, List.of(new Wiring.Imu(ImuSite.SHANK, "mpu6050", 1, 0x68, "-")),
                new Wiring.PanelPins(START, none, none, none, none, none, none, none, none));
        HardwareRequest request = new HardwareRequest(imus, true, 1, Optional.empty(), Optional.of(wiring), Map.of());
        return PiLook.at(request, () -> board, (port, _) -> {
            throw new HardwareUnavailable("There is no port " + port + ".");
        });
    }

    private static PiLook.Part part(String name, List<PiLook.Part> found) {
        return found.stream().filter(part -> part.name().equals(name)).findAny().orElseThrow();
    }

    @Test
    void whatIsWiredIsTakenReadAndReleased() {
        board.high.put(HEEL, false);
        List<PiLook.Part> found = look(new Wiring.Switch(HEEL), List.of());
        assertEquals(List.of(new PiLook.Part("pins", true, "heartbeat and panel are free"),
                new PiLook.Part("heel", true, "not loaded")), found);
        assertTrue(board.closed);
        assertFalse(board.isHigh(27));
    }

    @Test
    void aHeelThatReadsAsLoadedMayBeABrokenLeadAndIsSaidToBe() {
        assertTrue(part("heel", look(new Wiring.Switch(HEEL), List.of())).words().contains("lift the heel"));
    }

    @Test
    void contactsThatAgreeAreAFailure() {
        board.high.put(SECOND, true);
        PiLook.Part heel = part("heel", look(new Wiring.SwitchPair(HEEL, SECOND), List.of()));
        assertFalse(heel.well());
        assertTrue(heel.words().contains("broken or shorted"), heel.words());
    }

    @Test
    void aPinThatIsTakenAndAnImuThatIsNotThereAreEachSaidBesideTheRest() {
        board.refusedGpio = START;
        List<PiLook.Part> found = look(new Wiring.Switch(HEEL), List.of(new HardwareRequest.Imu(ImuSite.SHANK, 100)));
        assertEquals(List.of("pins", "heel", "shank imu"), found.stream().map(PiLook.Part::name).toList());
        assertEquals("GPIO 5 is taken.", part("pins", found).words());
        assertTrue(part("heel", found).well());
        assertEquals("No bus 1.", part("shank imu", found).words());
    }

    @Test
    void anotherComputerIsSaidOnce() {
        Wiring wiring = new Wiring(27, new Wiring.Switch(HEEL), List.of(),
                new Wiring.PanelPins(-1, -1, -1, -1, -1, -1, -1, -1, -1));
        List<PiLook.Part> found = PiLook.at(
                new HardwareRequest(List.of(), true, 1, Map.of()).with(wiring), () -> {
                    throw new HardwareUnavailable("No Raspberry Pi here.");
                }, (_, _) -> {
                    throw new HardwareUnavailable("no port");
                });
        assertEquals(List.of(new PiLook.Part("pins", false, "No Raspberry Pi here.")), found);
    }
}
