package org.footlift.hal.imu;

/** Reads one sensor, a step at a time, on one thread. */
interface ImuDriver extends AutoCloseable {
    /**
     * Does what is due, if anything. May block as long as the bus or the port does.
     *
     * @return when it wants to be called next, on the clock of the process; a time that has passed for at once
     */
    long poll();

    /** Where its samples go. */
    ImuFeed feed();

    /** Releases the device. From any thread, repeatedly if need be. */
    @Override
    void close();
}
