package org.footlift.controller.safety;

import org.footlift.config.ChannelSettings;
import org.footlift.config.HardLimits;
import org.footlift.config.LimitSettings;
import org.footlift.config.LoopSettings;
import org.footlift.config.Settings;
import org.footlift.config.StimulationSettings;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;

/**
 * The last step before the stimulator: every pulse passes here and nowhere else. Limits only ever reduce; the most restrictive wins;
 * whatever is reduced or refused leaves its reason. Anything unknown means no pulse.
 *
 * <p>One thread; allocates nothing after construction; integers only.
 */
public final class SafetyGovernor {
    private static final long MS = 1_000_000L;
    private static final Mode[] MODES = Mode.values();

    private final LimitSettings caps;
    private final ChannelSettings[] channels = new ChannelSettings[Stimulator.MAX_CHANNELS];
    private final ChannelHistory[] history = new ChannelHistory[Stimulator.MAX_CHANNELS];
    private final SettingRamp[] ramps = new SettingRamp[Stimulator.MAX_CHANNELS];
    private final long tickNs;
    private final long spacingTicks;
    private final long refractoryNs;
    private final long burstGapNs;
    private final BurstClock burst;
    private final DutyWindow walkDuty;
    private final DutyWindow exerciseDuty = new DutyWindow(HardLimits.EXERCISE_DUTY_WINDOW_MS,
            HardLimits.EXERCISE_DUTY_PCT);

    private boolean stanceNeeded = true;
    private boolean wanted;
    private long lastTickNs;
    private boolean mayFinish;
    private boolean burstSpent;
    private boolean stimulating;
    /** The mode that stimulates, or whose tail this is. */
    private Mode ruling = Mode.PAUSED;
    private long tailUntilNs = Long.MIN_VALUE;
    private int reasons;

    /** A governor that has seen no stance and permits nothing yet. */
    public SafetyGovernor(Settings settings) {
        this(settings.loop(), settings.stimulation(), settings.envelope().refractoryMs(), settings.limits());
    }

    /** The same from parts. Settings refuse parts that contradict each other; the governor holds its limits even so. */
    SafetyGovernor(LoopSettings loop, StimulationSettings stimulation, int refractoryMs, LimitSettings limits) {
        caps = limits;
        tickNs = loop.periodNs();
        spacingTicks = Math.ceilDiv(caps.spacingMs() * loop.rateHz(), 1_000); // up: never closer than set
        walkDuty = new DutyWindow(HardLimits.DUTY_WINDOW_MS, Math.min(caps.dutyPct(), HardLimits.DUTY_PCT));
        refractoryNs = Math.max(refractoryMs, HardLimits.REFRACTORY_MS) * MS;
        burstGapNs = stimulation.burstGapNs();
        for (int c = 0; c < channels.length; c++) {
            channels[c] = stimulation.channel(c);
            history[c] = new ChannelHistory();
            ramps[c] = new SettingRamp();
        }
        burst = new BurstClock(burstGapNs);
    }

    /**
     * From now on a valid stance must be seen before a burst in walking: after Start, in a soft stop, after a burst of the longest. The burst
     * under way, if it was allowed, may go to its end: cutting it would be a hazard of its own.
     */
    public void requireStance() {
        mayFinish |= wanted && burst.on() && !stanceNeeded; // one that has given nothing yet has nothing to finish
        stanceNeeded = true;
    }

    /** From now on the intensity rises from nothing again: after a hard stop, for nobody knows what the next pulse will feel like. */
    public void restartRise() {
        for (SettingRamp ramp : ramps) {
            ramp.reset();
        }
    }

