package org.footlift.sim.wearer;

/** What one stride, from mid stance to mid stance, has of its own. Mutable and reused by {@link StridePlan}. */
final class Stride {
    /** Relative size: 1 for a usual stride, 0.8 for the first, 0.5 for the last. */
    double size = 1;
    /** Missing toe-up at the end of swing, degrees. */
    double footDropDeg;
    /** Length, metres. */
    double lengthM;
    /** Hip hike, metres. */
    double hikeM;
    /** Shank offset, degrees. */
    double shankOffsetDeg;
    /** First peak of the shock at the foot on contact, metres per second squared. */
    double footImpactMps2;
}
