package org.footlift.telemetry;

/** What the controller is doing for its wearer. The order is part of the recording format: append only. */
public enum Mode {
    /** Nothing is stimulated; waiting for Start. The state after every power-up, as soon as something can be started. */
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
    LATCHED("stopped, press Start"),
    /** From power-up, restart or profile load until a sensor has spoken and nothing is wrong: nothing can be started yet. */
    OFF("not ready yet");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    /** True while nothing has been started, or what was has ended: Start would begin something, or will once it is possible. */
    public boolean waitsForStart() {
        return this == OFF || this == PAUSED || this == LATCHED;
    }

    /** True for a mode in which pulses may leave. */
    public boolean stimulates() {
        return this == WALK || this == EXERCISE || this == TEST;
    }

    /** Words for a screen. */
    public String label() {
        return label;
    }
}
