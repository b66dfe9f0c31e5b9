package org.footlift.telemetry.bids;

/**
 * One row of an events file.
 *
 * @param onsetS when, seconds on the recording's clock
 * @param durationS how long, seconds; NaN where the file says {@code n/a}
 * @param trialType what: {@code heel_strike}, {@code stimulation}, any name
 */
public record Event(double onsetS, double durationS, String trialType) {
    /** Checks itself. */
    public Event {
        if (!Double.isFinite(onsetS)) {
            throw new IllegalArgumentException("an event needs a finite onset, not " + onsetS);
        }
        if (durationS < 0 || Double.isInfinite(durationS)) {
            throw new IllegalArgumentException("an event's duration is finite and 0 or more, not " + durationS);
        }
        if (trialType.isBlank()) {
            throw new IllegalArgumentException("an event needs a trial_type");
        }
    }
}
