package org.footlift.controller.stimulation;

import org.footlift.config.ChannelSettings;
import org.footlift.config.EnvelopeSettings;
import org.footlift.config.HardLimits;
import org.footlift.config.ModeSettings;
import org.footlift.config.Settings;
import org.footlift.controller.gait.GaitDetector;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.Stimulator;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;

/**
 * Decides which pulses are wanted. A burst begins in the tick of its trigger and its first pulse leaves in that tick: there is no
 * pulse slot to wait for. Ticks missed are pulses missed, never caught up.
 *
 * <p>One thread; allocates nothing after construction.
 */
public final class StimulationPlanner {
    private static final long MS = 1_000_000L;
    /** A little below the governor's duty limit (80 %), which looks at a whole minute and refuses. */
    private static final int LARGEST_STRIDE_SHARE_PCT = 78;

    private final EnvelopeSettings envelope;
    private final ModeSettings modes;
    private final ChannelSettings[] channels = new ChannelSettings[Stimulator.MAX_CHANNELS];
    private final int[] periodTicks = new int[Stimulator.MAX_CHANNELS];
    private final long tickNs;
    private final long[] lastPulseTick = new long[Stimulator.MAX_CHANNELS];
    private final Envelope burst = new Envelope();

    private long triggerNs = NONE;
    private long endFromNs = NONE;
    private long softStopNs = NONE;
    private long burstEndedNs = NONE;
    private long exerciseRestNs = NONE;
    private boolean testSpent;

    private static final long NONE = Long.MIN_VALUE;

    /** A planner with no burst on. */
    public StimulationPlanner(Settings settings) {
        envelope = settings.envelope();
        modes = settings.modes();
        tickNs = settings.loop().periodNs();
        for (int c = 0; c < channels.length; c++) {
            channels[c] = settings.stimulation().channel(c);
            periodTicks[c] = settings.loop().pulsePeriodTicks(channels[c].frequencyHz());
        }
        reset();
    }

    /** Forgets every burst, at once. */
    public void reset() {
        burst.cut();
        triggerNs = NONE;
        endFromNs = NONE;
        softStopNs = NONE;
        exerciseRestNs = NONE;
        forgetPulses();
    }

    private void forgetPulses() {
        for (int c = 0; c < lastPulseTick.length; c++) {
            lastPulseTick[c] = NONE;
        }
    }

    /**
     * Plans one tick.
     *
     * @param mode the mode in force
     * @param gait what the detector said in this tick
     * @param softStop true while a soft fault is active: no new burst, and the present one ends within its bounds
     * @param testHeld true while the wearer holds the test button
     */
    public void update(Mode mode, GaitDetector gait, boolean softStop, boolean testHeld, long nowNs) {
        boolean wasOn = burst.on();
        switch (mode) {
            case WALK -> walk(gait, softStop, nowNs);
            case EXERCISE -> exercise(softStop, nowNs);
            case TEST -> test(testHeld, softStop, nowNs);
            case PAUSED, EVALUATION, LATCHED -> burst.fall(nowNs, envelope.fallingMs());
        }
        if (mode != Mode.WALK) {
            triggerNs = NONE;
        }
        if (mode != Mode.TEST) {
            testSpent = false;
        }
        if (mode != Mode.EXERCISE) {
            exerciseRestNs = NONE;
        }
        boundSoftStop(softStop, nowNs);
        burst.height(nowNs); // a fall that is over ends the burst
        if (wasOn && !burst.on()) {
            burstEndedNs = nowNs;
            endFromNs = NONE;
        }
    }

    private void walk(GaitDetector gait, boolean softStop, long nowNs) {
        if (gait.has(GaitEvent.HEEL_OFF) && (!burst.on() || burst.falling())) {
            triggerNs = nowNs; // a step during the fall of the last one waits for its end
        }
        if (burst.on()) {
            endWalkingBurst(gait, nowNs);
            return;
        }
        if (triggerNs == NONE) {
            return;
        }
        GaitPhase phase = gait.phase();
        boolean over = phase == GaitPhase.STANCE || phase == GaitPhase.LOADING || phase == GaitPhase.UNKNOWN;
        boolean refractory = burstEndedNs != NONE && nowNs - burstEndedNs < envelope.refractoryMs() * MS;
        if (softStop || over) {
            triggerNs = NONE;
        } else if (!refractory && nowNs - triggerNs >= envelope.delayMs() * MS) {
            triggerNs = NONE;
            begin(Envelope.scaled(envelope.risingMs(), envelope, gait.strideMs()), nowNs);
        }
    }

