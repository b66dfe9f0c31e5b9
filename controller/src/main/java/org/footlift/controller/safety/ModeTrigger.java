package org.footlift.controller.safety;

/** What can change the mode. The order is precedence: of several in one tick the first that the {@link ModeTable} knows in this mode decides, alone. */
enum ModeTrigger {
    /** A sensor has spoken, and no latching cause is there. */
    READY("a sensor has spoken and nothing is wrong"),
    /** A cause that latches is there. It keeps every later trigger from its effect. */
    FAULT("a cause that latches"),
    /** Pause was asked for, by button or request. */
    PAUSE("Pause"),
    /** The test was let go, or lasted its longest. */
    TEST_OVER("Test let go, or `modes.test_burst_ms` over"),
    /** No steps for long. */
    NO_STEPS("no steps for `modes.auto_pause_s`"),
    /** Walking was asked for. */
    BEGIN_WALK("Start of walking"),
    /** Evaluation was asked for. */
    BEGIN_EVALUATION("Start of evaluation"),
    /** Test was pressed, not merely held. */
    TEST_PRESS("Test pressed"),
    /** Walking is detected. It keeps exercise from beginning. */
    WALKING("walking is detected"),
    /** Exercise was asked for. */
    BEGIN_EXERCISE("Start of exercise");

    private final String words;

    ModeTrigger(String words) {
        this.words = words;
    }

    /** For the documentation. */
    String words() {
        return words;
    }

    /** This trigger's bit in a set of triggers. */
    int bit() {
        return 1 << ordinal();
    }
}
