package org.footlift.cli;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One line of {@code doctor}.
 *
 * @param check what was looked at
 * @param verdict whether it is as it should be
 * @param found what was found, or that it is absent
 * @param advice what to do; empty when there is nothing to do
 */
record Finding(String check, Verdict verdict, String found, String advice) {
    /** How bad it is. */
    enum Verdict {
        /** As it should be, or not needed. */
        OK,
        /** It works, worse than it could. */
        WARNING,
        /** What was asked for cannot work. */
        FAILURE;

        @JsonValue
        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Finding ok(String check, String found) {
        return new Finding(check, Verdict.OK, found, "");
    }

    static Finding warning(String check, String found, String advice) {
        return new Finding(check, Verdict.WARNING, found, advice);
    }

    static Finding failure(String check, String found, String advice) {
        return new Finding(check, Verdict.FAILURE, found, advice);
    }

    /** A line, and one with what to do where there is something. */
    String text() {
        String line = String.format(Locale.ROOT, "%-8s %-15s %s", verdict.label(), check, found);
        return advice.isEmpty() ? line : line + System.lineSeparator() + " ".repeat(25) + advice;
    }
}
