package org.footlift.controller;

import org.footlift.config.HardLimits;
import org.footlift.config.Settings;
import org.footlift.controller.gait.GaitDetector;
import org.footlift.controller.safety.FaultRegister;
import org.footlift.controller.safety.ModeMachine;
import org.footlift.controller.safety.SafetyGovernor;
import org.footlift.controller.stimulation.StimulationPlanner;
import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/**
 * One tick of Footlift, from samples to pulses. A pure function of its state and its input: no clock, no thread, no I/O, no randomness,
 * so that a recording replays byte for byte. Not thread-safe; allocates nothing after construction.
 */
public final class Controller {
    private static final long LATE_NS = HardLimits.LOOP_LATE_MS * 1_000_000L;
    private static final long STALLED_NS = HardLimits.LOOP_STALLED_MS * 1_000_000L;

    private final GaitDetector detector;
    private final StimulationPlanner planner;
    private final ModeMachine modes;
    private final SafetyGovernor governor;

    private long lastTimeNs = Long.MIN_VALUE;
    private Mode modeBefore = Mode.OFF;
    private boolean burst;
    private int bursts;

    /** A controller for {@code settings}: off, at zero, nothing known of the wearer. */
    public Controller(Settings settings) {
        detector = new GaitDetector(settings);
        planner = new StimulationPlanner(settings);
        modes = new ModeMachine(settings.modes());
        governor = new SafetyGovernor(settings);
    }

    /** Decides one tick. Reads {@code in}, overwrites every field of {@code out}. */
    public void tick(TickInput in, TickOutput out) {
        long nowNs = in.timeNs;
        detector.update(in.sensors, nowNs);
        modes.update(detector.faults() | faultsOf(in), in.request, in.panel, detector.heard(),
                detector.walking(nowNs), nowNs);
        lastTimeNs = nowNs;

        FaultRegister faults = modes.faults();
        if (faults.hardStop()) {
            planner.reset();
            governor.restartRise();
        }
        if (modes.mode() != modeBefore && !governor.burstOn()) {
            planner.reset(); // what was refused, or held up for long, does not go on in another mode
            burst = false;
        }
        modeBefore = modes.mode();
        if (faults.softStop() && planner.burstOn() && !governor.burstOn()) {
            planner.drop(nowNs); // a burst of which nothing was felt yet would begin with what is felt next
        }
        if (modes.started() || faults.needsStance()) {
            governor.requireStance();
        }
        planner.update(modes.mode(), detector, faults.softStop(), modes.testHeld(),
                governor.longestBurstNs(modes.mode(), nowNs), nowNs);
        if (planner.outlasted()) {
            governor.requireStance();
        }
        governor.beginTick(modes.mode(), detector.validStance(), planner.burstOn(), modes.levelPct(), nowNs);
        boolean pulsed = pulses(in, out);

        describe(in, out, pulsed);
    }

    private int faultsOf(TickInput in) {
        int faults = switch (in.stimulator.condition) {
            case READY -> 0;
            case FAULT -> Fault.STIMULATOR_FAULT.bit();
            case ELECTRODE -> Fault.ELECTRODE.bit();
            case DISCONNECTED -> Fault.STIMULATOR_LOST.bit();
        };
        faults |= in.stop ? Fault.WEARER_STOP.bit() : 0;
        faults |= in.lateNs > LATE_NS ? Fault.LOOP_LATE.bit() : 0;
        faults |= in.lateNs > STALLED_NS ? Fault.LOOP_STALLED.bit() : 0;
        faults |= lastTimeNs != Long.MIN_VALUE && !(in.timeNs > lastTimeNs) ? Fault.CLOCK_BACKWARDS.bit() : 0;
        return faults;
    }

    /** A falling ramp may still run in a mode that starts nothing, unless a hard stop cut it. */
    private boolean pulses(TickInput in, TickOutput out) {
        boolean permitted = !modes.faults().hardStop();
        boolean pulsed = false;
        for (int c = 0; c < out.pulses.length; c++) {
            PulseCommand pulse = out.pulses[c];
            planner.wish(c, modes.levelPct(), in.tick, in.timeNs, pulse);
            governor.govern(c, pulse, permitted, modes.mode(), in.stimulator, in.tick, in.timeNs);
            pulsed |= pulse.isPulse();
        }
        if (Limit.STANCE.in(governor.reasons())) {
            planner.drop(in.timeNs);
        }
        return pulsed;
    }

    private void describe(TickInput in, TickOutput out, boolean pulsed) {
        if (pulsed && !burst) {
            bursts++;
        }
        burst = planner.burstOn() && (burst || pulsed);
        detector.describe(out, in.timeNs);
        planner.describe(out, in.timeNs);
        out.heartbeat = !modes.faults().hardStop();
        out.mode = modes.mode();
        out.levelPct = modes.levelPct();
        out.burst = burst;
        out.bursts = bursts;
        out.limits = governor.reasons() | planner.reasons();
        out.faults = modes.faults().all();
    }
}
