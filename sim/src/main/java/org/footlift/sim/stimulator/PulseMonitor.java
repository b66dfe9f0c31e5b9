package org.footlift.sim.stimulator;

import java.util.ArrayList;
import java.util.List;
import org.footlift.hal.PulseCommand;
import org.footlift.sim.stimulator.Violation.Rule;

/**
 * Re-checks every pulse on the far side of the hardware boundary. The figures are written out here on purpose, in units of their own
 * (milliampere, microcoulomb, millijoule), and come from the ceilings that the project's safety table states:
 * <ul>
 * <li>100 mA and 500 µs: the top of drop-foot stimulators on the market; 40 µC a phase
 * <li>5 ms spacing, 7 pulses in 100 ms: a closely spaced pair at the start, not a train
 * <li>10 mJ into 500 Ω: a thirtieth of what IEC 60601-2-10 allows
 * <li>2 mA r.m.s. per cm² (IEC 60601-2-10 asks for attention above), over half the pad because it may have lifted, while bursting
 * <li>25 mA r.m.s. from one pulse to the next, half of what IEC 60601-2-10 allows: it bounds a pair, which 100 ms would thin
 * <li>2.5 s a burst in walking: longer than any swing; 15 s in exercise. A burst is over when no pulse came for two periods, or for 100 ms
 * if that is longer
 * <li>100 ms before a burst in walking, so that it is one of its own; a profile asks for more
 * <li>80 % of any minute in walking, 60 % of any two in exercise
 * <li>within a burst from zero to full scale in 200 ms, counted from the pulse before, or from nothing one period ago
 * <li>no pulse while a hard stop is in force
 * </ul>
 * A profile's {@link OutputCaps} tighten these.
 * Counts everything, keeps the first {@value #KEPT} violations. Allocates only for a violation. Control loop only; read it when the loop
 * has stopped.
 */
public final class PulseMonitor {
    /** What stimulation is for; it decides how long a burst may be. */
    public enum Use {
        /** Walking, standing, test bursts. */
        WALKING,
        /** Cyclic exercise, seated. */
        EXERCISE
    }

    /** How many violations are kept in full. */
    public static final int KEPT = 100;

    private static final double LARGEST_MA = 100;
    private static final double LONGEST_US = 500;
    private static final double MOST_UC = 40;
    private static final double CLOSEST_MS = 5;
    private static final double WINDOW_MS = 100;
    private static final int MOST_IN_WINDOW = 7;
    private static final double MOST_MJ = 10;
    private static final double LOAD_KILOOHM = 0.5;
    private static final double MOST_RMS_MA = 25;
    private static final double DENSEST_MA_PER_CM2 = 2;
    private static final double LONGEST_WALKING_S = 2.5;
    private static final double LONGEST_EXERCISE_S = 15;
    private static final double WALKING_SHARE = 0.8;
    private static final double EXERCISE_SHARE = 0.6;
    private static final double FULL_SCALE_MS = 200;
    private static final double LEAST_PAUSE_MS = 100;
    /** Division may end a hair above an exact limit; the pulse itself is whole microampere and microseconds. */
    private static final double ROUNDING = 1 + 1e-9;

    private final List<ChannelHistory> channels = new ArrayList<>();
    private final OutputCaps caps;
    private final DutyRecord duty = new DutyRecord();
    private final double jitterMs;
    private Use use;
    /** What the burst that is on, or was last, is for: a burst is judged by what it began as. */
    private Use burstUse;
    private long lastPulseNs;
    private boolean pulsed;
    /** How long the loop was held up since the last pulse of any channel, milliseconds. */
    private double heldUpMs;
    private boolean stopped;
    private final List<Violation> violations = new ArrayList<>();
    private final long[] counts = new long[Rule.values().length];
    private long total;

    /**
     * A monitor of as many channels as are declared.
     *
     * @param use what the stimulation is for
     * @param jitterNs by how much a pulse may come sooner after the one before than the loop meant: 0 in stepped time; in real time, how
     *        long handing over may vary between two ticks
     */
    public PulseMonitor(List<OutputDeclaration> declarations, Use use, long jitterNs) {
        this(declarations, OutputCaps.NONE, use, jitterNs);
    }

