package org.footlift.controller.stimulation;

import java.util.Arrays;

import org.footlift.config.ChannelSettings;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.HardLimits;
import org.footlift.config.ModeSettings;
import org.footlift.config.Settings;
import org.footlift.controller.gait.Gait;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.Stimulator;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickOutput;

/**
 * Decides which pulses are wanted. A burst begins in the tick of its trigger and its first pulse leaves in that tick: there is no
 * pulse slot to wait for. Ticks missed are pulses missed, never caught up.
 *
 * <p>One thread; allocates nothing after construction.
 */
public final class StimulationPlanner {
    private static final long MS = 1_000_000L;
    private static final long LEAST_BURST_NS = EnvelopeSettings.LEAST_BURST_MS * MS;

    private final EnvelopeSettings envelope;
    private final ModeSettings modes;
    private final ChannelSettings[] channels = new ChannelSettings[Stimulator.MAX_CHANNELS];
    private final int[] periodTicks = new int[Stimulator.MAX_CHANNELS];
    private final long tickNs;
    private final long pauseNs;
    private final long[] lastPulseTick = new long[Stimulator.MAX_CHANNELS];
    private final Envelope burst = new Envelope();
    private final WalkingStart start;
    private final int strideSharePct;
    private final BurstBudget budget;
    private final ExerciseCycle exercise;

    private long endFromNs = NONE;
    private long softStopNs = NONE;
    private long burstEndedNs = NONE;
    private boolean testSpent;
    /** A valid stance was seen since the present walking burst began: it carries more than one step. */
    private boolean stood;
    private long affordableNs;
    private boolean outlasted;
    private int reasons;

    private static final long NONE = Long.MIN_VALUE;

    /** A planner with no burst on. */
    public StimulationPlanner(Settings settings) {
        envelope = settings.envelope();
        start = new WalkingStart(envelope);
        modes = settings.modes();
        tickNs = settings.loop().periodNs();
        pauseNs = Math.max(envelope.refractoryMs() * MS, settings.stimulation().burstGapNs());
        for (int c = 0; c < channels.length; c++) {
            channels[c] = settings.stimulation().channel(c);
            periodTicks[c] = settings.loop().pulsePeriodTicks(channels[c].frequencyHz());
        }
        strideSharePct = settings.limits().strideSharePct();
        budget = new BurstBudget(strideSharePct, pulsePeriodNs(0));
        exercise = new ExerciseCycle(modes, pulsePeriodNs(0));
    }

    /** Forgets every burst, at once. */
    public void reset() {
        burst.cut();
        start.forget();
        endFromNs = NONE;
        softStopNs = NONE;
        exercise.forget();
    }

    /**
     * Plans one tick.
     *
     * @param mode the mode in force
     * @param gait what the detector said in this tick
     * @param softStop true while a soft fault is active: no new burst, and the present one ends within its bounds
     * @param testHeld true while the wearer holds the test button
     * @param longestNs how long the governor would let a burst last that begins now, nanoseconds
     */
    public void update(Mode mode, Gait gait, boolean softStop, boolean testHeld, long longestNs, long nowNs) {
        boolean wasOn = burst.on();
        reasons = 0;
        outlasted = false;
        budget.advance(wasOn, nowNs);
        boundSoftStop(softStop, nowNs);
        start.update(gait, mode == Mode.WALK && !softStop, nowNs);
        switch (mode) {
            case WALK -> walk(gait, softStop, longestNs, nowNs);
            case EXERCISE -> exercise(softStop, longestNs, nowNs);
            case TEST -> test(testHeld, softStop, longestNs, nowNs);
            case OFF, PAUSED, EVALUATION, LATCHED -> burst.fall(nowNs, envelope.fallingMs());
        }
        if (mode != Mode.WALK) {
            start.forget();
        }
        if (mode != Mode.TEST) {
            testSpent = false;
        }
        if (mode != Mode.EXERCISE) {
            exercise.forget();
        }
        burst.height(nowNs); // a fall that is over ends the burst
        if (wasOn && !burst.on()) {
            burstEndedNs = nowNs;
            ended();
        }
    }

    private void ended() {
        start.ended();
        endFromNs = NONE;
        softStopNs = NONE;
    }