    /**
     * Opens a tick.
     *
     * @param validStance true while the detector sees a stance that counts
     * @param burstWanted true while the planner's burst is on, whether or not a pulse is due or was allowed
     * @param levelPct the wearer's level, 0 to 100
     */
    public void beginTick(Mode mode, boolean validStance, boolean burstWanted, int levelPct, long nowNs) {
        reasons = 0;
        if (nowNs < lastTickNs) {
            wentBackTo(nowNs);
        }
        long heldUpNs = wanted && burstWanted ? Math.max(0, nowNs - lastTickNs - tickNs) : 0;
        lastTickNs = nowNs;
        wanted = burstWanted;
        burst.beginTick(nowNs, heldUpNs);
        // After a tick that came late the burst still wants its fall; one that fell silent for any other reason is over.
        mayFinish &= wanted && (burst.on() || heldUpNs >= HardLimits.REFRACTORY_MS * MS);
        if (!wanted || mayFinish) { // a burst that waited for its stance is not let through in the middle
            stanceNeeded &= !validStance;
        }
        if (!burst.on() && !wanted) { // one too long is no step: a stance during it tells nothing
            burstSpent &= !validStance;
        }
        boolean able = mode == Mode.WALK || mode == Mode.EXERCISE || mode == Mode.TEST;
        stimulating = able && (mode == ruling || !burst.on()); // else what is on is the tail of another mode
        if (stimulating) {
            ruling = mode;
            tailUntilNs = nowNs + HardLimits.FALLING_RAMP_MS * MS;
        }
        for (int c = 0; c < ramps.length; c++) {
            history[c].heldUp(heldUpNs);
            ramps[c].advance(nowNs, able, (int) ((long) channels[c].amplitudeUa() * levelPct / 100));
        }
    }

    /** What would lie ahead of a clock that went back happened now, at the latest: else a burst would be on until the old time comes again. */
    private void wentBackTo(long nowNs) {
        burst.wentBackTo(nowNs, lastTickNs + tickNs - nowNs);
        for (ChannelHistory channel : history) {
            channel.wentBackTo(nowNs);
        }
        tailUntilNs = Math.min(tailUntilNs, nowNs);
    }

    /**
     * Reduces {@code command} to what is allowed, and shapes its recovery phase; clears it when nothing is.
     *
     * @param permitted false when mode, fault or stop forbids every pulse
     */
    public void govern(int channel, PulseCommand command, boolean permitted, Mode mode, StimulatorStatus status,
            long tick, long nowNs) {
        if (!command.isPulse()) {
            reasons |= command.amplitudeUa < 0 || command.pulseWidthUs < 0 ? Limit.MALFORMED.bit() : 0;
            command.clear();
            return;
        }
        int refusal = refusal(channel, permitted, mode, tick, nowNs);
        if (refusal != 0) {
            reasons |= refusal;
            command.clear();
            return;
        }
        reduce(channel, command, status, nowNs);
        shapeRecovery(channel, command, nowNs);
        reasons |= PulseArithmetic.clearUnbalanced(command);
        if (command.isPulse()) {
            account(channel, command, tick, nowNs);
        } else {
            command.clear();
        }
    }

    /** Why no pulse may leave now: bits of {@link Limit}, 0 for none. */
    private int refusal(int channel, boolean permitted, Mode mode, long tick, long nowNs) {
        boolean tail = !stimulating && burst.on() && nowNs < tailUntilNs;
        if (!permitted || !channels[channel].enabled() || !(stimulating || tail)) {
            return Limit.NOT_PERMITTED.bit();
        }
        boolean waiting = (stimulating && mode == Mode.WALK && stanceNeeded && !mayFinish)
                || (ruling != Mode.EXERCISE && burstSpent);
        if (waiting) {
            return Limit.STANCE.bit();
        }
        if (!history[channel].hasRoom(nowNs) || history[channel].sinceLastTicks(tick) < spacingTicks) {
            return Limit.SPACING.bit();
        }
        boolean first = !burst.on() && !mayFinish;
        if (first && ruling != Mode.EXERCISE && burst.sinceLastNs(nowNs) < refractoryNs) {
            return Limit.REFRACTORY.bit();
        }
        if (!burst.permits(longestBurstMs(ruling) * MS, nowNs)) {
            burstSpent = true; // off until a valid stance, however often it is asked for
            return Limit.BURST.bit();
        }
        if (!duty(ruling).permits(nowNs, burst.pulseWorthNs(nowNs, spacingTicks * tickNs))) {
            return Limit.DUTY.bit();
        }
        return 0;
    }