    /** The same for a wearer whose profile has {@code caps}. */
    public PulseMonitor(List<OutputDeclaration> declarations, OutputCaps caps, Use use, long jitterNs) {
        declarations.forEach(d -> channels.add(new ChannelHistory(d)));
        this.caps = caps;
        this.use = use;
        burstUse = use;
        jitterMs = jitterNs / 1e6;
    }

    /** Says what stimulation is for from the next burst on. */
    public void use(Use now) {
        use = now;
    }

    /**
     * Says that the loop was held up since the last pulse. A burst that was to go on is the same one after it, up to the 100 ms that are no fault yet:
     * its rise need not begin anew.
     */
    public void heldUp(long ns) {
        heldUpMs += ns / 1e6;
        for (ChannelHistory history : channels) {
            history.heldUp(ns / 1e6, LEAST_PAUSE_MS);
        }
    }

    /** Says that a hard stop is in force: no pulse may come any more. */
    public void stop() {
        stopped = true;
    }

    /** Says that the hard stop is over. */
    public void release() {
        stopped = false;
    }

    /** Judges one pulse that leaves at {@code timeNs}; times do not decrease. */
    public void check(int channel, long timeNs, PulseCommand pulse) {
        double mA = pulse.amplitudeUa / 1e3;
        double recoveryMa = pulse.recoveryAmplitudeUa / 1e3;
        double chargeUc = mA * pulse.pulseWidthUs / 1e3;
        double recoveryUc = recoveryMa * pulse.recoveryWidthUs / 1e3;
        double mA2Ms = (mA * mA * pulse.pulseWidthUs + recoveryMa * recoveryMa * pulse.recoveryWidthUs) / 1e3;
        if (stopped) {
            violated(Rule.STOPPED, channel, timeNs, mA, 0);
        }
        atMost(Rule.AMPLITUDE, channel, timeNs, StrictMath.max(mA, recoveryMa),
                StrictMath.min(LARGEST_MA, caps.amplitudeMa()));
        atMost(Rule.WIDTH, channel, timeNs, pulse.pulseWidthUs, StrictMath.min(LONGEST_US, caps.widthUs()));
        atMost(Rule.CHARGE, channel, timeNs, StrictMath.max(chargeUc, recoveryUc),
                StrictMath.min(MOST_UC, caps.chargeUc()));
        checkBalance(channel, timeNs, pulse);
        atMost(Rule.ENERGY, channel, timeNs, LOAD_KILOOHM * mA2Ms / 1e3, MOST_MJ);
        checkPause(channel, timeNs);
        checkHistory(channel, timeNs, mA, mA2Ms);
        checkDuty(channel, timeNs);
    }

    /** Violations of every rule. */
    public long total() {
        return total;
    }

    /** Violations of one rule. */
    public long count(Rule rule) {
        return counts[rule.ordinal()];
    }

    /** The first violations, oldest first. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    private void checkBalance(int channel, long timeNs, PulseCommand pulse) {
        long firstPc = (long) pulse.amplitudeUa * pulse.pulseWidthUs;
        long recoveryPc = (long) pulse.recoveryAmplitudeUa * pulse.recoveryWidthUs;
        if (firstPc != recoveryPc) {
            violated(Rule.BALANCE, channel, timeNs, (firstPc - recoveryPc) / 1e3, 0);
        }
    }

    /** A burst that goes on after the loop was held up, for however long, is no new one. */
    private void checkPause(int channel, long timeNs) {
        double sinceMs = pulsed ? (timeNs - lastPulseNs) / 1e6 : Double.POSITIVE_INFINITY;
        boolean begins = channels.stream().noneMatch(each -> sinceMs - heldUpMs < longestPauseMs(each));
        double leastMs = StrictMath.max(LEAST_PAUSE_MS, caps.pauseMs());
        if (begins && use != Use.EXERCISE && (sinceMs + jitterMs) * ROUNDING < leastMs) {
            violated(Rule.REFRACTORY, channel, timeNs, sinceMs, leastMs);
        }
        heldUpMs = 0;
    }

