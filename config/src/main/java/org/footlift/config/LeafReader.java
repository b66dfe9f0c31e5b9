package org.footlift.config;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlArray;
import org.tomlj.TomlTable;

/** Makes a component's value of what stands in the file, or says why it cannot be one. */
final class LeafReader {
    private static final Pattern NUMBER = Pattern.compile("\\s*([-+]?[0-9][0-9._]*|0x[0-9A-Fa-f]+)\\s*");
    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("\\s*[-+]?[0-9][0-9._]*\\s*[\\p{L}%°].*");

    private LeafReader() {}

    /** What came of a value. */
    sealed interface Reading {}

    /** It can be used: an {@link Integer}, {@link Boolean}, {@link String} or an enum constant. */
    record Accepted(Object value) implements Reading {}

    /** It cannot, for the reason that a person is told. */
    record Refused(String message) implements Reading {}

    /** Reads {@code given}, as the TOML parser made it. */
    static Reading read(Leaf leaf, Object given) {
        return switch (leaf.defaultValue()) {
            case Integer number -> number(leaf, given);
            case Boolean truth -> given instanceof Boolean
                    ? new Accepted(given)
                    : refused(leaf, given, ": expected true or false"
                            + (given instanceof String ? ", without quotes." : "."));
            case Enum<?> constant -> word(leaf, given);
            default -> text(leaf, given);
        };
    }

    private static Reading number(Leaf leaf, Object given) {
        BigDecimal value = decimal(given);
        if (value == null) {
            return refused(leaf, given, ": expected " + expectedNumber(leaf, given) + ", for example "
                    + leaf.text(leaf.defaultValue()) + ".");
        }
        BigDecimal exact = value.multiply(BigDecimal.valueOf(leaf.setting().scale()));
        if (exact.compareTo(BigDecimal.valueOf(leaf.setting().min())) < 0
                || exact.compareTo(BigDecimal.valueOf(leaf.setting().max())) > 0) {
            return refused(leaf, given, " is out of range: " + leaf.rangeWithUnit() + ".");
        }
        if (exact.stripTrailingZeros().scale() > 0) {
            return refused(leaf, given, " is too fine: the smallest step is " + leaf.step()
                    + (leaf.setting().unit().isEmpty() ? "." : " " + leaf.setting().unit() + "."));
        }
        return new Accepted(exact.intValueExact());
    }

    private static @Nullable BigDecimal decimal(Object given) {
        return switch (given) {
            case Long number -> BigDecimal.valueOf(number);
            // The shortest decimal that is this double is what the person typed.
            case Double number when Double.isFinite(number) -> BigDecimal.valueOf(number);
            default -> null;
        };
    }

    private static String expectedNumber(Leaf leaf, Object given) {
        String unit = leaf.setting().unit();
        String number = unit.isEmpty() ? "a whole number" : "a number of " + unit;
        if (!(given instanceof String text)) {
            return number;
        }
        if (NUMBER.matcher(text).matches()) {
            return number + " without quotes";
        }
        return NUMBER_WITH_UNIT.matcher(text).matches()
                ? number + (unit.isEmpty() ? " alone" : " without its unit")
                : number;
    }

    private static Reading word(Leaf leaf, Object given) {
        if (!(given instanceof String text)) {
            return refused(leaf, given, ": expected " + leaf.range() + ", in quotes.");
        }
        int index = leaf.words().indexOf(text);
        if (index >= 0) {
            return new Accepted(leaf.constants().get(index));
        }
        String nearest = EditDistance.nearest(text, leaf.words());
        return refused(leaf, given, " is not one of " + leaf.range() + "."
                + (nearest == null ? "" : " Did you mean \"" + nearest + "\"?"));
    }

    private static Reading text(Leaf leaf, Object given) {
        if (!(given instanceof String text)) {
            return refused(leaf, given,
                    ": expected text in double quotes, for example " + leaf.text(leaf.defaultValue()) + ".");
        }
        return Ranges.isLine(text)
                ? new Accepted(text)
                : new Refused(
                        leaf.dotted() + " must be 1 to " + Ranges.TEXT_LENGTH + " characters on one line, not blank.");
    }

    private static Refused refused(Leaf leaf, Object given, String why) {
        return new Refused(leaf.dotted() + " = " + shown(leaf, given) + why);
    }

    /** What was given, as it may be shown on one line. */
    private static String shown(Leaf leaf, Object given) {
        return switch (given) {
            case Long number when leaf.setting().hex() && number >= 0 -> String.format(Locale.ROOT, "0x%02X", number);
            case Double number when Double.isFinite(number) -> Leaf.shown(Leaf.plain(BigDecimal.valueOf(number)));
            case Double number -> Double.isNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
            case String text -> Leaf.quote(Leaf.shown(text));
            case TomlTable table -> "{...}";
            case TomlArray array -> "[...]";
            default -> Leaf.shown(given.toString());
        };
    }
}