    private int longestBurstMs(Mode mode) {
        return mode == Mode.EXERCISE
                ? Math.min(caps.exerciseOnMs(), HardLimits.EXERCISE_ON_MS)
                : Math.min(caps.burstMs(), HardLimits.BURST_MS);
    }

    private DutyWindow duty(Mode mode) {
        return mode == Mode.EXERCISE ? exerciseDuty : walkDuty;
    }

    /**
     * How long a burst may last that begins now in {@code mode}, nanoseconds, 0 or less for not at all: as long as its limit, and until the
     * duty limit would refuse a pulse.
     */
    public long longestBurstNs(Mode mode, long nowNs) {
        return duty(mode).lastingNs(nowNs, burst.pulseWorthNs(nowNs, spacingTicks * tickNs), longestBurstMs(mode) * MS);
    }

    private void reduce(int channel, PulseCommand command, StimulatorStatus status, long nowNs) {
        command.pulseWidthUs = least(command.pulseWidthUs, HardLimits.PULSE_WIDTH_US, Limit.CEILING_PULSE_WIDTH);
        command.pulseWidthUs = least(command.pulseWidthUs, caps.pulseWidthUs(), Limit.CLINICIAN_CAP);
        command.pulseWidthUs = least(command.pulseWidthUs, status.maxPulseWidthUs, Limit.STIMULATOR);
        if (!(command.pulseWidthUs > 0)) {
            command.amplitudeUa = 0;
            return;
        }
        ChannelSettings set = channels[channel];
        int ratio = PulseArithmetic.recoveryRatio(set.waveform());
        int width = command.pulseWidthUs;
        long periodUs = Math.min(history[channel].sinceLastNs(nowNs), 1_000_000_000L / set.frequencyHz()) / 1_000;
        int amplitude = command.amplitudeUa;
        amplitude = least(amplitude, HardLimits.AMPLITUDE_UA, Limit.CEILING_AMPLITUDE);
        amplitude = least(amplitude, caps.clinicianAmplitudeUa(), Limit.CLINICIAN_CAP);
        amplitude = least(amplitude, caps.wearerAmplitudeUa(), Limit.WEARER_CAP);
        amplitude = least(amplitude, status.maxAmplitudeUa, Limit.STIMULATOR);
        amplitude = least(amplitude,
                PulseArithmetic.largestByCharge(Math.min(caps.chargeNc(), HardLimits.CHARGE_NC), width), Limit.CHARGE);
        amplitude = least(amplitude, PulseArithmetic.largestByDensity(set.electrodeAreaMm2(), width, ratio, periodUs),
                Limit.DENSITY);
        amplitude = least(amplitude, PulseArithmetic.largestByRms(HardLimits.RMS_UA, width, ratio, periodUs),
                Limit.RMS);
        amplitude = least(amplitude, PulseArithmetic.largestByEnergy(width, ratio), Limit.ENERGY);
        amplitude = least(amplitude, ramps[channel].allowedUa(), Limit.RISE);
        amplitude = least(amplitude, riseWithinBurstUa(channel, nowNs), Limit.RISE);
        if (!stimulating) {
            // The mode has ended: what is left of the burst may only fall.
            amplitude = least(amplitude, lastOfThisBurstUa(channel, nowNs), Limit.NOT_PERMITTED);
        }
        command.amplitudeUa = Math.max(0, amplitude - amplitude % ratio); // the recovery phase must balance exactly
    }

