package org.footlift.hal;

/**
 * One stamped reading of the heel switch: an edge, or the level polled once a tick as a sign of life. Mutable and
 * reused like {@link ImuSample}.
 */
public final class HeelSample {
    /** Time of the reading on the {@link Clock} of the process, nanoseconds. */
    public long timeNs;
    /** False when the switch could not be read. */
    public boolean valid;
    /** True while the heel carries load. A broken lead reads as loaded, the state in which nothing is stimulated. */
    public boolean loaded;

    /** Makes this slot an equal of {@code other}. */
    public void copyFrom(HeelSample other) {
        timeNs = other.timeNs;
        valid = other.valid;
        loaded = other.loaded;
    }
}
