package org.footlift.sim.tune;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.footlift.config.NumberSetting;
import org.footlift.config.Settings;

/**
 * A setting that the search may change, and the values that it may take.
 *
 * @param setting the setting
 * @param start its value in the profile that the search begins with
 * @param levels the values to try, ascending, {@code start} among them
 */
public record SearchedSetting(NumberSetting setting, int start, List<Integer> levels) {
    // Half to twice the default: what lies beyond is another detector rather than this one fitted to a wearer.
    private static final double[] SHARES_OF_DEFAULT = {0.5, 0.75, 1, 1.5, 2};

    /** Copies the levels. */
    public SearchedSetting {
        levels = List.copyOf(levels);
    }

    /** The values of {@code dotted} to try: from half to twice the default, within the declared range, and what the profile gives. */
    static SearchedSetting of(String dotted, Settings profile) {
        NumberSetting setting = NumberSetting.named(dotted);
        SortedSet<Integer> levels = new TreeSet<>();
        for (double share : SHARES_OF_DEFAULT) {
            int value = (int) Math.round(setting.defaultValue() * share);
            levels.add(Math.clamp(value, setting.min(), setting.max()));
        }
        levels.add(setting.of(profile));
        return new SearchedSetting(setting, setting.of(profile), List.copyOf(levels));
    }

    /** How far {@code value} lies from where the search began, as a share of the band: 0 to 1. */
    double distance(int value) {
        int band = levels.getLast() - levels.getFirst();
        return band == 0 ? 0 : Math.abs(value - start) / (double) band;
    }
}
