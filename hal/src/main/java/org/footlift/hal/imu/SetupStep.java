package org.footlift.hal.imu;

/** One thing to do while a chip is set up. */
sealed interface SetupStep {
    /** Reads who is there; the chip must be one of those that the sheet knows. */
    record Identify() implements SetupStep {}

    /** Writes a register that does not keep what is written. */
    record Write(int register, int value) implements SetupStep {}

    /** Writes a register and reads it back. */
    record Configure(int register, int value) implements SetupStep {}

    /** The same, on every member of the family but one. */
    record ConfigureUnless(int identity, int register, int value) implements SetupStep {}

    /** Sets bits of a register, leaves the others, and reads it back. */
    record SetBits(int register, int bits) implements SetupStep {}

    /** Waits until the chip has cleared these bits, for so long at most. */
    record AwaitClear(int register, int bits, long withinNs) implements SetupStep {}

    /** Leaves the chip alone for so long. */
    record Wait(long ns) implements SetupStep {}
}
