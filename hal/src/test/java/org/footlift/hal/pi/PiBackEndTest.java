package org.footlift.hal.pi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.ImuSite;
import org.footlift.hal.PanelState;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.SensorSource;
import org.footlift.hal.SerialLink;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.Wiring;
import org.junit.jupiter.api.Test;

/** The whole back-end on pins that a test moves and a port with an openEMSstim that is ready. */
class PiBackEndTest {
    private static final int HEEL = 17;
    private static final int SECOND = 22;
    private static final int HEARTBEAT = 27;
    private static final int PAUSE = 6;
    private static final HardwareRequest.Output OUTPUT = new HardwareRequest.Output("openemsstim", "/dev/ttyX", false,
            List.of(25_000_000L), 100_000);

    private final FakeBoard board = new FakeBoard();
    private final SerialLink port = mock(SerialLink.class);
    private boolean greeted;

    private Hardware open(HardwareRequest request) throws Exception {
        when(port.read(any())).thenAnswer(call -> {
            if (greeted) {
                Thread.sleep(1);
                return 0;
            }
            greeted = true;
            byte[] hello = "SETUP DONE\r\n".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(hello, 0, call.<byte[]>getArgument(0), 0, hello.length);
            return hello.length;
        });
        return new PiBackEnd(() -> board, (_, _) -> port).open(request, Scheduling.ORDINARY);
    }

    private static HardwareRequest request(Wiring.Heel heel, List<HardwareRequest.Imu> imus, boolean heelWorn) {
        return new HardwareRequest(imus, heelWorn, 1, Optional.of(OUTPUT), Optional.of(wiring(heel)), Map.of());
    }

    private static Wiring wiring(Wiring.Heel heel) {
        int none = Wiring.NOT_WIRED;
        return new Wiring(HEARTBEAT, heel,
                List.of(new Wiring.Imu(ImuSite.FOOT, "lsm6dso", 1, 0x6A, "-")),
                new Wiring.PanelPins(none, PAUSE, none, none, none, none, none, none, none));
    }

    private static String refusal(PiBackEnd backEnd, HardwareRequest request) {
        return String.valueOf(assertThrows(HardwareUnavailable.class,
                () -> backEnd.open(request, Scheduling.ORDINARY)).getMessage());
    }

    /** The newest heel reading, waiting for the threads to have taken one after now. */
    private static SensorFrame nextReading(Hardware hardware) {
        SensorFrame frame = new SensorFrame();
        hardware.sensors().drain(hardware.clock().timeNs(), frame);
        frame.clear();
        while (frame.heelCount() == 0) {
            Thread.onSpinWait();
            hardware.sensors().drain(hardware.clock().timeNs(), frame);
        }
        return frame;
    }

    @Test
    void whatIsWrongWithAnImuIsSaidBesideTheHeelSensor() {
        SensorSource imus = mock(SensorSource.class);
        when(imus.complaint()).thenReturn("The IMU on the foot does not answer.");
        SensorSource worn = new PiBackEnd.Worn((_, frame) -> frame.addHeel(), imus);
        assertEquals("The IMU on the foot does not answer.", worn.complaint());
        SensorFrame frame = new SensorFrame();
        worn.drain(7, frame);
        assertEquals(1, frame.heelCount());
        verify(imus).drain(7, frame);
    }

    @Test
    void theServiceLoaderFindsIt() {
        assertTrue(ServiceLoader.load(BackEnd.class).stream().anyMatch(p -> p.get().name().equals("pi")));
    }

    @Test
    void aHeelSwitchIsReadAtOnceAndItsBrokenLeadIsLoad() throws Exception {
        board.high.put(HEEL, false);
        try (Hardware hardware = open(request(new Wiring.Switch(HEEL), List.of(), true))) {
            assertFalse(nextReading(hardware).heel(0).loaded);
            board.high.remove(HEEL);
            SensorFrame frame = nextReading(hardware);
            while (!frame.heel(frame.heelCount() - 1).loaded) {
                frame = nextReading(hardware);
            }
            assertTrue(frame.heel(frame.heelCount() - 1).valid);
        }
    }

    @Test
    void anEdgeIsAReadingOfItsOwn() throws Exception {
        try (Hardware hardware = open(request(new Wiring.Switch(HEEL), List.of(), true))) {
            SensorFrame frame = new SensorFrame();
            hardware.sensors().drain(hardware.clock().timeNs(), frame);
            long before = frame.heelCount();
            for (int i = 0; i < 40; i++) {
                board.edge(HEEL);
            }
            hardware.sensors().drain(hardware.clock().timeNs(), frame);
            assertTrue(frame.heelCount() >= before + 40, "readings " + frame.heelCount());
        }
    }

    @Test
    void aPairOfContactsThatAgreeIsInvalid() throws Exception {
        board.high.put(HEEL, false);
        try (Hardware hardware = open(request(new Wiring.SwitchPair(HEEL, SECOND), List.of(), true))) {
            assertTrue(nextReading(hardware).heel(0).valid);
            board.high.put(HEEL, true);
            SensorFrame frame = nextReading(hardware);
            while (frame.heel(frame.heelCount() - 1).valid) {
                frame = nextReading(hardware);
            }
            assertTrue(frame.heel(frame.heelCount() - 1).loaded);
        }
    }

