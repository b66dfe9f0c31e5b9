package org.footlift.sim.stimulator;

import java.util.Locale;

/**
 * A pulse that should not have come.
 *
 * @param rule the rule it broke
 * @param channel 0-based
 * @param timeNs when the pulse came
 * @param measured what it had, in the rule's unit
 * @param allowed what the rule allows, in the rule's unit
 */
public record Violation(Rule rule, int channel, long timeNs, double measured, double allowed) {
    /** What a pulse must keep to, and the unit in which it is measured. */
    public enum Rule {
        /** Largest current of either phase. */
        AMPLITUDE("mA"),
        /** Longest first phase. */
        WIDTH("µs"),
        /** Most charge in a phase. */
        CHARGE("µC"),
        /** The phases carry the same charge, to the last digit. */
        BALANCE("nC"),
        /** Shortest time since the pulse before. */
        SPACING("ms"),
        /** Most pulses in a tenth of a second. */
        COUNT("pulses in 100 ms"),
        /** Most energy into 500 ohm. */
        ENERGY("mJ"),
        /** R.m.s. current since the pulse before. */
        CURRENT("mA r.m.s."),
        /** R.m.s. current over half the declared pad. */
        DENSITY("mA/cm²"),
        /** Longest burst. */
        BURST("s"),
        /** Shortest pause before a burst in walking. */
        REFRACTORY("ms"),
        /** Largest part of the last minute, or of the last two in exercise. */
        DUTY("%"),
        /** Fastest rise within a burst. */
        RISE("mA"),
        /** No pulse in a hard stop. */
        STOPPED("mA");

        private final String unit;

        Rule(String unit) {
            this.unit = unit;
        }

        /** The unit of {@link Violation#measured} and {@link Violation#allowed}. */
        public String unit() {
            return unit;
        }
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s on channel %d at %.3f s: %.3f %s, allowed %.3f", rule, channel + 1,
                timeNs / 1e9,
                measured, rule.unit(), allowed);
    }
}
