package org.footlift.controller.gait;

/**
 * What the detector has learned of this wearer's strides. Thresholds are shares of it, so that one rule fits a brisk walker and a slow
 * hemiparetic one. Starting values are those of a mild drop foot.
 */
final class StrideMemory {
    /** Peak backward rate at push-off, degrees per second. */
    final RunningScale pushDps = new RunningScale(150, 30, 600);
    /** Peak forward rate in swing, degrees per second. */
    final RunningScale swingDps = new RunningScale(150, 40, 600);
    /** How far the segment turns back until toe off, degrees. */
    final RunningScale dropDeg = new RunningScale(25, 4, 90);
    /** Peak backward rate around the strike, degrees per second. */
    final RunningScale strikeDps = new RunningScale(60, 10, 300);
    /** From heel strike to toe off, milliseconds. */
    final RunningScale stanceMs = new RunningScale(600, 200, 3_000);
}
