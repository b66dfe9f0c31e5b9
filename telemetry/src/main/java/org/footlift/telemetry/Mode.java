package org.footlift.telemetry;

/** What the controller is doing for its wearer. The order is part of the recording format: append only. */
public enum Mode {
    /** Nothing is stimulated; waiting for Start. The state after every power-up, restart and profile load. */
    PAUSED("paused"),
    /** Stimulates in swing. */
    WALK("walking"),
    /** Stimulates in cycles, seated. */
    EXERCISE("exercise"),
    /** One burst while the test button is held. */
    TEST("test burst"),
    /** Detects without stimulating. */
    EVALUATION("evaluation, no stimulation"),
    /** Stopped by a fault; stays so until the wearer acts. */
    LATCHED("stopped, press Start");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** Words for a screen. */
    public String label() {
        return label;
    }
}
