package org.footlift.sim.emulator;

/** The device's side of a serial line. Times are nanoseconds on one clock and do not decrease. Used by one thread at a time. */
public interface EmulatedDevice {
    /** A program has opened the port. */
    default void opened(long nowNs) {}

    /** Takes the first {@code count} bytes. */
    void receive(byte[] bytes, int count, long nowNs);

    /** Lives until {@code nowNs}: trains pulse, dead-men act. */
    void advance(long nowNs);

    /** Moves what the device has said by {@code nowNs} into {@code into}; returns how many bytes. */
    int take(byte[] into, long nowNs);

    /** From now on the device has this trouble. */
    void inject(Injection trouble);
}
