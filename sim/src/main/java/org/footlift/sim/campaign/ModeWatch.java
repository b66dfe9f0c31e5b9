package org.footlift.sim.campaign;

import org.footlift.config.Settings;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/**
 * I5, I8 and I14: which mode may follow which, on whose act; what must latch and does not unlatch by itself; no pulse but in a mode that gives
 * them, or in the fall after it; a test only while it is held; a reason for every stop.
 */
final class ModeWatch {
    private static final long FALL_NS = 300 * Facts.MS;
    /** A request for a test is good for so long. */
    private static final long TEST_LEASE_NS = 250 * Facts.MS;
    private static final int HARD_BITS = Fault.INTERNAL_ERROR.bit() | Fault.CLOCK_BACKWARDS.bit()
            | Fault.STIMULATOR_FAULT.bit() | Fault.STIMULATOR_LOST.bit() | Fault.ELECTRODE.bit()
            | Fault.WEARER_STOP.bit();
    private static final int LATCHING_BITS = HARD_BITS | Fault.LOOP_STALLED.bit() | Fault.SENSOR_LOST.bit();
    private static final long NEVER = Long.MIN_VALUE / 2;

    private final Judge judge;
    private Settings settings = Settings.DEFAULT;
    private long stimulatedNs;
    private long testAskedNs;
    private long testNs;
    private long stillNs;
    private final int[] lastUa = new int[Stimulator.MAX_CHANNELS];
    private int stops;

    ModeWatch(Judge judge) {
        this.judge = judge;
    }

    void begins(Settings now) {
        settings = now;
        stimulatedNs = NEVER;
        testAskedNs = NEVER;
        testNs = 0;
        stillNs = 0;
    }

    void tick(Facts facts, TickInput in, TickOutput out) {
        transition(facts, in, out);
        latch(facts, out);
        pulse(facts, out);
        test(facts, in, out);
        reason(facts, in, out);
        autoPause(facts, out);
    }

    private void transition(Facts facts, TickInput in, TickOutput out) {
        Mode from = facts.modeBefore;
        Mode to = out.mode;
        if (to == Mode.EXERCISE && out.walking) {
            judge.broken(Invariant.SILENT_START, "exercise while walking is detected");
        }
        if (from == to) {
            return;
        }
        boolean allowed = switch (to) {
            case WALK, EXERCISE, EVALUATION -> facts.startAct && !Facts.stimulates(from) && from != Mode.EVALUATION;
            case TEST -> facts.testAct && Facts.idle(from);
            case PAUSED -> from != Mode.LATCHED;
            case LATCHED -> !Facts.idle(from);
            case OFF -> false;
        };
        if (!allowed) {
            judge.broken(from == Mode.LATCHED ? Invariant.LATCH : Invariant.SILENT_START,
                    "from " + from + " to " + to + " without an act that allows it");
        }
        boolean begins = to == Mode.WALK || to == Mode.EXERCISE || to == Mode.EVALUATION || to == Mode.TEST;
        if (begins && (facts.hardCause || facts.latchingSoftCause)) {
            judge.broken(Invariant.LATCH, to + " begins while the cause of a stop is there");
        }
        if (to == Mode.LATCHED) {
            stops += in.stop ? 0 : 1;
        }
    }

    private void latch(Facts facts, TickOutput out) {
        boolean must = facts.hardCause || facts.latchingSoftCause;
        if (must && !Facts.idle(facts.modeBefore) && out.mode != Mode.LATCHED) {
            judge.broken(Invariant.LATCH, "a cause that latches, in " + facts.modeBefore + ", leaves " + out.mode);
        }
        if (facts.modeBefore == Mode.LATCHED && out.mode == Mode.LATCHED
                && (facts.faultsBefore & LATCHING_BITS & ~out.faults) != 0 && !facts.startAct) {
            judge.broken(Invariant.LATCH, "a latched fault went away by itself");
        }
        if (out.mode == Mode.LATCHED && (out.faults & LATCHING_BITS) == 0) {
            judge.broken(Invariant.REASON, "stopped, and no fault says why");
        }
        if (facts.pauseAct && Facts.stimulates(out.mode)) {
            judge.broken(Invariant.LATCH, "Pause was asked for, and the mode is " + out.mode);
        }
    }

