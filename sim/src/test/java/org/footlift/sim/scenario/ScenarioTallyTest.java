package org.footlift.sim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.footlift.sim.wearer.Activity;
import org.footlift.sim.wearer.WalkScript.Act;
import org.footlift.sim.wearer.WalkScript.Part;
import org.footlift.sim.wearer.WalkScript.Walk;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

class ScenarioTallyTest {
    private static final long MS = 1_000_000;
    private static final long PERIOD_NS = 25 * MS;

    private Part doing = new Walk(10_000);
    private final ScenarioTally tally = new ScenarioTally(() -> doing, PERIOD_NS);
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();

    @Test
    void aBurstThatMeetsASwingIsNotStray() {
        tally.happened(GaitEvent.TOE_OFF, 500 * MS);
        pulses(400, 600);
        tally.happened(GaitEvent.HEEL_STRIKE, 900 * MS);
        pulses(1_000, 1_200);
        tick(2_000, false, 0);
        tally.finish();
        assertEquals(2, tally.bursts.size());
        assertEquals(List.of(1_000 * MS), tally.strayBursts().stream().map(ScenarioTally.Burst::fromNs).toList());
    }

    @Test
    void aBurstEndsOnePeriodAfterItsLastPulseAndSaysWhatTheWearerDidAtItsStart() {
        doing = new Act(Activity.PIVOT, 15_000);
        pulses(1_000, 1_200);
        doing = new Walk(10_000);
        pulses(1_225, 1_300);
        tick(2_000, false, 0);
        tally.finish();
        assertEquals(1, tally.bursts.size());
        assertEquals(1_325 * MS, tally.bursts.getFirst().untilNs());
        assertEquals(new Act(Activity.PIVOT, 15_000), tally.bursts.getFirst().during());
    }

    @Test
    void aBurstThatIsStillOnAtTheEndIsNotJudged() {
        pulses(1_000, 1_200);
        tally.finish();
        assertEquals(List.of(), tally.strayBursts());
    }

    @Test
    void aFaultLastsFromTheTickThatNamesItToTheFirstThatDoesNot() {
        tick(5, false, 0);
        tick(10, false, Fault.HEEL_SWITCH_STUCK.bit());
        tick(15, false, Fault.HEEL_SWITCH_STUCK.bit() | Fault.SENSOR_STALE.bit());
        tick(20, false, Fault.SENSOR_STALE.bit());
        tick(25, false, Fault.SENSOR_STALE.bit());
        tally.finish();
        assertEquals(List.of(new ScenarioTally.Named(Fault.HEEL_SWITCH_STUCK, 10 * MS, 20 * MS),
                new ScenarioTally.Named(Fault.SENSOR_STALE, 15 * MS, 25 * MS)), tally.faults);
    }

    @Test
    void countsTheTimeOutsideWalks() {
        tick(0, false, 0);
        doing = new Act(Activity.CAR, 15_000);
        tick(1_000, false, 0);
        tick(3_000, false, 0);
        doing = new Walk(10_000);
        tick(4_000, false, 0);
        tick(9_000, false, 0);
        assertEquals(3_000 * MS, tally.notWalkingNs());
    }

    private void pulses(long fromMs, long untilMs) {
        for (long ms = fromMs; ms <= untilMs; ms += 25) {
            tick(ms, true, 0);
        }
    }

    private void tick(long ms, boolean pulse, int faults) {
        in.timeNs = ms * MS;
        out.faults = faults;
        out.pulses[0].clear();
        if (pulse) {
            out.pulses[0].amplitudeUa = 20_000;
            out.pulses[0].pulseWidthUs = 200;
        }
        tally.publish(in, out);
    }
}
