package org.footlift.sim.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.hal.stimulator.Failure;
import org.footlift.hal.stimulator.ScienceMode2;
import org.junit.jupiter.api.Test;

/** The driver of a RehaStim2 against the emulated device. */
class ScienceMode2Test {
    private static final long PERIOD_NS = 25 * Wire.MS;
    private static final String INIT_ACK = "F0 81 7F 81 56 00 02 00 0F";

    private final Wire wire = wire(true);

    private static Wire wire(boolean strict) {
        return new Wire((skin, log) -> new EmulatedScienceMode2(skin, log, strict),
                new ScienceMode2(List.of(PERIOD_NS)));
    }

    private static EmulatedScienceMode2 opened(List<LoggedCommand> log) {
        EmulatedScienceMode2 device = new EmulatedScienceMode2((_, _, _) -> {}, log::add, false);
        device.opened(0);
        device.advance(0);
        return device;
    }

    private Failure failure() {
        Failure failure = wire.driver.failure();
        assertNotNull(failure, "nothing failed");
        return failure;
    }

    @Test
    void theEmulatorTakesTheConversationOfAnIndependentClientUnchanged() {
        List<LoggedCommand> log = new ArrayList<>();
        EmulatedScienceMode2 device = opened(log);
        List<String> lines = Conversation.lines("sciencemode2");
        for (int i = 0; i < lines.size(); i++) {
            Wire.answer(device, lines.get(i).substring(3), 100L * i * Wire.MS);
        }
        assertEquals(14, log.size());
        for (LoggedCommand command : log) {
            boolean unanswered = command.command().equals("Watchdog") || command.command().equals("Init_ack");
            assertEquals(unanswered ? null : 0, command.result(), command::toString);
        }
    }

    @Test
    void theEmulatorEnforcesTheLimitsOfTheFirmwareWhenItIsToldTo() {
        List<LoggedCommand> log = new ArrayList<>();
        EmulatedScienceMode2 device = new EmulatedScienceMode2((_, _, _) -> {}, log::add, true);
        device.opened(0);
        Wire.answer(device, INIT_ACK, 0);
        Wire.answer(device, "F0 81 56 81 5C 00 1E 00 01 00 01 00 30 00 0F", 0); // 2 ms between pulses
        assertEquals(-2, log.getLast().result());
    }

    @Test
    void theEmulatorAnswersDamagedFramesWithATransferError() {
        EmulatedScienceMode2 device = opened(new ArrayList<>());
        Wire.answer(device, INIT_ACK, 0);
        String refused = "F0 81 A0 81 56 03 21 FF 0F";
        assertEquals(refused, Wire.answer(device, "F0 81 3D 81 53 03 20 00 01 2C 19 0F", 1), "checksum");
        assertEquals(refused, Wire.answer(device, "F0 81 3C 81 52 03 20 00 01 2C 19 0F", 2), "length");
    }

    @Test
    void theEmulatorSaysInitEveryHalfSecondUntilItIsAcknowledged() {
        EmulatedScienceMode2 device = new EmulatedScienceMode2((_, _, _) -> {}, _ -> {}, true);
        device.opened(0);
        byte[] said = new byte[256];
        int inits = 0;
        for (long ms = 0; ms < 2_000; ms++) {
            device.advance(ms * Wire.MS);
            inits += device.take(said, ms * Wire.MS) > 0 ? 1 : 0;
        }
        assertEquals(4, inits);
    }

    @Test
    void startsByAcknowledgingTheDeviceAndRunsItsListWithoutCurrent() {
        wire.begun();
        assertEquals(List.of("Stop_channel_list_mode", "Init_ack", "Get_stimulation_mode", "Init_channel_list_mode",
                "Start_channel_list_mode"), wire.commands());
        assertEquals("00 01 00 0D 00 30 00", wire.log.get(3).data());
        assertEquals("00 00 14 00", wire.log.get(4).data());
        wire.run(5_000);
        assertEquals(0, wire.output.pulses());
        assertNull(wire.driver.failure());
    }

