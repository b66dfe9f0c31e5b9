package org.footlift.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

/** The range check that every settings record applies to itself, from its own {@link Setting} annotations. */
final class Ranges {
    private Ranges() {}

    /**
     * Refuses a value outside its component's range.
     *
     * @throws IllegalArgumentException naming component, value and range
     */
    static void check(Class<? extends Record> type, String component, long value) {
        Setting setting = annotation(type, component);
        if (!(value >= setting.min() && value <= setting.max())) {
            throw new IllegalArgumentException(type.getSimpleName() + "." + component + " is " + value + ", allowed "
                    + setting.min() + " to " + setting.max());
        }
    }

    private static Setting annotation(Class<? extends Record> type, String component) {
        return Arrays.stream(type.getRecordComponents()).filter(c -> c.getName().equals(component))
                .map((RecordComponent c) -> c.getAnnotation(Setting.class)).findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no component " + component));
    }
}
