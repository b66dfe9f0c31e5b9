package org.footlift.hal.heel;

/** What the heel sensor says at one moment. */
public enum HeelReading {
    /** The heel carries load, or a lead is broken. */
    LOADED,
    /** The heel carries none. */
    UNLOADED,
    /** The sensor cannot be trusted. */
    INVALID,
    /** A contact is on its way from one side to the other: nothing is known until it arrives. */
    BETWEEN
}
