package org.footlift.sim.wearer;

/**
 * The leg at one moment: x forward, y left, z up, as the wearer stood at the beginning. Pitch is toe-up (and shank-back) positive, so that
 * both pitch rates are positive in swing. Mutable and reused.
 */
public final class LegState {
    /** The foot. */
    public final SegmentState foot = new SegmentState();
    /** The shank. */
    public final SegmentState shank = new SegmentState();
    /** The moment, nanoseconds since the wearer appeared. */
    public long timeNs;
    /** Which part of the script is under way, counted from 0; the number of parts once all are over. */
    public int part;
    /** Number of the stride plus the part of it that is done, counted from mid stance. */
    public double phase;
    /** Acceleration of the ankle forward, metres per second squared. */
    public double ankleAccXMps2;
    /** Acceleration of the ankle to the left, metres per second squared. */
    public double ankleAccYMps2;
    /** Acceleration of the ankle upward, metres per second squared. */
    public double ankleAccZMps2;
    /** Shock of the last contact as it rings at the foot, upward, metres per second squared. */
    public double footShockMps2;
    /** Force under the heel, newton. */
    public double heelLoadN;

    /** Makes this state an equal of {@code other}. */
    public void copyFrom(LegState other) {
        between(other, other, other.timeNs);
    }

    /** Makes this the state at {@code atNs}, between {@code a} and the later {@code b}, or equal to them when they are one. */
    public void between(LegState a, LegState b, long atNs) {
        double w = b.timeNs == a.timeNs ? 0 : (double) (atNs - a.timeNs) / (b.timeNs - a.timeNs);
        foot.between(a.foot, b.foot, w);
        shank.between(a.shank, b.shank, w);
        timeNs = atNs;
        part = a.part;
        phase = mix(a.phase, b.phase, w);
        ankleAccXMps2 = mix(a.ankleAccXMps2, b.ankleAccXMps2, w);
        ankleAccYMps2 = mix(a.ankleAccYMps2, b.ankleAccYMps2, w);
        ankleAccZMps2 = mix(a.ankleAccZMps2, b.ankleAccZMps2, w);
        footShockMps2 = mix(a.footShockMps2, b.footShockMps2, w);
        heelLoadN = mix(a.heelLoadN, b.heelLoadN, w);
    }

    static double mix(double a, double b, double w) {
        return a + w * (b - a);
    }
}
