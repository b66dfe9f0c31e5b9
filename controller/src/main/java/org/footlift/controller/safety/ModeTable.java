package org.footlift.controller.safety;

import static org.footlift.controller.safety.ModeTrigger.BEGIN_EVALUATION;
import static org.footlift.controller.safety.ModeTrigger.BEGIN_EXERCISE;
import static org.footlift.controller.safety.ModeTrigger.BEGIN_WALK;
import static org.footlift.controller.safety.ModeTrigger.FAULT;
import static org.footlift.controller.safety.ModeTrigger.NO_STEPS;
import static org.footlift.controller.safety.ModeTrigger.PAUSE;
import static org.footlift.controller.safety.ModeTrigger.READY;
import static org.footlift.controller.safety.ModeTrigger.TEST_OVER;
import static org.footlift.controller.safety.ModeTrigger.TEST_PRESS;
import static org.footlift.controller.safety.ModeTrigger.WALKING;
import static org.footlift.telemetry.Mode.EVALUATION;
import static org.footlift.telemetry.Mode.EXERCISE;
import static org.footlift.telemetry.Mode.LATCHED;
import static org.footlift.telemetry.Mode.OFF;
import static org.footlift.telemetry.Mode.PAUSED;
import static org.footlift.telemetry.Mode.TEST;
import static org.footlift.telemetry.Mode.WALK;

import java.util.List;

import org.footlift.telemetry.Mode;
import org.jspecify.annotations.Nullable;

/** Every way from one mode to another. What is not in the table does not happen. Immutable; a look-up allocates nothing. */
final class ModeTable {
    /**
     * One row. A row that ends where it began holds the mode against every later trigger of the same tick.
     *
     * @param from the mode in force
     * @param on what happens
     * @param to the mode from this tick on
     */
    record Row(Mode from, ModeTrigger on, Mode to) {}

    static final List<Row> ROWS = List.of(
            new Row(OFF, READY, PAUSED),

            new Row(PAUSED, FAULT, PAUSED),
            new Row(PAUSED, PAUSE, PAUSED),
            new Row(PAUSED, BEGIN_WALK, WALK),
            new Row(PAUSED, BEGIN_EVALUATION, EVALUATION),
            new Row(PAUSED, TEST_PRESS, TEST),
            new Row(PAUSED, WALKING, PAUSED),
            new Row(PAUSED, BEGIN_EXERCISE, EXERCISE),

            new Row(WALK, FAULT, LATCHED),
            new Row(WALK, PAUSE, PAUSED),
            new Row(WALK, NO_STEPS, PAUSED),

            new Row(EXERCISE, FAULT, LATCHED),
            new Row(EXERCISE, PAUSE, PAUSED),
            new Row(EXERCISE, WALKING, PAUSED),

            new Row(TEST, FAULT, LATCHED),
            new Row(TEST, PAUSE, PAUSED),
            new Row(TEST, TEST_OVER, PAUSED),

            new Row(EVALUATION, FAULT, LATCHED),
            new Row(EVALUATION, PAUSE, PAUSED),

            new Row(LATCHED, FAULT, LATCHED),
            new Row(LATCHED, PAUSE, LATCHED),
            new Row(LATCHED, BEGIN_WALK, WALK),
            new Row(LATCHED, BEGIN_EVALUATION, EVALUATION),
            new Row(LATCHED, WALKING, LATCHED),
            new Row(LATCHED, BEGIN_EXERCISE, EXERCISE));

    private static final int TRIGGERS = ModeTrigger.values().length;
    private static final @Nullable Mode[][] NEXT = new Mode[Mode.values().length][TRIGGERS];

    static {
        for (Row row : ROWS) {
            NEXT[row.from.ordinal()][row.on.ordinal()] = row.to;
        }
    }

    private ModeTable() {}

    /** The mode after {@code mode} when {@code triggers}, bits of {@link ModeTrigger}, happen in one tick. */
    static Mode next(Mode mode, int triggers) {
        @Nullable
        Mode[] row = NEXT[mode.ordinal()];
        for (int trigger = 0; trigger < TRIGGERS; trigger++) {
            Mode next = row[trigger];
            if ((triggers & 1 << trigger) != 0 && next != null) {
                return next;
            }
        }
        return mode;
    }
}