    private void checkHistory(int channel, long timeNs, double mA, double mA2Ms) {
        ChannelHistory history = channels.get(channel);
        double sinceMs = history.sinceLastMs(timeNs);
        boolean begins = !(sinceMs < longestPauseMs(history));
        checkRise(channel, timeNs, mA, sinceMs);
        history.add(timeNs, mA, mA2Ms, begins);
        double closestMs = StrictMath.max(CLOSEST_MS, caps.spacingMs());
        if ((sinceMs + jitterMs) * ROUNDING < closestMs) {
            violated(Rule.SPACING, channel, timeNs, sinceMs, closestMs);
        }
        double windowMs = WINDOW_MS - jitterMs;
        atMost(Rule.COUNT, channel, timeNs, history.pulsesWithin(windowMs), MOST_IN_WINDOW);
        atMost(Rule.CURRENT, channel, timeNs, history.newestRmsMa(jitterMs), MOST_RMS_MA);
        double rmsMa = StrictMath.sqrt(history.meanSquareMa2(windowMs));
        atMost(Rule.DENSITY, channel, timeNs, rmsMa / (history.padCm2() / 2), DENSEST_MA_PER_CM2);
        if (!anyPulseWithin(timeNs, longestPauseMs(history))) {
            burstUse = use;
        }
        double longestS = burstUse == Use.EXERCISE
                ? StrictMath.min(LONGEST_EXERCISE_S, caps.exerciseS())
                : StrictMath.min(LONGEST_WALKING_S, caps.walkingS());
        atMost(Rule.BURST, channel, timeNs, history.burstS() - jitterMs / 1e3, longestS);
    }

    private static double longestPauseMs(ChannelHistory history) {
        return StrictMath.max(2 * history.periodMs(), LEAST_PAUSE_MS);
    }

    private boolean anyPulseWithin(long timeNs, double pauseMs) {
        return pulsed && (timeNs - lastPulseNs) / 1e6 < pauseMs;
    }

    private void checkRise(int channel, long timeNs, double mA, double sinceMs) {
        ChannelHistory history = channels.get(channel);
        boolean begins = !(sinceMs - history.excusedMs() < longestPauseMs(history));
        double fromMa = begins ? 0 : history.lastMa();
        double elapsedMs = StrictMath.min(sinceMs, history.periodMs()) + jitterMs;
        atMost(Rule.RISE, channel, timeNs, mA, fromMa + caps.fullScaleMa() * elapsedMs / FULL_SCALE_MS);
    }

    /** Time counts once however many channels share it. */
    private void checkDuty(int channel, long timeNs) {
        boolean goesOn = anyPulseWithin(timeNs, longestPauseMs(channels.get(channel)));
        duty.add(timeNs, goesOn ? timeNs - lastPulseNs : 0);
        lastPulseNs = timeNs;
        pulsed = true;
        if (burstUse == Use.EXERCISE) {
            atMost(Rule.DUTY, channel, timeNs, 100 * duty.twoMinutesShare(), 100 * EXERCISE_SHARE);
        } else {
            atMost(Rule.DUTY, channel, timeNs, 100 * duty.minuteShare(),
                    100 * StrictMath.min(WALKING_SHARE, caps.walkingShare()));
        }
    }

    private void atMost(Rule rule, int channel, long timeNs, double measured, double allowed) {
        if (measured > allowed * ROUNDING) {
            violated(rule, channel, timeNs, measured, allowed);
        }
    }

    private void violated(Rule rule, int channel, long timeNs, double measured, double allowed) {
        total++;
        counts[rule.ordinal()]++;
        if (violations.size() < KEPT) {
            violations.add(new Violation(rule, channel, timeNs, measured, allowed));
        }
    }
}
