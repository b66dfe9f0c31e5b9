package org.footlift.hal;

/** How urgently the system runs the threads of the controller. */
@FunctionalInterface
public interface Scheduling {
    /** What a thread is for, the most urgent first. */
    enum Role {
        /** The control loop: waits for its deadline only. */
        CONTROL_LOOP,
        /** Writes to the stimulator's port, or reads it. */
        STIMULATOR,
        /** Reads a sensor's bus. */
        SENSOR_READER
    }

    /** Leaves every thread as it is. */
    Scheduling ORDINARY = _ -> {};

    /**
     * Makes the calling thread as urgent as {@code role}, as far as the system permits; otherwise the thread goes on as it is. A thread calls it
     * once, first of all. Threads that it makes later are ordinary again. Never throws; may allocate.
     */
    void enter(Role role);
}
