package org.footlift.config;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The check that every settings record applies to itself, from its own {@link Setting} annotations. */
final class Ranges {
    /** Most UTF-16 units in a text: a line on a small screen. */
    static final int TEXT_LENGTH = 80;

    private Ranges() {}

    /**
     * Refuses values outside their components' ranges, all of them in one message, and texts that would not fit on one line.
     *
     * @param type the record under construction
     * @param values all its values, in the order of its components
     * @throws IllegalArgumentException naming component, value and range
     * @throws IllegalStateException when the values are not those of the record's components
     */
    static void check(Class<? extends Record> type, Object... values) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != values.length) {
            throw new IllegalStateException(type.getSimpleName() + " must check every component");
        }
        List<String> refused = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String name = type.getSimpleName() + "." + components[i].getName();
            switch (Objects.requireNonNull(values[i], name)) {
                case Integer value -> checkNumber(name, value, components[i].getAnnotation(Setting.class), refused);
                case String text when !isLine(text) -> refused.add(name + " must be 1 to " + TEXT_LENGTH
                        + " characters on one line, not blank");
                default -> {
                    // A boolean, an enum or a record cannot be out of range.
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", refused));
        }
    }

    /** Whether {@code text} fits on a line of a screen and of a file, and survives UTF-8. */
    static boolean isLine(String text) {
        return !text.isBlank() && text.length() <= TEXT_LENGTH && text.codePoints().noneMatch(Ranges::breaksLine);
    }

    private static boolean breaksLine(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    private static void checkNumber(String name, int value, Setting setting, List<String> refused) {
        if (value < setting.min() || value > setting.max()) {
            refused.add(name + " is " + value + ", allowed " + setting.min() + " to " + setting.max());
        }
    }
}
