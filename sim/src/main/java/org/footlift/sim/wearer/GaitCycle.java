package org.footlift.sim.wearer;

/**
 * The reference cycle of one leg: where its events lie, and the shapes of foot, shank and ankle. Fitted to the marker data of Winter's
 * Table A.1 (able-bodied, 1.45 m/s, stride 1.414 m; from BMClab/BMC, CC BY 4.0).
 *
 * <p>Phase here runs from mid stance to mid stance, 0 to 1, because there the foot is flat: strides may differ from each other without
 * a jump at the seam, and standing is simply a phase that does not advance. Angles in degrees, toe-up and shank-back positive.
 */
final class GaitCycle {
    /** Mid stance as a fraction of the cycle that starts with heel strike. */
    private static final double MID_STANCE = 0.15;
    /** The heel carries nothing from 62 % of stance on. */
    static final double HEEL_OFF = 0.378 - MID_STANCE;
    static final double TOE_OFF = 0.61 - MID_STANCE;
    static final double HEEL_STRIKE = 1 - MID_STANCE;
    static final double FOOT_FLAT = 1.10 - MID_STANCE;
    /** Part of the reference cycle spent in stance. */
    static final double STANCE = 0.61;
    /** Stride of the reference walk, metres. */
    private static final double STRIDE_M = 1.414;
    /** Height of the ankle over a flat foot, metres. */
    private static final double ANKLE_HEIGHT_M = 0.094;

    private static final Harmonics SHANK = new Harmonics(-15.2759, 26.3484, 12.4963, 8.1558, -10.0374, -.4198, -1.9825,
            .7284,
            -.8789, -.0448, -.679, -.2655, -.2194, -.2114, -.1258);
    private static final Harmonics FOOT = new Harmonics(-13.8625, 27.4823, 21.509, 10.3739, -19.4784, -2.7723, -1.6044,
            3.2238,
            -2.3413, -.4731, -1.8733, .4865, -.0397, .0924, -.5944, -.0894, -.0515);
    private static final Harmonics ANKLE_X = new Harmonics(-.3303, .3051, .044, .0231, -.041, .0073, -.0076, -.0024,
            -.0071,
            -.0008, -.002, -.0012, -.0008);
    private static final Harmonics ANKLE_HEIGHT = new Harmonics(.1348, -.0321, -.0501, -.0122, .0265, .0148, -.0003,
            .0012,
            -.0054, -.0012, -.0011, -.0002, -.001, -.0002, -.0002);
    private static final double ANKLE_X_FLAT_M = 0.0485;

    private GaitCycle() {}

    /** The phase of the fits, in turns since heel strike, that belongs to {@code phase} after mid stance. */
    static double turns(double phase) {
        return phase + MID_STANCE;
    }

    /** 0 while the foot is flat, 1 while it moves: the fit's own ripple of a degree in mid stance is not motion. */
    private static double moving(double phase) {
        return Blend.window(phase, 0.15, 0.27, 0.89, 0.98);
    }

    /** Foot pitch of the able-bodied foot, degrees; exactly 0 around mid stance. */
    static double footPitchDeg(double phase, double cos, double sin) {
        return moving(phase) * FOOT.at(cos, sin);
    }

    /** Share of a drop foot's deficit that shows, 0 to 1: the foot stops rising early in swing, which dents its rate; gone at foot flat. */
    static double footDrop(double phase) {
        return Blend.window(phase, 0.50, 0.70, HEEL_STRIKE, FOOT_FLAT);
    }

    /** Shank pitch, degrees, its swing about the mean multiplied by {@code scale}. */
    static double shankPitchDeg(double scale, double cos, double sin) {
        return SHANK.mean() + scale * (SHANK.at(cos, sin) - SHANK.mean());
    }

    /** How far the ankle came since mid stance as a fraction of the stride, 0 to 1. */
    static double ankleProgress(double phase, double cos, double sin) {
        double xM = ANKLE_X.at(cos, sin) + STRIDE_M * (phase + MID_STANCE) - ANKLE_X_FLAT_M;
        double restM = phase < 0.5 ? 0 : STRIDE_M;
        return (restM + moving(phase) * (xM - restM)) / STRIDE_M;
    }

    /** Share of the jolt of contact that remains, 1 to 0: none of it is left once the foot is flat. */
    static double jolt(double phase) {
        return phase < HEEL_STRIKE ? 0 : 1 - Blend.rise(phase, 0.89, 0.98);
    }

    /** Height of the ankle above where it is with the foot flat, metres. */
    static double ankleRiseM(double phase, double cos, double sin) {
        return moving(phase) * (ANKLE_HEIGHT.at(cos, sin) - ANKLE_HEIGHT_M);
    }

    /** Share of a hip hike that shows, 0 to 1: only in swing. */
    static double hike(double phase) {
        return Blend.window(phase, TOE_OFF, 0.65, 0.65, HEEL_STRIKE);
    }
}
