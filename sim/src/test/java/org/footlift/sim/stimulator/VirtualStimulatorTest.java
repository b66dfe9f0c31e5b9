package org.footlift.sim.stimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.sim.SteppedTime;
import org.footlift.sim.stimulator.Violation.Rule;
import org.junit.jupiter.api.Test;

class VirtualStimulatorTest {
    private final SteppedTime time = new SteppedTime();
    private final PulseMonitor monitor = new PulseMonitor(List.of(OutputDeclaration.DEFAULT, OutputDeclaration.DEFAULT),
            PulseMonitor.Use.WALKING, 0);
    private final VirtualStimulator stimulator = new VirtualStimulator(time,
            List.of(new BurstLog(25_000_000), new BurstLog(25_000_000)), monitor);

    @Test
    void dropsAPulseThatComesAfterItsExpiry() {
        PulseCommand pulse = Pulses.of(20_000, 300);
        pulse.expiresNs = 10_000_000;
        time.advance(10_000_000);
        stimulator.pulse(0, pulse);
        time.advance(1);
        stimulator.pulse(0, pulse);
        assertEquals(1, stimulator.bursts(0).pulses());
        assertEquals(1, stimulator.dropped());
    }

    @Test
    void countsEachChannelByItself() {
        stimulator.pulse(0, Pulses.of(20_000, 300));
        time.advance(25_000_000);
        stimulator.pulse(0, Pulses.of(20_000, 300));
        stimulator.pulse(1, Pulses.of(15_000, 250));
        assertEquals(2, stimulator.bursts(0).pulses());
        assertEquals(1, stimulator.bursts(1).pulses());
    }

    @Test
    void showsEveryPulseToTheMonitor() {
        stimulator.pulse(0, Pulses.of(20_000, 300, 19_000, 300));
        assertEquals(1, monitor.count(Rule.BALANCE));
    }

    @Test
    void aCommandThatAsksForNothingIsNothing() {
        stimulator.pulse(0, new PulseCommand());
        assertEquals(0, stimulator.bursts(0).pulses());
        assertEquals(0, stimulator.dropped());
    }

    @Test
    void isReadyUntilToldOtherwiseAndGoneAfterItsClose() {
        StimulatorStatus status = new StimulatorStatus();
        stimulator.status(status);
        assertEquals(Condition.READY, status.condition);
        assertEquals(100_000, status.maxAmplitudeUa);
        stimulator.report(Condition.ELECTRODE);
        stimulator.status(status);
        assertEquals(Condition.ELECTRODE, status.condition);
        stimulator.close();
        stimulator.status(status);
        assertEquals(Condition.DISCONNECTED, status.condition);
        stimulator.pulse(0, Pulses.of(20_000, 300));
        assertEquals(0, stimulator.bursts(0).pulses());
        assertEquals(1, stimulator.silences());
    }

    @Test
    void whoeverHasReadThatItIsNotReadyMayNotPulse() {
        StimulatorStatus status = new StimulatorStatus();
        stimulator.report(Condition.ELECTRODE);
        stimulator.pulse(0, Pulses.of(1_000, 100));
        assertEquals(0, monitor.count(Rule.STOPPED), "nobody could know");
        stimulator.status(status);
        time.advance(25_000_000);
        stimulator.pulse(0, Pulses.of(1_000, 100));
        assertEquals(1, monitor.count(Rule.STOPPED));
        stimulator.report(Condition.READY);
        stimulator.status(status);
        time.advance(25_000_000);
        stimulator.pulse(0, Pulses.of(1_000, 100));
        assertEquals(1, monitor.count(Rule.STOPPED));
    }
}
