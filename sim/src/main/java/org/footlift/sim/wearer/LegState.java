package org.footlift.sim.wearer;

/**
 * The leg at one moment, in the plane of walking: x forward, z up, angles from flat or upright, toe-up (and shank-back) positive, so that
 * both rates are positive in swing. Mutable and reused.
 */
public final class LegState {
    /** The moment, nanoseconds since the wearer appeared. */
    public long timeNs;
    /** Number of the stride plus the part of it that is done, counted from mid stance. */
    public double phase;
    /** Foot pitch, degrees. */
    public double footPitchDeg;
    /** Rate of the foot pitch, degrees per second. */
    public double footRateDps;
    /** Second derivative of the foot pitch, degrees per second squared. */
    public double footAngularAccDps2;
    /** Shank pitch, degrees. */
    public double shankPitchDeg;
    /** Rate of the shank pitch, degrees per second. */
    public double shankRateDps;
    /** Second derivative of the shank pitch, degrees per second squared. */
    public double shankAngularAccDps2;
    /** Acceleration of the ankle forward, metres per second squared. */
    public double ankleAccXMps2;
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
        timeNs = atNs;
        phase = mix(a.phase, b.phase, w);
        footPitchDeg = mix(a.footPitchDeg, b.footPitchDeg, w);
        footRateDps = mix(a.footRateDps, b.footRateDps, w);
        footAngularAccDps2 = mix(a.footAngularAccDps2, b.footAngularAccDps2, w);
        shankPitchDeg = mix(a.shankPitchDeg, b.shankPitchDeg, w);
        shankRateDps = mix(a.shankRateDps, b.shankRateDps, w);
        shankAngularAccDps2 = mix(a.shankAngularAccDps2, b.shankAngularAccDps2, w);
        ankleAccXMps2 = mix(a.ankleAccXMps2, b.ankleAccXMps2, w);
        ankleAccZMps2 = mix(a.ankleAccZMps2, b.ankleAccZMps2, w);
        footShockMps2 = mix(a.footShockMps2, b.footShockMps2, w);
        heelLoadN = mix(a.heelLoadN, b.heelLoadN, w);
    }

    private static double mix(double a, double b, double w) {
        return a + w * (b - a);
    }
}
