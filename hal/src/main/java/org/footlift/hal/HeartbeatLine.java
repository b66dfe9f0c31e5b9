package org.footlift.hal;

/**
 * The line to the output stage's enable circuit, which opens unless edges keep coming. Toggled by the control loop itself, only in a
 * tick whose every check passed: a stuck level, a dead process or a halted kernel all open it.
 */
public interface HeartbeatLine {
    /** Inverts the line. Never blocks. Control loop only. */
    void toggle();
}
