package org.footlift.config;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A settings file that cannot be used. The message names everything that is wrong with it, one problem a line. */
public final class SettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<SettingsProblem> problems;

    /** With at least one problem. */
    SettingsException(List<SettingsProblem> problems) {
        super(sorted(problems).map(SettingsProblem::toString).collect(Collectors.joining("\n")));
        this.problems = sorted(problems).toList();
    }

    /** With a problem of the whole file. */
    SettingsException(String origin, String message) {
        this(List.of(new SettingsProblem(origin, 0, message)));
    }

    /** Every problem, at least one, in the order of lines. */
    public List<SettingsProblem> problems() {
        return problems;
    }

    private static Stream<SettingsProblem> sorted(List<SettingsProblem> problems) {
        return problems.stream().sorted(Comparator.comparingInt(SettingsProblem::line));
    }
}