    private void endWalkingBurst(GaitDetector gait, long nowNs) {
        int strideMs = gait.strideMs();
        int fallingMs = Math.min(Math.min(HardLimits.FALLING_RAMP_MS, envelope.maxDurationMs()),
                Envelope.scaled(envelope.fallingMs(), envelope, strideMs));
        GaitPhase phase = gait.phase();
        boolean down = phase == GaitPhase.STANCE || phase == GaitPhase.LOADING;
        if (down && endFromNs == NONE) {
            endFromNs = nowNs + extensionMs(strideMs, fallingMs, nowNs) * MS;
        } else if (phase == GaitPhase.PRE_SWING || phase == GaitPhase.SWING) {
            endFromNs = NONE; // the heel came up again: the strike was none
        }
        boolean extended = endFromNs != NONE && nowNs >= endFromNs
                && burst.ageNs(nowNs) >= (envelope.minDurationMs() - fallingMs) * MS;
        boolean longest = burst.ageNs(nowNs) >= (envelope.maxDurationMs() - fallingMs) * MS;
        if (extended || longest) {
            burst.fall(nowNs, fallingMs);
        }
    }

    /**
     * The extension, shortened when the whole burst would take too much of a stride: a foot that slaps once is better than a later
     * swing refused for duty.
     */
    private long extensionMs(int strideMs, int fallingMs, long nowNs) {
        int set = Envelope.scaled(envelope.extensionMs(), envelope, strideMs);
        if (strideMs == 0) {
            return set;
        }
        long leftMs = (long) strideMs * LARGEST_STRIDE_SHARE_PCT / 100 - burst.ageNs(nowNs) / MS - fallingMs;
        return Math.max(0, Math.min(set, leftMs));
    }

    private void exercise(boolean softStop, long nowNs) {
        if (burst.on()) {
            if (burst.ageNs(nowNs) >= (modes.exerciseOnMs() - fallOfExerciseMs()) * MS) {
                burst.fall(nowNs, fallOfExerciseMs());
            }
            return;
        }
        if (exerciseRestNs == NONE) {
            exerciseRestNs = nowNs; // the first cycle begins with its rest: nobody is surprised
        }
        long restFromNs = burstEndedNs == NONE ? exerciseRestNs : Math.max(exerciseRestNs, burstEndedNs);
        if (!softStop && nowNs - restFromNs >= modes.exerciseOffMs() * MS) {
            begin(modes.exerciseRampMs(), nowNs);
        }
    }

    /** An exercise ramp may be slow going up; going down, every ramp is bounded. */
    private int fallOfExerciseMs() {
        return Math.min(modes.exerciseRampMs(), HardLimits.FALLING_RAMP_MS);
    }

    private void test(boolean held, boolean softStop, long nowNs) {
        if (burst.on()) {
            int fallingMs = Math.min(envelope.fallingMs(), modes.testBurstMs());
            boolean spent = burst.ageNs(nowNs) >= (modes.testBurstMs() - fallingMs) * MS;
            if (!held || spent) {
                burst.fall(nowNs, fallingMs);
            }
        } else if (held && !testSpent && !softStop) {
            testSpent = true; // one burst for one press
            begin(envelope.risingMs(), nowNs);
        }
    }

    private void begin(int risingMs, long nowNs) {
        burst.begin(nowNs, risingMs, envelope.plateauPct(), periodTicks[0] * tickNs);
        endFromNs = NONE;
        forgetPulses();
    }

    /** A soft stop lets the burst go on to its planned end, but not for longer than its bound: then it falls. */
    private void boundSoftStop(boolean softStop, long nowNs) {
        if (!softStop) {
            softStopNs = NONE;
            return;
        }
        if (softStopNs == NONE) {
            softStopNs = nowNs;
        }
        if (nowNs - softStopNs >= HardLimits.SOFT_STOP_MS * MS) {
            burst.fall(nowNs, envelope.fallingMs());
        }
    }

    /** True from the tick of a burst's first pulse until it has fallen to nothing. */
    public boolean burstOn() {
        return burst.on();
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
