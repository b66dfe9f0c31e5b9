package org.footlift.sim.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.hal.stimulator.Failure;
import org.footlift.hal.stimulator.ScienceModeLowLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The low-level driver of a P24 against the emulated device, byte by byte in made-up time. */
class ScienceMode4Test {
    private static final String DAMAGED_PULSE = "F0 81 55 81 4C 81 AA 81 1E 08 02 A2 0C 85 50 00 06 44 B0 00 0C 85 10 00 0F";

    private final Wire wire = new Wire(
            (skin, log) -> new EmulatedScienceMode34(EmulatedScienceMode34.Model.P24, skin, log),
            ScienceModeLowLevel.four());

    private Failure failure() {
        Failure failure = wire.driver.failure();
        assertNotNull(failure, "nothing failed");
        return failure;
    }

    private StimulatorStatus described() {
        StimulatorStatus status = new StimulatorStatus();
        wire.driver.describe(status);
        return status;
    }

    @Test
    void theEmulatorAnswersTheConversationOfAnIndependentClientByteForByte() {
        EmulatedDevice device = new EmulatedScienceMode34(EmulatedScienceMode34.Model.P24, (_, _, _) -> {}, _ -> {});
        List<String> lines = Conversation.lines("sciencemode4");
        assertEquals(24, lines.size());
        for (int i = 0; i < lines.size(); i += 2) {
            String answer = Wire.answer(device, lines.get(i).substring(3), 100L * i * Wire.MS);
            assertEquals(lines.get(i + 1).substring(3), answer, "answer to line " + i);
        }
    }

    @Test
    void startsByAskingWhoIsThereAndWhatIsOnAndThenBeginsTheLowLevel() {
        wire.begun();
        assertEquals(List.of("Get_device_id", "Get_extended_version", "Get_stim_status", "Ll_init",
                "Get_stim_status"), wire.commands());
        assertTrue(wire.driver.ready());
        assertEquals(0, wire.output.pulses());
    }

    @Test
    void aLevelThatADeadProgramLeftOnIsStoppedFirst() {
        Wire.answer(wire.device, "F0 81 55 81 58 81 55 81 55 00 00 00 0F", 0); // Ll_init
        wire.log.clear();
        wire.begun();
        assertEquals(List.of("Get_device_id", "Get_extended_version", "Get_stim_status", "Ll_stop", "Get_stim_status",
                "Ll_init", "Get_stim_status"), wire.commands());
        assertTrue(wire.driver.ready());
    }

    @Test
    void trainsThatADeadProgramLeftOnAreStoppedFirst() {
        for (String line : Conversation.lines("sciencemode4").subList(6, 9)) {
            Wire.answer(wire.device, line.substring(3), 0);
        }
        wire.log.clear();
        wire.begun();
        assertEquals(List.of("Ml_stop", "Get_stim_status", "Ll_init"), wire.commands().subList(3, 6));
        long pulses = wire.output.pulses();
        wire.run(5_000);
        assertEquals(pulses, wire.output.pulses());
    }

    @Test
    void aPulseIsTheBytesOfTheMakersOwnLibrary() {
        wire.begun();
        wire.pulse(0, 20_000, 250);
        wire.step();
        String payload = "02 82 81 5A A5 50 00 06 44 B0 00 81 5A A4 10 00 0F";
        assertTrue(wire.fromHost.getLast().endsWith(payload), wire.fromHost.getLast());
    }

    @Test
    void oneCommandIsOnePulseAndTheNextWaitsForItsAnswer() {
        wire.begun();
        assertTrue(wire.pulse(0, 25_000, 300));
        assertFalse(wire.pulse(1, 15_000, 250));
        wire.run(3);
        assertTrue(wire.pulse(1, 15_000, 250));
        wire.run(1_000);
        assertEquals(1, wire.output.bursts(0).pulses());
        assertEquals(1, wire.output.bursts(1).pulses());
        assertEquals(0, wire.output.monitor().total(), () -> wire.output.monitor().violations().toString());
    }

    @Test
    void currentsAreRoundedDownToHalfMilliampereAndStayBalanced() {
        wire.begun();
        wire.pulse(0, 20_999, 250);
        wire.step();
        assertTrue(wire.fromHost.getLast().endsWith("81 5A A5 54 00 06 44 B0 00 81 5A A4 0C 00 0F"), // 20.5 mA
                wire.fromHost.getLast());
        assertEquals(0, wire.output.monitor().total());
    }

    @Test
    void aQuarterOfTheCurrentForFourTimesAsLongIsRoundedToWhatBalances() {
        wire.begun();
        var pulse = Wire.symmetric(21_900, 250, wire.nowNs);
        pulse.recoveryAmplitudeUa = 21_900 / 4;
        pulse.recoveryWidthUs = 1_000;
        wire.driver.pulse(0, pulse, wire.nowNs);
        wire.run(5);
        assertEquals(1, wire.output.pulses());
        assertEquals(0, wire.output.monitor().total(), () -> wire.output.monitor().violations().toString());
    }

    @Test
    void nothingOfAPulseBelowTheSmallestStepIsSent() {
        wire.begun();
        int sent = wire.fromHost.size();
        wire.pulse(0, 499, 250);
        wire.pulse(0, 20_000, 9);
        wire.run(10);
        assertEquals(sent, wire.fromHost.size());
    }

