package org.footlift.sim.score;

/**
 * A series of pulses with gaps shorter than two periods.
 *
 * @param startS its first pulse, seconds on the recording's clock
 * @param durationS to its last pulse plus one period, seconds
 */
public record Burst(double startS, double durationS) {
    // A swing is covered when the burst is on this much after its beginning and before its end.
    static final double GRACE_S = 0.05;

    /** Checks itself. */
    public Burst {
        if (!Double.isFinite(startS) || !(durationS >= 0) || Double.isInfinite(durationS)) {
            throw new IllegalArgumentException(
                    "a burst needs a start and a duration of 0 or more, not " + startS + ", " + durationS);
        }
    }

    /** Its last pulse plus one period, seconds. */
    public double endS() {
        return startS + durationS;
    }

    boolean overlaps(EventTimes.Swing swing) {
        return startS < swing.heelStrikeS() && endS() > swing.toeOffS();
    }

    /** Whether it is on throughout {@code swing}, but for 50 ms at either end. */
    boolean covers(EventTimes.Swing swing) {
        return startS <= swing.toeOffS() + GRACE_S && endS() >= swing.heelStrikeS() - GRACE_S;
    }

    /** This burst on a clock that reads {@code offsetS} less. */
    Burst earlierBy(double offsetS) {
        return new Burst(startS - offsetS, durationS);
    }
}
