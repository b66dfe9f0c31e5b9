package org.footlift.sim.score;

import java.util.Comparator;

/**
 * One thing that went wrong in one stride.
 *
 * @param kind what it is
 * @param timeS when: the label, or where there is none the burst or detection; seconds on the recording's clock
 * @param untilS the end of the swing or burst; of an event its {@code timeS}; seconds on the recording's clock
 * @param ms by how much: the swing that was missed, the part of it that was not covered, the length of a stray burst, the error of an event;
 *     milliseconds, 0 where the kind has no measure
 * @param contradicting true where the labels contradict each other by themselves, so that nobody can be right
 * @param words one plain sentence
 */
public record StrideFinding(Kind kind, double timeS, double untilS, double ms, boolean contradicting, String words) {
    /** Worst first: what harms a wearer more, then what the labels are sure of, then by how much. */
    public static final Comparator<StrideFinding> WORST_FIRST = Comparator.comparing(StrideFinding::kind)
            .thenComparing(StrideFinding::contradicting)
            .thenComparing(Comparator.comparingDouble(StrideFinding::ms).reversed())
            .thenComparingDouble(StrideFinding::timeS).thenComparing(StrideFinding::words);

    /** Kinds, the worst first: the foot drops, it drops in part, the leg is stimulated while it carries the wearer, then what only a listener notices. */
    public enum Kind {
        /** No burst overlaps the swing. */
        MISSED_SWING("missed swing"),
        /** A burst overlaps the swing, but not from 50 ms after its beginning to 50 ms before its end. */
        NOT_COVERED("swing not covered"),
        /** A burst overlaps no swing. */
        STRAY_BURST("stray burst"),
        /** A label without a detection. */
        MISSED_EVENT("missed event"),
        /** A detection without a label. */
        EXTRA_EVENT("extra event"),
        /** A label and a detection that belong together, but too far apart to count. */
        LATE_OR_EARLY_EVENT("late or early event");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Words for a screen. */
        public String label() {
            return label;
        }
    }
}
