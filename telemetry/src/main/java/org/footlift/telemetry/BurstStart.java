package org.footlift.telemetry;

/** Why the present walking burst began, or what it waits for. The order is part of the recording format: append only. */
public enum BurstStart {
    /** No walking burst is on, and none is awaited. */
    NONE("no burst"),
    /** The heel is up, and the burst waits for its lead before the expected toe off. */
    WAITING("waits for the lead"),
    /** The heel left the floor. */
    HEEL_OFF("heel off"),
    /** The toes left the floor before they were expected to. */
    TOE_OFF("toe off"),
    /** The heel was up, and the expected toe off was the lead away. */
    LEAD("lead before toe off"),
    /** The expected toe off was the lead away, and the heel still on the floor. */
    BEFORE_HEEL_OFF("before heel off"),
    /** Begun before heel off, and falling because no heel off came in time. */
    WITHDRAWN("withdrawn");

    private final String label;

    BurstStart(String label) {
        this.label = label;
    }

    /** Words for a screen. */
    public String label() {
        return label;
    }
}
