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
 * <li>2.5 s a burst in walking: longer than any swing; 15 s in exercise
 * </ul>
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
    private static final double DENSEST_MA_PER_CM2 = 2;
    private static final double LONGEST_WALKING_S = 2.5;
    private static final double LONGEST_EXERCISE_S = 15;
    /** Division may end a hair above an exact limit; the pulse itself is whole microampere and microseconds. */
    private static final double ROUNDING = 1 + 1e-9;

    private final List<ChannelHistory> channels = new ArrayList<>();
    private final double longestBurstS;
    private final double jitterMs;
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
        declarations.forEach(d -> channels.add(new ChannelHistory(d)));
        longestBurstS = use == Use.EXERCISE ? LONGEST_EXERCISE_S : LONGEST_WALKING_S;
        jitterMs = jitterNs / 1e6;
    }

    /** Judges one pulse that leaves at {@code timeNs}; times do not decrease. */
    public void check(int channel, long timeNs, PulseCommand pulse) {
        double mA = pulse.amplitudeUa / 1e3;
        double recoveryMa = pulse.recoveryAmplitudeUa / 1e3;
        double chargeUc = mA * pulse.pulseWidthUs / 1e3;
        double recoveryUc = recoveryMa * pulse.recoveryWidthUs / 1e3;
        double mA2Ms = (mA * mA * pulse.pulseWidthUs + recoveryMa * recoveryMa * pulse.recoveryWidthUs) / 1e3;
        atMost(Rule.AMPLITUDE, channel, timeNs, StrictMath.max(mA, recoveryMa), LARGEST_MA);
        atMost(Rule.WIDTH, channel, timeNs, pulse.pulseWidthUs, LONGEST_US);
        atMost(Rule.CHARGE, channel, timeNs, StrictMath.max(chargeUc, recoveryUc), MOST_UC);
        checkBalance(channel, timeNs, pulse);
        atMost(Rule.ENERGY, channel, timeNs, LOAD_KILOOHM * mA2Ms / 1e3, MOST_MJ);
        checkHistory(channel, timeNs, mA2Ms);
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

    private void checkHistory(int channel, long timeNs, double mA2Ms) {
        ChannelHistory history = channels.get(channel);
        double sinceMs = history.sinceLastMs(timeNs);
        history.add(timeNs, mA2Ms);
        if (sinceMs + jitterMs < CLOSEST_MS) {
            violated(Rule.SPACING, channel, timeNs, sinceMs, CLOSEST_MS);
        }
        double windowMs = WINDOW_MS - jitterMs;
        atMost(Rule.COUNT, channel, timeNs, history.pulsesWithin(windowMs), MOST_IN_WINDOW);
        double rmsMa = StrictMath.sqrt(history.meanSquareMa2(windowMs));
        atMost(Rule.DENSITY, channel, timeNs, rmsMa / (history.padCm2() / 2), DENSEST_MA_PER_CM2);
        atMost(Rule.BURST, channel, timeNs, history.burstS() - jitterMs / 1e3, longestBurstS);
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