    /**
     * Drops the burst that is on: the governor wants a stance first, and the middle of a swing, or the foot after it, is no place to begin.
     * The next trigger begins the next. One refused at its first pulse gave nothing that a pause would have to follow.
     */
    public void drop(long nowNs) {
        if (burst.ageNs(nowNs) > 0) {
            burstEndedNs = nowNs;
        }
        burst.cut();
        ended();
    }

    private void walk(Gait gait, boolean softStop, long longestNs, long nowNs) {
        boolean awaited = burst.on() && start.unconfirmed();
        if (awaited) {
            awaitHeelOff(gait, nowNs);
        }
        if (gait.has(GaitEvent.HEEL_OFF) && (!awaited || burst.falling())) {
            start.heelOff(nowNs); // a step during the last one's burst is carried by it, and waits for its end
        }
        if (burst.on()) {
            endWalkingBurst(gait, nowNs);
            return;
        }
        int strideMs = gait.strideMs();
        long lastsNs = Math.min(longestNs, budget.longestNs(strideMs));
        long plateauNs = lastsNs - Envelope.scaled(envelope.fallingMs(), envelope, strideMs) * MS;
        if (start.isDue(gait, softStop, rested(nowNs), plateauNs, nowNs)) {
            begin(Envelope.scaled(envelope.risingMs(), envelope, strideMs), lastsNs, nowNs);
        }
    }

    /** True when the pause after the last burst is over. */
    private boolean rested(long nowNs) {
        return burstEndedNs == NONE || nowNs - burstEndedNs >= pauseNs;
    }

    /** A burst begun before heel off goes on only when the heel off comes in time; after all is better than not at all. */
    private void awaitHeelOff(Gait gait, long nowNs) {
        if (gait.has(GaitEvent.HEEL_OFF)) {
            if (start.confirm() && softStopNs == NONE) {
                burst.rise(nowNs);
            }
        } else if (!start.stillExpected() && !burst.falling()) {
            start.withdraw();
            burst.fall(nowNs, walkingFallMs(gait.strideMs()));
        }
    }

    private int walkingFallMs(int strideMs) {
        return fallingMs(Envelope.scaled(envelope.fallingMs(), envelope, strideMs), envelope.maxDurationMs());
    }

    private void endWalkingBurst(Gait gait, long nowNs) {
        int strideMs = gait.strideMs();
        int fallingMs = walkingFallMs(strideMs);
        GaitPhase phase = gait.phase();
        boolean down = !start.unconfirmed() && (phase == GaitPhase.STANCE || phase == GaitPhase.LOADING);
        stood |= down && gait.validStance();
        if (down && endFromNs == NONE) {
            endFromNs = nowNs + extensionMs(strideMs, fallingMs, nowNs) * MS;
        } else if (phase == GaitPhase.PRE_SWING || phase == GaitPhase.SWING) {
            endFromNs = NONE; // the heel came up again: the strike was none
        }
        boolean extended = endFromNs != NONE && nowNs >= endFromNs
                && burst.ageNs(nowNs) >= (envelope.minDurationMs() - fallingMs) * MS;
        boolean longest = burst.ageNs(nowNs) >= (envelope.maxDurationMs() - fallingMs) * MS;
        outlasted = longest && endFromNs == NONE && !stood && !burst.falling();
        if (extended || longest) {
            burst.fall(nowNs, fallingMs);
        }
        fallInTime(fallingMs, nowNs);
    }

    /** The extension, shortened when the whole burst would take more than its share of a stride, and reach into the next swing in the end. */
    private long extensionMs(int strideMs, int fallingMs, long nowNs) {
        int set = Envelope.scaled(envelope.extensionMs(), envelope, strideMs);
        if (strideMs == 0) {
            return set;
        }
        long leftMs = (long) strideMs * strideSharePct / 100 - burst.ageNs(nowNs) / MS - fallingMs;
        return Math.max(0, Math.min(set, leftMs));
    }

    /** The fall of a burst that may last {@code longestMs}, and of which half at most is the fall when the duty limit shortens it. */
    private int fallingMs(int setMs, int longestMs) {
        return (int) Math.min(Math.min(setMs, longestMs), affordableNs / (2 * MS));
    }

    /** Begins the fall while the duty limit has room for all of it: a foot that slaps is better than one dropped, or a swing refused. */
    private void fallInTime(int fallingMs, long nowNs) {
        if (!burst.falling() && burst.ageNs(nowNs) >= affordableNs - fallingMs * MS) {
            burst.fall(nowNs, fallingMs);
            reasons |= Limit.DUTY.bit();
        }
    }

