package org.footlift.sim.campaign;

import java.util.List;
import org.footlift.config.ChannelSettings;
import org.footlift.config.Settings;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.Stimulator;
import org.footlift.sim.stimulator.OutputCaps;
import org.footlift.sim.stimulator.OutputDeclaration;
import org.footlift.sim.stimulator.PulseMonitor;
import org.footlift.sim.stimulator.Violation;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/**
 * I1, I2, I4: every pulse to the monitor on the stimulator's side, and what only the tick can tell: its lease, whole ticks between pulses, the
 * device's own range, and a stance before a burst.
 */
final class PulseWatch {
    private static final long LONGEST_LEASE_NS = 50 * Facts.MS;
    private static final long LEAST_PAUSE_NS = 100 * Facts.MS;

    private final Judge judge;
    private PulseMonitor monitor = new PulseMonitor(List.of(), PulseMonitor.Use.WALKING, 0);
    private Settings settings = Settings.DEFAULT;
    private int seen;
    private final long[] lastTick = new long[Stimulator.MAX_CHANNELS];
    private long pauseNs;
    private long lastPulseNs;
    private boolean stanceSeen;
    private boolean goesOn;
    private boolean burstBefore;
    private boolean spent;

    PulseWatch(Judge judge) {
        this.judge = judge;
    }

    void begins(Settings now) {
        settings = now;
        monitor = new PulseMonitor(List.of(declared(0), declared(1)),
                OutputCaps.of(now), PulseMonitor.Use.WALKING, 0);
        seen = 0;
        goesOn = false;
        burstBefore = false;
        spent = false;
        pauseNs = LEAST_PAUSE_NS;
        for (int c = 0; c < lastTick.length; c++) {
            lastTick[c] = Long.MIN_VALUE;
            if (now.stimulation().channel(c).enabled()) {
                pauseNs = StrictMath.max(pauseNs, 2 * declared(c).periodNs());
            }
        }
        lastPulseNs = Long.MIN_VALUE / 2;
        stanceSeen = false;
    }

    private OutputDeclaration declared(int channel) {
        ChannelSettings set = settings.stimulation().channel(channel);
        long ticks = StrictMath.ceilDiv(settings.loop().rateHz(), set.frequencyHz());
        return new OutputDeclaration(ticks * settings.loop().periodNs(), set.electrodeAreaMm2());
    }

    void tick(Facts facts, TickInput in, TickOutput out) {
        boolean burstOn = facts.nowNs - lastPulseNs < pauseNs;
        if (out.mode != facts.modeBefore && Facts.stimulates(out.mode)) {
            stanceSeen = false;
            goesOn = facts.nowNs - facts.elapsedNs - lastPulseNs < pauseNs; // as Start found it
        }
        if (facts.softCause) {
            stanceSeen = false;
            goesOn |= burstBefore;
        }
        burstBefore = out.burst;
        goesOn &= out.burst && !facts.anotherBurst; // what is felt when Start is pressed, or when a sensor falls silent, may fall to its end
        stanceSeen |= out.phase == GaitPhase.STANCE; // also while that falls
        if (!burstOn) {
            spent &= out.phase != GaitPhase.STANCE;
            monitor.use(out.mode == Mode.EXERCISE ? PulseMonitor.Use.EXERCISE : PulseMonitor.Use.WALKING);
        }
        monitor.heldUp(in.lateNs);
        for (int c = 0; c < out.pulses.length; c++) {
            if (out.pulses[c].isPulse()) {
                check(c, out.pulses[c], facts, in, out, burstOn);
            }
        }
        if (facts.pulsed) {
            lastPulseNs = facts.nowNs;
        }
        spent |= Limit.BURST.in(out.limits) && out.mode != Mode.EXERCISE; // it says so itself, and must mean it
        while (seen < monitor.total()) {
            Violation violation = monitor.violations().get(seen++);
            judge.broken(switch (violation.rule()) {
                case BALANCE -> Invariant.BALANCE;
                case BURST -> Invariant.BURST;
                case RISE -> Invariant.RISE;
                case STOPPED -> Invariant.HARD_STOP;
                case AMPLITUDE, WIDTH, CHARGE, SPACING, COUNT, ENERGY, CURRENT, DENSITY, REFRACTORY, DUTY ->
                    Invariant.LIMITS;
            }, violation.toString());
        }
    }

    private void check(int channel, PulseCommand pulse, Facts facts, TickInput in, TickOutput out, boolean burstOn) {
        monitor.check(channel, facts.nowNs, pulse);
        ChannelSettings set = settings.stimulation().channel(channel);
        if (!set.enabled()) {
            judge.broken(Invariant.LIMITS, "a pulse on channel " + (channel + 1) + ", which is not in use");
        }
        if (pulse.expiresNs < in.timeNs || pulse.expiresNs - in.timeNs > LONGEST_LEASE_NS) {
            judge.broken(Invariant.LIMITS, "a lease of " + (pulse.expiresNs - in.timeNs) + " ns");
        }
        if (pulse.amplitudeUa > in.stimulator.maxAmplitudeUa || pulse.pulseWidthUs > in.stimulator.maxPulseWidthUs) {
            judge.broken(Invariant.LIMITS, "more than the stimulator says it can give");
        }
        long apart = lastTick[channel] == Long.MIN_VALUE ? Long.MAX_VALUE : in.tick - lastTick[channel];
        if (apart < 1_000_000 && apart * settings.loop().periodNs() < settings.limits().spacingMs() * Facts.MS) {
            judge.broken(Invariant.LIMITS, apart + " ticks between two pulses");
        }
        if (!burstOn && !goesOn && out.mode == Mode.WALK && !stanceSeen) {
            judge.broken(Invariant.BURST, "a burst in walking, and no stance was seen since Start or a soft stop");
        }
        if (!burstOn && spent && Facts.stimulates(out.mode) && out.mode != Mode.EXERCISE) {
            judge.broken(Invariant.BURST, "a burst after one of its longest, and no stance was seen between them");
        }
        lastTick[channel] = in.tick;
    }
}
