package org.footlift.hal;

/** The one monotonic clock of the controller process. The wall clock is a label and never used for control. */
@FunctionalInterface
public interface Clock {
    /** Nanoseconds since an arbitrary origin; never decreases. Callable from any thread. */
    long timeNs();
}
