package org.footlift.hal;

/** Puts the control loop to sleep until its next deadline. */
@FunctionalInterface
public interface Pacer {
    /** Returns at or after {@code deadlineNs} on the {@link Clock} of the process, at once when that has passed. */
    void sleepUntil(long deadlineNs);
}