    /**
     * Full scale in {@link HardLimits#FULL_SCALE_RISE_MS}, from the last pulse of this burst, or from nothing one pulse period ago. Full
     * scale is the clinician's cap.
     */
    private int riseWithinBurstUa(int channel, long nowNs) {
        long periodNs = 1_000_000_000L / channels[channel].frequencyHz();
        int fromUa = lastOfThisBurstUa(channel, nowNs);
        long elapsedNs = Math.min(history[channel].sinceLastNs(nowNs), periodNs);
        long riseUa = caps.clinicianAmplitudeUa() * elapsedNs / (HardLimits.FULL_SCALE_RISE_MS * MS);
        return (int) Math.min(Integer.MAX_VALUE, fromUa + riseUa);
    }

    private int lastOfThisBurstUa(int channel, long nowNs) {
        boolean sameBurst = burst.on() && !history[channel].silentFor(burstGapNs, nowNs);
        return sameBurst ? history[channel].lastAmplitudeUa() : 0;
    }

    private int least(int value, int limit, Limit reason) {
        if (value <= limit) {
            return value;
        }
        reasons |= reason.bit();
        return Math.max(0, limit);
    }

    private void shapeRecovery(int channel, PulseCommand command, long nowNs) {
        int ratio = PulseArithmetic.recoveryRatio(channels[channel].waveform());
        command.recoveryAmplitudeUa = command.amplitudeUa / ratio;
        command.recoveryWidthUs = command.pulseWidthUs * ratio;
        command.expiresNs = nowNs + tickNs;
    }

    private void account(int channel, PulseCommand command, long tick, long nowNs) {
        long worthNs = burst.pulseWorthNs(nowNs, spacingTicks * tickNs);
        walkDuty.add(nowNs, worthNs);
        exerciseDuty.add(nowNs, worthNs);
        burst.pulsed(nowNs);
        history[channel].add(tick, nowNs, command.amplitudeUa);
    }

    /** True while a burst is felt: pulses left of late, on whatever channel. */
    public boolean burstOn() {
        return burst.on();
    }

    /**
     * What it knows about burst, stance and one channel, for tests that walk through its states; the duty windows and the pulses before the
     * last are left out. Durations, not times, so that it does not depend on the clock.
     */
    long[] state(int channel, long tick, long nowNs) {
        long flags = (stanceNeeded ? 1 : 0) | (wanted ? 2 : 0) | (mayFinish ? 4 : 0) | (burstSpent ? 8 : 0)
                | (stimulating ? 16 : 0);
        long tailNs = Math.max(0, tailUntilNs == Long.MIN_VALUE ? 0 : tailUntilNs - nowNs);
        long[] bursts = burst.state(nowNs);
        ChannelHistory past = history[channel];
        return new long[]{flags, ruling.ordinal(), tailNs, bursts[0], bursts[1], bursts[2], past.sinceLastNs(nowNs),
                past.excusedNs(), past.sinceLastTicks(tick), past.lastAmplitudeUa(), ramps[channel].reachedNa()};
    }

    /** Goes back to what {@link #state} said, with duty windows in which nothing was stimulated; its last tick was this one. */
    void restore(long[] state, int channel, long tick, long nowNs) {
        stanceNeeded = (state[0] & 1) != 0;
        wanted = (state[0] & 2) != 0;
        mayFinish = (state[0] & 4) != 0;
        burstSpent = (state[0] & 8) != 0;
        stimulating = (state[0] & 16) != 0;
        ruling = MODES[(int) state[1]];
        tailUntilNs = nowNs + state[2];
        lastTickNs = nowNs;
        burst.restore(state[3], state[4], state[5], nowNs);
        history[channel].restore(state[6], state[7], state[8], (int) state[9], tick, nowNs);
        ramps[channel].restore(state[10], nowNs);
        walkDuty.forget();
        exerciseDuty.forget();
    }

    /** Why pulses were reduced or refused in this tick: bits of {@link Limit}. */
    public int reasons() {
        return reasons;
    }
}
