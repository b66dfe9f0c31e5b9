package org.footlift.sim.wearer;

/** Positions and angles of the leg at one moment; what {@link VirtualWearer} differentiates. Mutable and reused. */
final class LegPose {
    long timeNs;
    double phase;
    double footPitchDeg;
    double shankPitchDeg;
    double ankleXM;
    double ankleZM;
    double sway;
    double footShockMps2;

    void copyFrom(LegPose other) {
        timeNs = other.timeNs;
        phase = other.phase;
        footPitchDeg = other.footPitchDeg;
        shankPitchDeg = other.shankPitchDeg;
        ankleXM = other.ankleXM;
        ankleZM = other.ankleZM;
        sway = other.sway;
        footShockMps2 = other.footShockMps2;
    }
}
