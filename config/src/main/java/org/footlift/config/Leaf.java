package org.footlift.config;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One setting, and how its values are written.
 *
 * @param path keys from the root
 * @param setting its annotation
 * @param defaultValue its value when nothing is given: an {@link Integer}, {@link Boolean}, {@link String} or an enum constant
 */
record Leaf(List<String> path, Setting setting, Object defaultValue) implements Node {
    /** Its value as it stands in a TOML file. */
    String text(Object value) {
        return switch (value) {
            case Integer number -> number(number);
            case Enum<?> constant -> '"' + word(constant) + '"';
            case String text -> quote(text);
            default -> value.toString();
        };
    }

    /** {@code 0 to 100}, or the words allowed. */
    String range() {
        return switch (defaultValue) {
            case Integer number -> number(setting.min()) + " to " + number(setting.max());
            case Boolean truth -> "true or false";
            case Enum<?> constant -> words().stream().map(word -> '"' + word + '"').collect(Collectors.joining(", "));
            default -> "text of 1 to " + Ranges.TEXT_LENGTH + " characters";
        };
    }

    /** {@code 0 to 100 milliampere}. */
    String rangeWithUnit() {
        return setting.unit().isEmpty() ? range() : range() + " " + setting.unit();
    }

    /** {@code milliseconds, 0 to 500}. */
    String unitAndRange() {
        return setting.unit().isEmpty() ? range() : setting.unit() + ", " + range();
    }

    /** The words that an enum setting may be. */
    List<String> words() {
        return constants().stream().map(Leaf::word).toList();
    }

    /** The constants of an enum setting, in the order of {@link #words}. */
    List<? extends Enum<?>> constants() {
        return defaultValue instanceof Enum<?> constant
                ? Arrays.asList(constant.getDeclaringClass().getEnumConstants())
                : List.of();
    }

    /** The smallest step of a number, in the file's unit. */
    String step() {
        return plain(BigDecimal.ONE.divide(BigDecimal.valueOf(setting.scale())));
    }

    private String number(long value) {
        return setting.hex()
                ? String.format(Locale.ROOT, "0x%02X", value)
                : plain(BigDecimal.valueOf(value).divide(BigDecimal.valueOf(setting.scale())));
    }

    /** A number as people write it: no exponent, no trailing zeros. */
    static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    /** A TOML basic string. The texts of settings hold no control characters. */
    static String quote(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** What somebody wrote, cut and cleaned so that it fits into a message of one line. */
    static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
        return line.length() <= Ranges.TEXT_LENGTH ? line : line.substring(0, Ranges.TEXT_LENGTH - 3) + "...";
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
