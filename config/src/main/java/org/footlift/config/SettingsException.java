package org.footlift.config;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A settings file that cannot be used. The message names everything that is wrong with it, one problem a line. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;
    private final String message;

    /** With at least one problem. */
    SettingsException(List<SettingsProblem> problems) {
        this.problems = problems.stream().sorted(Comparator.comparingInt(SettingsProblem::line)).toList();
        this.message = this.problems.stream().map(SettingsProblem::toString).collect(Collectors.joining("\n"));
    }

    /** With a problem of the whole file. */
    SettingsException(String origin, String message) {
        this(List.of(new SettingsProblem(origin, 0, message)));
    }

    /** Every problem, at least one, in the order of lines. */
    public List<SettingsProblem> problems() {
        return problems;
    }

    /** Every problem, one a line. */
    @Override
    public String getMessage() {
        return message;
    }
}
