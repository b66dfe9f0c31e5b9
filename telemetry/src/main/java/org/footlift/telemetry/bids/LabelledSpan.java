package org.footlift.telemetry.bids;

/**
 * A stretch of a recording in which every step is labelled.
 *
 * @param startS first moment, seconds on the recording's clock
 * @param endS last moment, seconds, not before the first
 */
public record LabelledSpan(double startS, double endS) {
    /** Checks itself. */
    public LabelledSpan {
        if (!(startS <= endS)) {
            throw new IllegalArgumentException(
                    "a labelled span must not end before it begins: " + startS + " to " + endS);
        }
    }
}
