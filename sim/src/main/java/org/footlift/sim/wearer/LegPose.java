package org.footlift.sim.wearer;

/** Positions and angles of the leg at one moment; what {@link VirtualWearer} differentiates. Mutable and reused. */
final class LegPose {
    final SegmentPose foot = new SegmentPose();
    final SegmentPose shank = new SegmentPose();
    long timeNs;
    int part;
    double phase;
    double ankleXM;
    double ankleYM;
    double ankleZM;
    double sway;
    double footShockMps2;
    /** Load under the heel relative to quiet standing. */
    double heelShare;
    /** Acceleration of whatever carries the wearer. */
    double carriedXMps2;
    double carriedYMps2;
    double carriedZMps2;

    void copyFrom(LegPose other) {
        foot.copyFrom(other.foot);
        shank.copyFrom(other.shank);
        timeNs = other.timeNs;
        part = other.part;
        phase = other.phase;
        ankleXM = other.ankleXM;
        ankleYM = other.ankleYM;
        ankleZM = other.ankleZM;
        sway = other.sway;
        footShockMps2 = other.footShockMps2;
        heelShare = other.heelShare;
        carriedXMps2 = other.carriedXMps2;
        carriedYMps2 = other.carriedYMps2;
        carriedZMps2 = other.carriedZMps2;
    }
}