    private void pulse(Facts facts, TickOutput out) {
        if (Facts.stimulates(out.mode)) {
            stimulatedNs = facts.nowNs;
        }
        if (!facts.pulsed) {
            return;
        }
        if (facts.nowNs - stimulatedNs > FALL_NS) {
            judge.broken(Invariant.SILENT_START, "a pulse in " + out.mode);
        }
        for (int c = 0; c < lastUa.length; c++) {
            int ua = out.pulses[c].amplitudeUa;
            if (ua > lastUa[c] && !Facts.stimulates(out.mode)) {
                judge.broken(Invariant.RISE, "channel " + (c + 1) + " rises in " + out.mode);
            }
            lastUa[c] = out.pulses[c].isPulse() ? ua : lastUa[c];
        }
    }

    private void test(Facts facts, TickInput in, TickOutput out) {
        if (in.panel.test || in.request == Request.TEST) {
            testAskedNs = facts.nowNs;
        }
        testNs = out.mode == Mode.TEST && facts.modeBefore == Mode.TEST ? testNs + facts.elapsedNs : 0;
        long leewayNs = 2 * settings.loop().periodNs() + in.lateNs;
        boolean letGo = facts.nowNs - testAskedNs > TEST_LEASE_NS + leewayNs;
        boolean tooLong = testNs > settings.modes().testBurstMs() * Facts.MS + leewayNs;
        if (out.mode == Mode.TEST && (letGo || tooLong)) {
            judge.broken(Invariant.SILENT_START, "a test that nobody holds, or for too long");
        }
    }

    /** The fault that names the cause is shown in the tick of the cause, and the heartbeat stops for a hard one alone. */
    private void reason(Facts facts, TickInput in, TickOutput out) {
        int expected = in.stop ? Fault.WEARER_STOP.bit() : 0;
        expected |= facts.timeStoodStill ? Fault.CLOCK_BACKWARDS.bit() : 0;
        expected |= switch (in.stimulator.condition) {
            case READY -> 0;
            case FAULT -> Fault.STIMULATOR_FAULT.bit();
            case ELECTRODE -> Fault.ELECTRODE.bit();
            case DISCONNECTED -> Fault.STIMULATOR_LOST.bit();
        };
        expected |= in.lateNs > 100 * Facts.MS ? Fault.LOOP_LATE.bit() : 0;
        expected |= in.lateNs > 1_000 * Facts.MS ? Fault.LOOP_STALLED.bit() : 0;
        if ((expected & ~out.faults) != 0) {
            judge.broken(Invariant.REASON, "a cause without its fault: " + missing(expected & ~out.faults));
        }
        if (facts.softCause && (out.faults & (Fault.LOOP_LATE.bit() | Fault.SENSOR_STALE.bit())) == 0) {
            judge.broken(Invariant.REASON, "no sample for more than 100 ms, and no fault says so");
        }
        boolean hardFault = (out.faults & HARD_BITS) != 0;
        if (out.heartbeat == hardFault) {
            judge.broken(Invariant.HARD_STOP, hardFault
                    ? "the heartbeat goes on in a hard stop"
                    : "the heartbeat stays away for no reason");
        }
        boolean away = facts.modeBefore == Mode.WALK && out.mode == Mode.PAUSED && !facts.pauseAct;
        if (away && !Fault.PAUSED_BY_ITSELF.in(out.faults)) {
            judge.broken(Invariant.REASON, "walking was paused, and nothing says why");
        }
    }

    private static String missing(int bits) {
        StringBuilder names = new StringBuilder();
        for (Fault fault : Fault.values()) {
            if (fault.in(bits)) {
                names.append(names.isEmpty() ? "" : ", ").append(fault);
            }
        }
        return names.toString();
    }

    /** Walking without steps does not go on for ever. */
    private void autoPause(Facts facts, TickOutput out) {
        stillNs = out.mode == Mode.WALK && facts.modeBefore == Mode.WALK && !out.walking
                ? stillNs + facts.controllerElapsedNs
                : 0;
        if (stillNs > settings.modes().autoPauseS() * 1_000L * Facts.MS + settings.loop().periodNs()) {
            judge.broken(Invariant.SILENT_START, "walking without a step goes on for too long");
        }
    }

    /** Latched stops that nobody asked for. */
    int stops() {
        return stops;
    }
}
