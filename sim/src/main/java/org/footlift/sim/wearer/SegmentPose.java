package org.footlift.sim.wearer;

/** Which way a segment of the leg points at one moment. Mutable and reused. */
final class SegmentPose {
    double pitchDeg;
    double rollDeg;
    double yawDeg;

    void copyFrom(SegmentPose other) {
        pitchDeg = other.pitchDeg;
        rollDeg = other.rollDeg;
        yawDeg = other.yawDeg;
    }
}
