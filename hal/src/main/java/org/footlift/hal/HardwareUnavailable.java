package org.footlift.hal;

/** A device is missing or refuses. The message is for a person: what was wrong, where, and what to do. */
public final class HardwareUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** With a message a user can act on. */
    public HardwareUnavailable(String message) {
        super(message);
    }
}
