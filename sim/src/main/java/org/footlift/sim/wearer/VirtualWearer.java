package org.footlift.sim.wearer;

import org.footlift.telemetry.GaitEvent;

/**
 * One leg of somebody who stands, walks and does other things by a script, deterministic from character, seed and script. Motion is prescribed (stimulation
 * does not change it), in fixed steps of 1 ms, forward only. Rates and accelerations are central differences of the very positions it
 * reports, so that a gyroscope is the derivative of the pitch. Steps allocate nothing. Used by one thread at a time.
 */
public final class VirtualWearer {
    /** The step, nanoseconds. */
    public static final long STEP_NS = 1_000_000;

    private static final GaitEvent[] EVENTS = {GaitEvent.HEEL_OFF, GaitEvent.TOE_OFF, GaitEvent.HEEL_STRIKE,
            GaitEvent.FOOT_FLAT};
    private static final double[] EVENT_PHASES = {GaitCycle.HEEL_OFF, GaitCycle.TOE_OFF, GaitCycle.HEEL_STRIKE,
            GaitCycle.FOOT_FLAT};

    private final LegMotion motion;
    private final HeelLoad heelLoad;
    private final double strideS;
    private final TruthListener truth;
    private LegPose before = new LegPose();
    private LegPose now = new LegPose();
    private LegPose after = new LegPose();
    private final LegState previous = new LegState();
    private final LegState state = new LegState();
    private int nextEvent;
    private int nextEventStride;

    /** A wearer who appears at time 0, standing or about to step off. */
    public VirtualWearer(WearerCharacter character, long seed, WalkScript script, TruthListener truth) {
        Dice dice = new Dice(seed);
        StridePlan plan = new StridePlan(character, script, dice.split());
        this.motion = new LegMotion(character, script, plan, dice.split());
        this.heelLoad = new HeelLoad(character);
        this.strideS = character.strideS();
        this.truth = truth;
        motion.poseAt(0, now);
        before.copyFrom(now);
        motion.poseAt(STEP_NS, after);
        describe();
        previous.copyFrom(state);
    }

    /** The newest moment reached, nanoseconds. */
    public long timeNs() {
        return state.timeNs;
    }

    /** The leg at {@link #timeNs()}. Overwritten by the next step. */
    public LegState state() {
        return state;
    }

    /** The leg one step earlier. Overwritten by the next step. */
    public LegState previousState() {
        return previous;
    }

    /** Goes on by 1 ms and reports the events that happened in it. */
    public void step() {
        previous.copyFrom(state);
        LegPose oldest = before;
        before = now;
        now = after;
        after = oldest;
        motion.poseAt(now.timeNs + STEP_NS, after);
        reportEvents();
        describe();
    }

    /** Goes on until {@link #timeNs()} is at or past {@code timeNs}. */
    public void advanceTo(long timeNs) {
        while (state.timeNs < timeNs) {
            step();
        }
    }

    private void reportEvents() {
        double due = nextEventStride + EVENT_PHASES[nextEvent];
        while (now.phase >= due) {
            double share = (due - before.phase) / (now.phase - before.phase);
            long timeNs = before.timeNs + StrictMath.round(share * STEP_NS);
            truth.happened(EVENTS[nextEvent], timeNs);
            nextEvent = (nextEvent + 1) % EVENTS.length;
            nextEventStride += nextEvent == 0 ? 1 : 0;
            due = nextEventStride + EVENT_PHASES[nextEvent];
        }
    }

    private void describe() {
        state.timeNs = now.timeNs;
        state.part = now.part;
        state.phase = now.phase;
        state.foot.describe(before.foot, now.foot, after.foot);
        state.shank.describe(before.shank, now.shank, after.shank);
        state.ankleAccXMps2 = Differences.acceleration(before.ankleXM, now.ankleXM, after.ankleXM) + now.carriedXMps2;
        state.ankleAccYMps2 = Differences.acceleration(before.ankleYM, now.ankleYM, after.ankleYM) + now.carriedYMps2;
        state.ankleAccZMps2 = Differences.acceleration(before.ankleZM, now.ankleZM, after.ankleZM) + now.carriedZMps2;
        state.footShockMps2 = now.footShockMps2;
        double sinceStrike = now.phase - StrictMath.floor(now.phase) + 1 - GaitCycle.HEEL_STRIKE;
        double stance = (sinceStrike >= 1 ? sinceStrike - 1 : sinceStrike) / GaitCycle.STANCE;
        double pace = Differences.rate(before.phase, after.phase) * strideS;
        state.heelLoadN = heelLoad.atN(stance, now.foot.pitchDeg, pace, now.heelShare);
    }
}
