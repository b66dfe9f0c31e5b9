package org.footlift.sim.emulator;

/** A trouble that an emulated device has from the moment it is told until it is told {@link #NONE}. */
public enum Injection {
    /** Sound again. */
    NONE,
    /** An electrode is off. */
    ELECTRODE,
    /** Answers that it is busy. */
    BUSY,
    /** The high voltage, or what the device has in its place, fails. */
    HIGH_VOLTAGE,
    /** Does what it is told and answers nothing. */
    SILENCE,
    /** Answers with noise. */
    GARBAGE,
    /** Vanishes from the port. */
    DISCONNECT
}
