package org.footlift.hal;

/** The sensors of one leg. A bus is read on a thread of its own; this side only takes over what has arrived. */
public interface SensorSource {
    /**
     * Appends every reading that arrived since the last call and is stamped at or before {@code nowNs}, as far as it
     * fits. Never blocks, never allocates. Called by the control loop only.
     */
    void drain(long nowNs, SensorFrame into);

    /** What is wrong with a sensor, and what to do, in words for the log; empty for nothing. Any thread; may allocate. */
    default String complaint() {
        return "";
    }
}