    @Test
    void asksInQuietTimesWhetherTheDeviceIsStillThere() {
        wire.begun().run(3_000);
        assertEquals(2 + 5, wire.commands().stream().filter("Get_stim_status"::equals).count());
        assertEquals(150, described().outputVoltageV);
        wire.device.inject(Injection.SILENCE);
        wire.run(700);
        assertEquals(Condition.DISCONNECTED, failure().condition());
    }

    @Test
    void anElectrodeErrorEndsItAndNoPulseFollows() {
        wire.begun().train(1_000, 25_000, 300);
        wire.device.inject(Injection.ELECTRODE);
        long pulses = wire.output.pulses();
        wire.train(1_000, 25_000, 300);
        assertEquals(Condition.ELECTRODE, failure().condition());
        assertEquals("The stimulator says: an electrode is off or dry: check the electrodes (result 10).",
                failure().text());
        assertEquals(pulses, wire.output.pulses());
        assertFalse(wire.driver.mayPulse());
    }

    @Test
    void theHighVoltageFailingIsAFault() {
        wire.begun().train(1_000, 25_000, 300);
        wire.device.inject(Injection.HIGH_VOLTAGE);
        wire.train(100, 25_000, 300);
        assertEquals(Condition.FAULT, failure().condition());
    }

    @Test
    void aDeviceThatIsBusyForAMomentLosesPulsesOnly() {
        wire.begun().train(500, 25_000, 300);
        wire.device.inject(Injection.BUSY);
        wire.train(50, 25_000, 300);
        wire.device.inject(Injection.NONE);
        wire.train(500, 25_000, 300);
        assertNull(wire.driver.failure());
        assertEquals(40, wire.output.pulses());
    }

    @Test
    void aDeviceThatStaysBusyIsAFault() {
        wire.begun();
        wire.device.inject(Injection.BUSY);
        wire.train(500, 25_000, 300);
        assertEquals(Condition.FAULT, failure().condition());
        assertTrue(failure().text().contains("it is busy"), failure()::text);
    }

    @ParameterizedTest
    @EnumSource(value = Injection.class, names = {"SILENCE", "GARBAGE"})
    void anAnswerThatStaysAwayForATenthOfASecondIsALostDevice(Injection trouble) {
        wire.begun().train(500, 25_000, 300);
        wire.device.inject(trouble);
        long pulses = wire.output.pulses();
        wire.train(1_000, 25_000, 300);
        assertEquals(Condition.DISCONNECTED, failure().condition());
        assertEquals(pulses + 1, wire.output.pulses(), "the one whose answer never came");
    }

    @Test
    void anAnswerUnderAnotherNumberIsAFault() {
        wire.begun();
        wire.pulse(0, 25_000, 300);
        byte[] frame = Conversation.bytes("F0 81 55 81 5A 81 47 81 8F 04 03 00 00 00 0F");
        wire.driver.receive(frame, frame.length, wire.nowNs);
        assertEquals(Condition.FAULT, failure().condition());
        assertTrue(failure().text().contains("which nobody was waiting for"), failure()::text);
    }

    @Test
    void endsWithAStopWhichTheDeviceConfirms() {
        wire.begun().train(200, 25_000, 300);
        wire.driver.end(wire.nowNs);
        wire.run(100);
        assertEquals("Ll_stop", wire.commands().getLast());
        assertTrue(wire.driver.ended());
        assertFalse(wire.driver.ready());
    }

    @Test
    void afterAFailureTheDeviceIsStillToldToStop() {
        wire.begun().train(200, 25_000, 300);
        wire.device.inject(Injection.ELECTRODE);
        wire.train(100, 25_000, 300);
        wire.driver.end(wire.nowNs);
        wire.run(300);
        assertEquals("Ll_stop", wire.commands().getLast());
        assertTrue(wire.driver.ended());
    }

    @Test
    void aRehaMove3IsRefusedWithWhatToChange() {
        Wire other = new Wire(
                (skin, log) -> new EmulatedScienceMode34(EmulatedScienceMode34.Model.REHAMOVE3, skin, log),
                ScienceModeLowLevel.four()).begun();
        Failure failure = other.driver.failure();
        assertNotNull(failure);
        assertEquals(
                "This stimulator does not speak ScienceMode4. Is it a RehaMove3? Then set protocol = \"sciencemode3\".",
                failure.text());
        assertTrue(failure.lasting());
    }

    @Test
    void aHostThatIsKilledIsSilenceFromThenOn() {
        wire.begun().train(500, 25_000, 300);
        wire.killHost();
        long diedNs = wire.nowNs;
        wire.run(5_000);
        assertTrue(wire.output.lastNs() <= diedNs, "a pulse " + (wire.output.lastNs() - diedNs) + " ns after its host");
    }

    @Test
    void theEmulatorRefusesWhatTheDeviceRefuses() {
        EmulatedDevice device = new EmulatedScienceMode34(EmulatedScienceMode34.Model.P24, (_, _, _) -> {}, _ -> {});
        assertEquals("F0 81 55 81 58 81 2E 81 DA 00 42 01 0F", Wire.answer(device, DAMAGED_PULSE, 0));
        assertEquals("F0 81 55 81 58 81 CC 81 A5 04 21 07 0F",
                Wire.answer(device,
                        "F0 81 55 81 49 81 3F 81 43 04 20 01 23 00 50 0C 85 50 00 06 44 B0 00 0C 84 10 00 0F",
                        0),
                "an update before Ml_init");
        assertEquals("F0 81 55 81 58 81 BC 81 A1 00 43 0B 0F",
                Wire.answer(device, "F0 81 55 81 59 81 43 81 44 00 32 0F", 0), "a command of the older device");
    }
}