    @Test
    void aListThatADeadProgramLeftOnIsStoppedFirst() {
        wire.device.opened(0);
        for (String line : Conversation.lines("sciencemode2").subList(2, 6)) {
            Wire.answer(wire.device, line.substring(3), 0);
        }
        wire.device.opened(0);
        wire.log.clear();
        wire.begun();
        assertEquals("Stop_channel_list_mode", wire.commands().getFirst());
        assertTrue(wire.driver.ready());
        long pulses = wire.output.pulses();
        wire.run(3_000);
        assertEquals(pulses, wire.output.pulses());
    }

    @Test
    void currentsAreRoundedDownToEvenMilliampere() {
        wire.begun();
        wire.pulse(0, 25_999, 300);
        wire.step();
        assertEquals("00 01 2C 18", wire.log.getLast().data());
    }

    @Test
    void aSwingIsOneCommandToBeginAndOneToEnd() {
        wire.begun();
        long lastNs = wire.train(500, 26_000, 300);
        wire.run(500);
        assertEquals(3, wire.commands().stream().filter("Start_channel_list_mode"::equals).count());
        assertTrue(wire.output.lastNs() <= lastNs + 2 * PERIOD_NS, "lasted " + (wire.output.lastNs() - lastNs) + " ns");
        assertTrue(Math.abs(wire.output.pulses() - 20) <= 1, "pulses " + wire.output.pulses());
    }

    @Test
    void aHostThatIsKilledInMidSwingLeavesPulsesFor1200MsAndNoLonger() {
        wire.begun().train(500, 26_000, 300);
        wire.killHost();
        long diedNs = wire.nowNs;
        wire.run(10_000);
        long afterMs = (wire.output.lastNs() - diedNs) / Wire.MS;
        assertTrue(afterMs > 700 && afterMs <= 1_200, "last pulse after " + afterMs + " ms");
    }

    @Test
    void anElectrodeErrorThatTheDeviceTellsOfUnaskedEndsIt() {
        wire.begun().train(200, 26_000, 300);
        wire.device.inject(Injection.ELECTRODE);
        wire.run(50);
        assertEquals(Condition.ELECTRODE, failure().condition());
    }

    @Test
    void theEmergencySwitchIsNamed() {
        wire.begun();
        byte[] error = Conversation.bytes("F0 81 60 81 56 07 26 FF 0F");
        wire.driver.receive(error, error.length, wire.nowNs);
        assertEquals("The stimulator says: its emergency switch is pressed, or not plugged in. Release it.",
                failure().text());
    }

    @Test
    void aDeviceThatBeginsAnewByItselfIsAFault() {
        wire.begun();
        byte[] init = Conversation.bytes("F0 81 47 81 56 00 01 01 0F");
        wire.driver.receive(init, init.length, wire.nowNs);
        assertEquals(Condition.FAULT, failure().condition());
    }

    @Test
    void anotherVersionOfTheProtocolIsRefusedInTheDevicesOwnTerms() {
        wire.driver.begin(0);
        byte[] version2 = Conversation.bytes("F0 81 4E 81 56 00 01 02 0F");
        wire.driver.receive(version2, version2.length, 0);
        byte[] said = new byte[256];
        int count = wire.driver.take(said);
        assertEquals("F0 81 90 81 56 00 02 FB 0F",
                HexFormat.ofDelimiter(" ").withUpperCase().formatHex(said, count - 9, count));
        assertTrue(failure().lasting());
    }

    @Test
    void aRecoveryPhaseThatTheDeviceWouldNotGiveIsRefused() {
        wire.begun();
        PulseCommand pulse = Wire.symmetric(20_000, 250, wire.nowNs);
        pulse.recoveryAmplitudeUa = 5_000;
        pulse.recoveryWidthUs = 1_000;
        wire.driver.pulse(0, pulse, wire.nowNs);
        wire.run(100);
        assertEquals(0, wire.output.pulses());
        assertTrue(failure().text().contains("waveform = \"symmetric\""), failure()::text);
    }
}
