package org.footlift.sim.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.footlift.sim.tune.DetectorFit.JudgedOn;
import org.jspecify.annotations.Nullable;

/** A {@link DetectorFit} in words for a terminal. */
public final class FitText {
    private static final String NONE = "-";

    private FitText() {}

    /** What was searched, the figures before and after, and what to do; each line ended. */
    public static String of(DetectorFit fit) {
        return searched(fit) + "\n" + judgedOn(fit) + "\n" + table(fit) + "\n" + verdict(fit);
    }

    private static String searched(DetectorFit fit) {
        StringBuilder out = new StringBuilder(fit.tried() + " combinations of\n");
        for (SearchedSetting each : fit.searched()) {
            out.append(String.format(Locale.ROOT, "  %-28s %s %s\n", each.setting().dotted(),
                    each.levels().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                    each.setting().unit()));
        }
        return out.toString();
    }

    private static String judgedOn(DetectorFit fit) {
        return switch (fit.judgedOn()) {
            case PEOPLE_LEFT_OUT -> "Each person with the values chosen on all the others, before -> after:";
            case RECORDINGS_LEFT_OUT ->
                "Each recording with the values chosen on the others of this person, before -> after:";
            case THE_SAME_RECORDING ->
                "There is one recording, so it is judged with values chosen on itself, which is optimistic. Before -> after:";
        };
    }

    private static String table(DetectorFit fit) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(fit.judgedOn() == JudgedOn.PEOPLE_LEFT_OUT ? "person" : "recording", "F1p heel off",
                "F1p heel strike", "F1p toe off", "covered %", "missed %", "stray/1000", "values"));
        for (LeftOut each : fit.leftOut()) {
            rows.add(List.of(each.name(), change(each, f -> f.f1p().get("heel_off"), 3),
                    change(each, f -> f.f1p().get("heel_strike"), 3), change(each, f -> f.f1p().get("toe_off"), 3),
                    change(each, FitFigures::coveredPct, 1), change(each, FitFigures::missedPct, 1),
                    change(each, FitFigures::strayBurstsPer1000Strides, 1), values(each.values())));
        }
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append("  ").append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length()));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private static String change(LeftOut person, Function<FitFigures, @Nullable Double> figure, int places) {
        Double before = figure.apply(person.before());
        Double after = figure.apply(person.after());
        if (before == null || after == null) {
            return NONE;
        }
        String from = decimals(before, places);
        String to = decimals(after, places);
        return from.equals(to) ? from : from + " -> " + to;
    }

    private static String verdict(DetectorFit fit) {
        String now = fit.beganAtDefaults() ? "the defaults" : "the values of the profile";
        if (!fit.isBetter()) {
            return "Keep " + now + " (" + values(fit.start()) + "). " + whyKept(fit, now);
        }
        return "A proposal, chosen on all of these recordings. The mean cost falls by " + decimals(fit.gain(), 4) + " "
                + (fit.judgedOn() == JudgedOn.THE_SAME_RECORDING
                        ? "on the very recording it was chosen on;\nmake another before you believe it."
                        : "on those left out.\nCheck it on a recording of another day before you use it.")
                + " To paste into a profile:\n\n" + fit.toml();
    }

    private static String whyKept(DetectorFit fit, String now) {
        if (fit.best().equals(fit.start())) {
            return "Nothing better was found.\n";
        }
        String words = fit.judgedOn() == JudgedOn.THE_SAME_RECORDING ? "" : " where it had no part in the choice";
        String least = decimals(DetectorFit.WORTHWHILE_GAIN, 4);
        return "The best of the others (" + values(fit.best()) + ") gains too little over " + now + words
                + ":\nthe mean cost " + (fit.gain() >= 0 ? "falls" : "rises") + " by "
                + decimals(Math.abs(fit.gain()), 4) + "; a proposal takes a fall of " + least + " or more.\n";
    }

    private static String values(List<Integer> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String decimals(double value, int places) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
