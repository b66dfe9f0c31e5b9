package org.footlift.controller.gait;

/**
 * Whether the foot has pushed off since its heel rose: turned back far and fast, and that is over. It tells a first step, however soft, from
 * a heel that rises while standing or sitting. Allocates nothing after construction.
 */
final class PushOff {
    /** Rising onto the toes turns as far, seldom as fast; the first steps of a walk at 0.5 m/s reach twice the angle, and 135 °/s. */
    private static final double TURNED_DEG = 15;
    private static final double PEAK_DPS = 100;
    /** It is over when the rate falls below this share of its peak: the toes leave. */
    private static final double OVER_SHARE = 0.4;

    private double fromDeg;
    private double peakDps;

    /** The heel rises now. */
    void begin(double pitchDeg) {
        fromDeg = pitchDeg;
        peakDps = 0;
    }

    /** Takes the foot's rate and pitch of now, toe-up positive; true when a push-off is over. */
    boolean isOver(double rateDps, double pitchDeg) {
        peakDps = Math.max(peakDps, -rateDps);
        return fromDeg - pitchDeg >= TURNED_DEG && peakDps >= PEAK_DPS && -rateDps < OVER_SHARE * peakDps;
    }
}
