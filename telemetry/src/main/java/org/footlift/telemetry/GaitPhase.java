package org.footlift.telemetry;

/** Phase of the stimulated leg. The order is part of the recording format: append only. */
public enum GaitPhase {
    /** Not known yet, or the sensors cannot tell. */
    UNKNOWN("–"),
    /** The foot is flat on the floor. */
    STANCE("stance"),
    /** The heel has left the floor, the toes have not. */
    PRE_SWING("heel off"),
    /** The foot is in the air. */
    SWING("swing"),
    /** The foot has touched down and is not flat yet. */
    LOADING("loading");

    private final String label;

    GaitPhase(String label) {
        this.label = label;
    }

    /** Words for a screen. */
    public String label() {
        return label;
    }
}
