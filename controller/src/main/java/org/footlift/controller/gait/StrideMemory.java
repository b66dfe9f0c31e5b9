package org.footlift.controller.gait;

/**
 * What the detector has learned of this wearer's strides. Thresholds are shares of it, so that one rule fits a brisk walker and a slow
 * hemiparetic one. Starting values are those of a mild drop foot; a time of zero is not known yet.
 */
final class StrideMemory {
    private static final double NS_TO_MS = 1e-6;

    /** Peak backward rate at push-off, degrees per second. */
    final RunningScale pushDps = new RunningScale(150, 30, 600);
    /** Peak forward rate in swing, degrees per second. */
    final RunningScale swingDps = new RunningScale(150, 40, 600);
    /** How far the segment turns back until toe off, degrees. */
    final RunningScale dropDeg = new RunningScale(25, 4, 90);
    /** Peak backward rate around the strike, degrees per second. */
    final RunningScale strikeDps = new RunningScale(60, 10, 300);
    /** From heel strike to heel off, milliseconds. */
    final RunningScale heelOffMs = RunningScale.unknown(3_000);
    /** From heel strike to toe off, milliseconds. */
    final RunningScale stanceMs = new RunningScale(600, 200, 3_000);

    private long strikeNs = LegDetector.NEVER;
    private long heelOffNs = LegDetector.NEVER;
    private long toeOffNs = LegDetector.NEVER;

    void heelOff(long timeNs) {
        heelOffNs = timeNs;
    }

    void toeOff(long timeNs) {
        toeOffNs = timeNs;
    }

    void strike(long timeNs) {
        strikeNs = timeNs;
    }

    /** True when toe off was said since the last heel off. */
    boolean toeIsOff() {
        return toeOffNs != LegDetector.NEVER && toeOffNs >= heelOffNs;
    }

    /** Milliseconds since the last heel strike; {@code otherwise} when there was none. */
    double sinceStrikeMs(long timeNs, double otherwise) {
        return strikeNs == LegDetector.NEVER ? otherwise : (timeNs - strikeNs) * NS_TO_MS;
    }

    /** Takes the times of the stride that is ending. */
    void learnTimes() {
        if (strikeNs == LegDetector.NEVER) {
            return;
        }
        if (heelOffNs > strikeNs) {
            heelOffMs.add((heelOffNs - strikeNs) * NS_TO_MS);
        }
        if (toeOffNs > strikeNs) {
            stanceMs.add((toeOffNs - strikeNs) * NS_TO_MS);
        }
    }

    /** After a gap: the last events are forgotten, what is usual is kept. */
    void lose() {
        strikeNs = LegDetector.NEVER;
        heelOffNs = LegDetector.NEVER;
        toeOffNs = LegDetector.NEVER;
    }
}
