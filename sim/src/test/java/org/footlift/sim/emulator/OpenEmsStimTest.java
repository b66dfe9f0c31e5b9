package org.footlift.sim.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.hal.stimulator.OpenEmsStim;
import org.footlift.hal.stimulator.StimulatorProtocol;
import org.junit.jupiter.api.Test;

/** Short leases of a gate in front of a TENS unit. */
class OpenEmsStimTest {
    private static final List<Long> PERIODS = List.of(25 * Wire.MS, 25 * Wire.MS);

    private final Wire wire = new Wire(EmulatedOpenEmsStim::new, new OpenEmsStim(PERIODS, 100_000));

    private List<String> told() {
        return wire.log.stream().map(LoggedCommand::data).toList();
    }

    @Test
    void speaksTheLinesThatTheFirmwareTakes() {
        StimulatorProtocol driver = new OpenEmsStim(PERIODS, 100_000);
        byte[] awake = "start\r\nSETUP DONE\r\n".getBytes(StandardCharsets.US_ASCII);
        driver.begin(0);
        driver.receive(awake, awake.length, 0);
        assertEquals("WV,0018,47.\n", said(driver));
        driver.pulse(0, Wire.symmetric(30_999, 300, Wire.MS), Wire.MS);
        assertEquals("WV,0018,43304933305432353047.\n", said(driver));
        driver.pulse(1, Wire.symmetric(50_000, 300, 2 * Wire.MS), 2 * Wire.MS);
        assertEquals("WV,0018,43314935305432353047.\n", said(driver));
    }

    private static String said(StimulatorProtocol driver) {
        byte[] bytes = new byte[512];
        return new String(bytes, 0, driver.take(bytes), StandardCharsets.US_ASCII);
    }

    @Test
    void opensAGateForAQuarterOfASecondAgainAndAgainAndShutsIt() {
        wire.begun();
        long lastNs = wire.train(500, 25_000, 300);
        wire.run(1_000);
        assertEquals(List.of("G", "C0I25T250G", "C0I25T250G", "C0I25T250G", "C0I25T250G", "C0I25T250G",
                "C0I25T250G", "G"), told());
        assertTrue(wire.output.lastNs() <= lastNs + 50 * Wire.MS, "lasted " + (wire.output.lastNs() - lastNs) + " ns");
        assertTrue(Math.abs(wire.output.pulses() - 20) <= 2, "pulses " + wire.output.pulses());
    }

    @Test
    void lessThanOnePercentShutsTheGateForTheFirmwareWouldOpenItAtZero() {
        wire.begun().train(200, 25_000, 300);
        wire.train(200, 999, 300);
        assertEquals("G", told().getLast());
        assertFalse(told().stream().anyMatch(t -> t.contains("I0T")), told()::toString);
    }

    @Test
    void aHostThatIsKilledInMidSwingLeavesItsLease() {
        wire.begun().train(500, 25_000, 300);
        wire.killHost();
        long diedNs = wire.nowNs;
        wire.run(5_000);
        long afterMs = (wire.output.lastNs() - diedNs) / Wire.MS;
        assertTrue(afterMs <= 250, "last pulse after " + afterMs + " ms");
    }

    @Test
    void shuttingOneGateOpensTheOtherAgain() {
        wire.begun();
        for (int i = 0; i < 8; i++) {
            wire.pulse(0, 25_000, 300);
            if (i < 3) {
                wire.pulse(1, 20_000, 300);
            }
            wire.run(25);
        }
        int shut = told().lastIndexOf("G");
        assertTrue(shut > 1, told()::toString);
        assertEquals("C0I25T250G", told().get(shut + 1));
    }

    @Test
    void aBoardThatNeverWakesIsReported() {
        OpenEmsStim driver = new OpenEmsStim(PERIODS, 100_000);
        driver.begin(0);
        driver.advance(12_000 * Wire.MS);
        assertNotNull(driver.failure());
        assertEquals(Condition.DISCONNECTED, driver.failure().condition());
    }
}
