package org.footlift.config;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What to say of a key that is no setting: the one that was most likely meant. */
final class UnknownKey {
    /** Endings that name a unit. {@code delay_us} and {@code delay} are both {@code delay_ms} in another unit. */
    private static final Set<String> UNITS = Set.of("s", "sec", "ms", "msec", "us", "usec", "ns", "min", "a", "ma",
            "ua", "na",
            "amps", "hz", "khz", "mhz", "pps", "pct", "percent", "ratio", "cm2", "mm2", "m2", "c", "mc", "uc", "nc",
            "dps", "rps",
            "rad", "deg", "seconds", "milliseconds", "microseconds", "milliampere", "microampere", "hertz");

    private UnknownKey() {}

    /** What to say of a table {@code key} inside {@code within} that is no section. */
    static String section(Section within, String key) {
        String dotted = dotted(within, key);
        Section meant = sectionMeant(dotted, key);
        return dotted + " is not a section. " + (meant == null
                ? "The sections are " + Section.ROOT.sections().map(Node::dotted).collect(Collectors.joining(", "))
                        + "."
                : "Did you mean [" + meant.dotted() + "]?");
    }

    /** What to say of a value {@code key} inside {@code within} that is no setting. */
    static String setting(Section within, String key) {
        String dotted = dotted(within, key);
        Leaf meant = settingMeant(within, dotted, Section.snakeCase(key).replace('-', '_'));
        if (meant != null) {
            return dotted + " is not a setting. Did you mean " + meant.dotted() + " (" + meant.unitAndRange() + ")?";
        }
        String place = within.path().isEmpty() ? "The sections are " : "[" + within.dotted() + "] has ";
        return dotted + " is not a setting. " + place
                + within.nodes().stream().map(Node::key).collect(Collectors.joining(", ")) + ".";
    }

    private static @Nullable Section sectionMeant(String dotted, String key) {
        List<Section> all = Section.ROOT.sections().toList();
        List<Section> sameName = all.stream().filter(section -> section.key().equals(Section.snakeCase(key))).toList();
        String meant = sameName.size() == 1
                ? sameName.getFirst().dotted()
                : EditDistance.nearest(dotted, all.stream().map(Node::dotted).toList());
        return all.stream().filter(section -> section.dotted().equals(meant)).findFirst().orElse(null);
    }

    /** The same setting in another unit first, then the same name in another section, then a typing mistake here, then elsewhere. */
    private static @Nullable Leaf settingMeant(Section within, String dotted, String key) {
        if (key.length() > Ranges.TEXT_LENGTH) {
            return null;
        }
        List<Leaf> here = within.nodes().stream().filter(Leaf.class::isInstance).map(Leaf.class::cast).toList();
        List<Leaf> all = Section.ROOT.leaves().toList();
        return Stream
                .<Supplier<@Nullable Leaf>>of(() -> nearest(here, dotted, leaf -> stem(leaf.key()).equals(stem(key))),
                        () -> nearest(all, dotted, leaf -> leaf.key().equals(key)),
                        () -> nearest(all, dotted, leaf -> stem(leaf.key()).equals(stem(key))),
                        () -> mistyped(here, dotted, key),
                        () -> mistyped(all, dotted, key))
                .map(Supplier::get).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static @Nullable Leaf mistyped(List<Leaf> leaves, String dotted, String key) {
        String meant = EditDistance.nearest(key, leaves.stream().map(Node::key).toList());
        return nearest(leaves, dotted, leaf -> leaf.key().equals(meant));
    }

    /** Of several with the same name ({@code rate_hz}), the one whose section is nearest. */
    private static @Nullable Leaf nearest(List<Leaf> leaves, String dotted, Predicate<Leaf> wanted) {
        return leaves.stream().filter(wanted)
                .min(Comparator.comparingInt(leaf -> EditDistance.between(dotted, leaf.dotted())))
                .orElse(null);
    }

    /** The key without the unit at its end. */
    private static String stem(String key) {
        int end = key.lastIndexOf('_');
        return end > 0 && UNITS.contains(key.substring(end + 1).toLowerCase(Locale.ROOT)) ? key.substring(0, end) : key;
    }

    /** The key with its section, as it may be shown on one line: TOML lets a quoted key be anything. */
    private static String dotted(Section within, String key) {
        String shown = key.matches("[A-Za-z0-9_-]{1," + Ranges.TEXT_LENGTH + "}") ? key : Leaf.quote(Leaf.shown(key));
        return within.path().isEmpty() ? shown : within.dotted() + "." + shown;
    }
}
