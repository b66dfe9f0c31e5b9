package org.footlift.hal;

/** Which of the wearer's buttons are held down. Mutable and reused; the controller finds the presses itself. */
public final class PanelState {
    /** Begin walking, and acknowledge a latched stop. */
    public boolean start;
    /** Pause stimulation. */
    public boolean pause;
    /** A little more. */
    public boolean up;
    /** A little less. */
    public boolean down;
    /** Test burst, for as long as it is held. */
    public boolean test;

    /** Makes this state an equal of {@code other}. */
    public void copyFrom(PanelState other) {
        start = other.start;
        pause = other.pause;
        up = other.up;
        down = other.down;
        test = other.test;
    }
}
