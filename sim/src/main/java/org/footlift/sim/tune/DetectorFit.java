package org.footlift.sim.tune;

import java.util.List;
import java.util.Locale;

/**
 * What a search found.
 *
 * @param searched the settings that were searched
 * @param tried how many combinations of values were tried
 * @param judgedOn who or what was left out
 * @param leftOut each of them in turn; where nothing could be left out, the one recording itself
 * @param best the values of the lowest cost over all recordings, in the order of {@code searched}
 * @param gain how much the mean cost of those left out falls
 */
public record DetectorFit(List<SearchedSetting> searched, int tried, JudgedOn judgedOn, List<LeftOut> leftOut,
        List<Integer> best, double gain) {
    /** Less is chance: one swing in a hundred, or one percent of the events of a kind in three. */
    public static final double WORTHWHILE_GAIN = 0.01;

    /** What the figures after the fit were measured on. */
    public enum JudgedOn {
        /** Each person, with parameters chosen on all the others. */
        PEOPLE_LEFT_OUT,
        /** Each recording of the one person, with parameters chosen on the others. */
        RECORDINGS_LEFT_OUT,
        /** The one recording that the parameters were chosen on: optimistic. */
        THE_SAME_RECORDING;

        /** As JSON and people write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Copies its lists. */
    public DetectorFit {
        searched = List.copyOf(searched);
        leftOut = List.copyOf(leftOut);
        best = List.copyOf(best);
    }

    /** Whether {@link #best} is worth proposing: those who were left out did better, and by more than chance. */
    public boolean isBetter() {
        return gain >= WORTHWHILE_GAIN && !best.equals(start());
    }

    /** What to use: {@link #best} when it is better, else what the profile has. */
    public List<Integer> proposal() {
        return isBetter() ? best : start();
    }

    /** The values in the profile that the search began with. */
    public List<Integer> start() {
        return searched.stream().map(SearchedSetting::start).toList();
    }

    /** Whether the search began at the defaults. */
    public boolean beganAtDefaults() {
        return searched.stream().allMatch(each -> each.start() == each.setting().defaultValue());
    }

    /** The proposal as it goes into a profile, lines ending in {@code \n}; empty when nothing is to be changed. */
    public String toml() {
        if (!isBetter()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        String section = "";
        for (int i = 0; i < searched.size(); i++) {
            SearchedSetting each = searched.get(i);
            if (!each.setting().section().equals(section)) {
                section = each.setting().section();
                out.append('[').append(section).append("]\n");
            }
            out.append(each.setting().line(best.get(i))).append('\n');
        }
        return out.toString();
    }
}