    private void exercise(boolean softStop, long longestNs, long nowNs) {
        boolean resting = exercise.resting(burst.on(), nowNs);
        if (burst.on()) {
            if (exercise.over(burst.ageNs(nowNs))) {
                burst.fall(nowNs, exercise.fallingMs());
            }
            fallInTime(exercise.fallingMs(), nowNs);
        } else if (resting || softStop) {
            return;
        } else if (!exercise.fits(longestNs)) {
            reasons |= Limit.DUTY.bit(); // rests on until the limit has room for a whole burst
        } else {
            begin(exercise.risingMs(), longestNs, nowNs);
        }
    }

    private void test(boolean held, boolean softStop, long longestNs, long nowNs) {
        if (burst.on()) {
            int fallingMs = fallingMs(envelope.fallingMs(), modes.testBurstMs());
            boolean spent = burst.ageNs(nowNs) >= (modes.testBurstMs() - fallingMs) * MS;
            if (!held || spent) {
                burst.fall(nowNs, fallingMs);
            }
            fallInTime(fallingMs, nowNs);
        } else if (held && !testSpent && !softStop && rested(nowNs)) {
            testSpent = true; // one burst for one press
            begin(envelope.risingMs(), longestNs, nowNs);
        }
    }

    /** Begins a burst that the duty limit has room for until {@code longestNs}; none, with the reason, when that is too short to be of use. */
    private void begin(int risingMs, long longestNs, long nowNs) {
        if (longestNs < LEAST_BURST_NS) {
            reasons |= Limit.DUTY.bit();
            return;
        }
        affordableNs = longestNs;
        budget.begun();
        burst.begin(nowNs, risingMs, envelope.plateauPct(), periodTicks[0] * tickNs);
        endFromNs = NONE;
        stood = false;
        Arrays.fill(lastPulseTick, NONE); // the first pulse leaves at once
    }

    /**
     * A soft stop lets the burst go on to its planned end, but not for longer than its bound: then it falls. A cause that comes and goes
     * does not begin the bound anew, and a fall begun in a tick that came late ends no later for it.
     */
    private void boundSoftStop(boolean softStop, long nowNs) {
        if (softStop && burst.on() && softStopNs == NONE) {
            softStopNs = nowNs;
        }
        long overNs = softStopNs == NONE ? -1 : nowNs - softStopNs - HardLimits.SOFT_STOP_MS * MS;
        if (overNs >= 0) {
            long leftMs = Math.max(0, HardLimits.FALLING_RAMP_MS - Math.ceilDiv(overNs, MS));
            burst.fall(nowNs, (int) Math.min(envelope.fallingMs(), leftMs));
        }
    }

    /** True from the tick of a burst's first pulse until it has fallen to nothing. */
    public boolean burstOn() {
        return burst.on();
    }

    /**
     * True in the tick in which a walking burst begins to fall because it lasted its longest and no heel strike ended it: this was no step,
     * or the strike was missed.
     */
    public boolean outlasted() {
        return outlasted;
    }

    /** Writes the wearer's rhythm, and why the present walking burst began, at the end of a tick. */
    public void describe(TickOutput out, long nowNs) {
        start.describe(out, nowNs);
    }

    /** Why no burst began, or the present one was shortened, in this tick: bits of {@link Limit}. */
    public int reasons() {
        return reasons;
    }

    /**
     * Writes the pulse wanted on {@code channel} in this tick, or nothing. Only the first phase is the planner's; the governor shapes the
     * recovery.
     *
     * @param levelPct the wearer's level, 0 to 100
     */
    public void wish(int channel, int levelPct, long tick, long nowNs, PulseCommand into) {
        into.clear();
        ChannelSettings set = channels[channel];
        boolean due = lastPulseTick[channel] == NONE || tick - lastPulseTick[channel] >= periodTicks[channel];
        if (!burst.on() || !set.enabled() || !due) {
            return;
        }
        lastPulseTick[channel] = tick;
        long amplitudeUa = (long) set.amplitudeUa() * levelPct * burst.height(nowNs) / (100L * Envelope.FULL);
        into.amplitudeUa = (int) amplitudeUa;
        into.pulseWidthUs = set.pulseWidthUs();
    }

    /** Period of pulses on {@code channel}, nanoseconds. */
    public long pulsePeriodNs(int channel) {
        return periodTicks[channel] * tickNs;
    }
}