    @Test
    void theHeartbeatLineMovesWithEachToggleAndNotByItself() throws Exception {
        try (Hardware hardware = open(request(new Wiring.Switch(HEEL), List.of(), true))) {
            assertFalse(board.isHigh(HEARTBEAT));
            hardware.heartbeat().toggle();
            assertTrue(board.isHigh(HEARTBEAT));
            hardware.heartbeat().toggle();
            assertFalse(board.isHigh(HEARTBEAT));
        }
    }

    @Test
    void aHeartbeatLineThatCannotBeDrivenIsNotPassedOver() throws Exception {
        try (Hardware hardware = open(request(new Wiring.Switch(HEEL), List.of(), true))) {
            board.broken = true;
            assertThrows(IllegalStateException.class, () -> hardware.heartbeat().toggle());
            board.broken = false;
        }
    }

    @Test
    void theButtonsOfThePanelArriveAndTheStimulatorIsReady() throws Exception {
        board.high.put(PAUSE, false);
        try (Hardware hardware = open(request(new Wiring.Switch(HEEL), List.of(), true))) {
            PanelState panel = new PanelState();
            while (!panel.pause) {
                Thread.onSpinWait();
                hardware.panel().read(panel);
            }
            StimulatorStatus status = new StimulatorStatus();
            hardware.stimulator().status(status);
            assertEquals(StimulatorStatus.Condition.READY, status.condition);
        }
        assertTrue(board.closed);
    }

    @Test
    void aHeelSensorThatIsNotWornTakesNoPin() throws Exception {
        try (Hardware hardware = open(request(new Wiring.Switch(HEEL), List.of(), false))) {
            assertFalse(board.taken.stream().anyMatch(use -> use.contains("heel")), board.taken::toString);
            SensorFrame frame = new SensorFrame();
            hardware.sensors().drain(hardware.clock().timeNs(), frame);
            assertEquals(0, frame.heelCount());
        }
    }

    @Test
    void withoutARealStimulatorItSaysWhatToSet() {
        HardwareRequest request = new HardwareRequest(List.of(), true, 1, Map.of())
                .with(wiring(new Wiring.Switch(HEEL)));
        assertTrue(refusal(new PiBackEnd(() -> board, (_, _) -> port), request)
                .contains("hardware.stimulator.protocol"));
    }

    @Test
    void whatWasOpenedIsReleasedWhenAPinAConverterAnImuOrTheStimulatorIsNotThere() throws Exception {
        I2cDevice deaf = mock(I2cDevice.class);
        doThrow(new I2cDevice.Failed("no answer")).when(deaf).write(anyInt(), any(), anyInt());
        board.chips.put(0x48, deaf);
        PiBackEnd backEnd = new PiBackEnd(() -> board, (_, _) -> port);
        HardwareRequest unknown = new HardwareRequest(List.of(), true, 1,
                Optional.of(new HardwareRequest.Output("smoke signals", "-", false, List.of(1L), 1)),
                Optional.of(wiring(new Wiring.Switch(HEEL))), Map.of());
        assertTrue(refusal(backEnd, unknown).contains("smoke signals"));
        assertTrue(board.closed);
        board.closed = false;
        assertEquals(
                "The heel sensor's ADS1115 does not answer: no answer. Check its wiring and [hardware.pi.heel].",
                refusal(backEnd, request(new Wiring.Ads1115(1, 0x48, 0), List.of(), true)));
        assertTrue(board.closed);
        board.closed = false;
        assertEquals("No bus 1.", refusal(backEnd, request(new Wiring.Switch(HEEL),
                List.of(new HardwareRequest.Imu(ImuSite.FOOT, 100)), false)));
        assertTrue(board.closed);
        board.closed = false;
        board.refusedGpio = HEARTBEAT;
        assertEquals("GPIO 27 is taken.", refusal(backEnd, request(new Wiring.Switch(HEEL), List.of(), true)));
        assertTrue(board.closed);
    }

    @Test
    void whatWasOpenedIsReleasedAlsoAfterABug() {
        board.bugGpio = HEEL;
        PiBackEnd backEnd = new PiBackEnd(() -> board, (_, _) -> port);
        HardwareRequest request = request(new Wiring.Switch(HEEL), List.of(), true);
        assertThrows(IllegalStateException.class, () -> backEnd.open(request, Scheduling.ORDINARY));
        assertTrue(board.closed);
    }

    @Test
    void aPartThatCannotBeClosedKeepsNoOtherOpen() throws Exception {
        I2cDevice chip = mock(I2cDevice.class);
        byte[] registers = new byte[0x80];
        registers[0x0F] = 0x6C;
        registers[0x1E] = 0x03;
        registers[0x2D] = 0x08; // 1 g
        doAnswer(call -> {
            registers[0x22]++; // never twice the same
            registers[0x28]++;
            System.arraycopy(registers, call.<Integer>getArgument(0), call.<byte[]>getArgument(1), 0,
                    call.<Integer>getArgument(2));
            return null;
        }).when(chip).read(anyInt(), any(), anyInt());
        doAnswer(call -> {
            registers[call.<Integer>getArgument(0)] = (byte) (call.<byte[]>getArgument(1)[0] & ~1); // its reset has ended
            return null;
        }).when(chip).write(anyInt(), any(), anyInt());
        doThrow(new IllegalStateException("not released")).when(chip).close();
        board.chips.put(0x6A, chip);
        Hardware hardware = open(request(new Wiring.Switch(HEEL), List.of(new HardwareRequest.Imu(ImuSite.FOOT, 100)),
                true));
        assertEquals("not released", assertThrows(IllegalStateException.class, hardware::close).getMessage());
        assertTrue(board.closed);
    }
}
