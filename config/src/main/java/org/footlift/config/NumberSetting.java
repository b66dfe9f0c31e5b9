package org.footlift.config;

import java.util.ArrayList;
import java.util.List;

/**
 * One whole-number setting, for whoever searches for a better value of it: its declared range, its default, and settings that have another value
 * of it. Values are in the component's unit, as in the record. Immutable; may be used from any thread; allocates.
 */
public final class NumberSetting {
    private final Leaf leaf;

    private NumberSetting(Leaf leaf) {
        this.leaf = leaf;
    }

    /**
     * Finds one by its place in a file.
     *
     * @param dotted for example {@code detector.imu.min_swing_ms}
     * @throws IllegalArgumentException when there is no such number
     */
    public static NumberSetting named(String dotted) {
        return Section.ROOT.leaves()
                .filter(leaf -> leaf.dotted().equals(dotted) && leaf.defaultValue() instanceof Integer).findFirst()
                .map(NumberSetting::new)
                .orElseThrow(() -> new IllegalArgumentException("there is no number " + dotted + " in the settings"));
    }

    /** {@code detector.imu.min_swing_ms}. */
    public String dotted() {
        return leaf.dotted();
    }

    /** {@code detector.imu}. */
    public String section() {
        return String.join(".", leaf.path().subList(0, leaf.path().size() - 1));
    }

    /** Unit in words; empty for a number without one. */
    public String unit() {
        return leaf.setting().unit();
    }

    /** Smallest value allowed. */
    public int min() {
        return Math.toIntExact(leaf.setting().min());
    }

    /** Largest value allowed. */
    public int max() {
        return Math.toIntExact(leaf.setting().max());
    }

    /** The value when nothing is given. */
    public int defaultValue() {
        return (Integer) leaf.defaultValue();
    }

    /** The value in {@code settings}. */
    public int of(Settings settings) {
        Object at = settings;
        Section section = Section.ROOT;
        for (String key : leaf.path()) {
            int index = index(section, key);
            at = section.values((Record) at).get(index);
            section = section.nodes().get(index) instanceof Section below ? below : section;
        }
        return (Integer) at;
    }

    /**
     * {@code settings} with {@code value} instead.
     *
     * @throws IllegalArgumentException when it is out of range
     * @throws ConflictingSettings when it does not fit the others
     */
    public Settings in(Settings settings, int value) {
        return (Settings) replaced(Section.ROOT, settings, leaf.path(), value);
    }

    /** {@code min_swing_ms = 150}, as it stands in a file. */
    public String line(int value) {
        return leaf.key() + " = " + leaf.text(value);
    }

    private static Record replaced(Section section, Record part, List<String> path, int value) {
        int index = index(section, path.getFirst());
        List<Object> values = new ArrayList<>(section.values(part));
        values.set(index,
                section.nodes().get(index) instanceof Section below
                        ? replaced(below, (Record) values.get(index), path.subList(1, path.size()), value)
                        : Integer.valueOf(value));
        return section.build(values);
    }

    private static int index(Section section, String key) {
        return section.nodes().stream().map(Node::key).toList().indexOf(key);
    }
}
