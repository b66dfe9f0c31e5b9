package org.footlift.sim.wearer;

/**
 * How one segment of the leg points and turns. Angles in degrees, from flat or upright and straight ahead, applied in the order yaw (about the
 * vertical, left positive), pitch (toe-up or shank-back positive), roll (about the long axis forward, right edge down positive). Mutable and reused.
 */
public final class SegmentState {
    /** Pitch, degrees. */
    public double pitchDeg;
    /** Its rate, degrees per second. */
    public double pitchRateDps;
    /** Its second derivative, degrees per second squared. */
    public double pitchAccDps2;
    /** Roll, degrees. */
    public double rollDeg;
    /** Its rate, degrees per second. */
    public double rollRateDps;
    /** Its second derivative, degrees per second squared. */
    public double rollAccDps2;
    /** Yaw, degrees. */
    public double yawDeg;
    /** Its rate, degrees per second. */
    public double yawRateDps;
    /** Its second derivative, degrees per second squared. */
    public double yawAccDps2;

    void describe(SegmentPose before, SegmentPose now, SegmentPose after) {
        pitchDeg = now.pitchDeg;
        pitchRateDps = Differences.rate(before.pitchDeg, after.pitchDeg);
        pitchAccDps2 = Differences.acceleration(before.pitchDeg, now.pitchDeg, after.pitchDeg);
        rollDeg = now.rollDeg;
        rollRateDps = Differences.rate(before.rollDeg, after.rollDeg);
        rollAccDps2 = Differences.acceleration(before.rollDeg, now.rollDeg, after.rollDeg);
        yawDeg = now.yawDeg;
        yawRateDps = Differences.rate(before.yawDeg, after.yawDeg);
        yawAccDps2 = Differences.acceleration(before.yawDeg, now.yawDeg, after.yawDeg);
    }

    void between(SegmentState a, SegmentState b, double w) {
        pitchDeg = LegState.mix(a.pitchDeg, b.pitchDeg, w);
        pitchRateDps = LegState.mix(a.pitchRateDps, b.pitchRateDps, w);
        pitchAccDps2 = LegState.mix(a.pitchAccDps2, b.pitchAccDps2, w);
        rollDeg = LegState.mix(a.rollDeg, b.rollDeg, w);
        rollRateDps = LegState.mix(a.rollRateDps, b.rollRateDps, w);
        rollAccDps2 = LegState.mix(a.rollAccDps2, b.rollAccDps2, w);
        yawDeg = LegState.mix(a.yawDeg, b.yawDeg, w);
        yawRateDps = LegState.mix(a.yawRateDps, b.yawRateDps, w);
        yawAccDps2 = LegState.mix(a.yawAccDps2, b.yawAccDps2, w);
    }
}
