package org.footlift.sim.emulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.hal.stimulator.ScienceModeMidLevel;
import org.junit.jupiter.api.Test;

/** The device repeats pulses; the driver's leases bound for how long. */
class ScienceModeMidLevelTest {
    private static final long PERIOD_NS = 25 * Wire.MS;

    private final Wire wire = new Wire(
            (skin, log) -> new EmulatedScienceMode34(EmulatedScienceMode34.Model.P24, skin, log),
            ScienceModeMidLevel.four(List.of(PERIOD_NS, PERIOD_NS)));

    @Test
    void beginsWithAllChannelsStoppingOnAnErrorOfOne() {
        wire.begun();
        LoggedCommand init = wire.log.stream().filter(c -> c.command().equals("Ml_init")).findFirst().orElseThrow();
        assertEquals("01", init.data());
    }

    @Test
    void aPulseIsTheUpdateOfTheMakersOwnLibrary() {
        wire.begun();
        wire.pulse(0, 25_000, 300);
        wire.step();
        assertEquals("01 20 00 64 12 C5 78 00 06 44 B0 00 12 C3 E8 00", wire.log.getLast().data());
    }

    @Test
    void theTrainGoesOnWhileThePulsesComeAndEndsOneAndAHalfPeriodsAfterTheLast() {
        wire.begun();
        long lastNs = wire.train(1_000, 25_000, 300);
        wire.run(1_000);
        assertTrue(Math.abs(wire.output.pulses() - 40) <= 1, "pulses " + wire.output.pulses());
        assertTrue(wire.output.lastNs() <= lastNs + 2 * PERIOD_NS, "lasted " + (wire.output.lastNs() - lastNs) + " ns");
        assertEquals("00", wire.log.stream().filter(c -> c.command().equals("Ml_update")).reduce((_, b) -> b)
                .orElseThrow().data());
        assertEquals(0, wire.output.monitor().total());
    }

    @Test
    void silenceEndsTheTrainAtOnce() {
        wire.begun().train(500, 25_000, 300);
        wire.driver.silence(wire.nowNs);
        wire.step();
        long pulses = wire.output.pulses();
        wire.run(1_000);
        assertEquals(pulses, wire.output.pulses());
    }

    @Test
    void unchangedPulsesCostNoCommands() {
        wire.begun().train(1_000, 25_000, 300);
        assertEquals(1, wire.commands().stream().filter("Ml_update"::equals).count());
        assertTrue(wire.commands().stream().filter("Ml_get_current_data"::equals).count() >= 5);
    }

    @Test
    void aHostThatIsKilledInMidSwingLeavesTwoSecondsOfPulsesAndNoMore() {
        wire.begun().train(500, 25_000, 300);
        wire.killHost();
        long diedNs = wire.nowNs;
        wire.run(10_000);
        long afterMs = (wire.output.lastNs() - diedNs) / Wire.MS;
        assertTrue(afterMs > 1_500 && afterMs <= 2_000, "last pulse after " + afterMs + " ms");
    }

    @Test
    void anElectrodeErrorIsFoundByAskingThoughNoPulseIsWanted() {
        wire.begun().train(500, 25_000, 300);
        wire.device.inject(Injection.ELECTRODE);
        wire.train(300, 25_000, 300);
        assertNotNull(wire.driver.failure());
        assertEquals(Condition.ELECTRODE, wire.driver.failure().condition());
    }

    @Test
    void staysReadyThroughAMinuteOfStanding() {
        wire.begun().run(60_000);
        assertNull(wire.driver.failure());
        assertTrue(wire.driver.ready());
    }
}
