package org.footlift.config;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A section of the settings: one record, as a table in a file.
 *
 * @param path keys from the root; empty for the root
 * @param meaning what it holds
 * @param type its record
 * @param defaults the record when nothing is given
 * @param nodes what it holds, in the order of the record's components
 */
record Section(List<String> path, String meaning, Class<? extends Record> type, Record defaults, List<Node> nodes)
        implements
            Node {
    /** The whole tree, read from the annotated records. */
    static final Section ROOT = of(List.of(), "Settings", Settings.DEFAULT);

    private static Section of(List<String> path, String meaning, Record defaults) {
        List<Node> nodes = new ArrayList<>();
        for (RecordComponent component : defaults.getClass().getRecordComponents()) {
            Setting setting = component.getAnnotation(Setting.class);
            String key = setting.key().isEmpty() ? snakeCase(component.getName()) : setting.key();
            List<String> below = Stream.concat(path.stream(), Stream.of(key)).toList();
            Object value = value(component, defaults);
            nodes.add(
                    value instanceof Record part ? of(below, setting.value(), part) : new Leaf(below, setting, value));
        }
        return new Section(path, meaning, defaults.getClass(), defaults, List.copyOf(nodes));
    }

    /** {@code delay_ms} for {@code delayMs}. */
    static String snakeCase(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot read " + component, e);
        }
    }

    /** The values of {@code part}, a record of this section, in the order of {@link #nodes}. */
    List<Object> values(Record part) {
        return Arrays.stream(type.getRecordComponents()).map(component -> value(component, part)).toList();
    }

    /**
     * The record of these values, in the order of {@link #nodes}.
     *
     * @throws IllegalArgumentException as the record itself refuses them
     */
    Record build(List<Object> values) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents()).map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refusal) {
                throw refusal;
            }
            throw new IllegalStateException("Cannot build " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot build " + type, e);
        }
    }

    /** Every setting in this section and below. */
    Stream<Leaf> leaves() {
        return nodes.stream().flatMap(node -> switch (node) {
            case Section section -> section.leaves();
            case Leaf leaf -> Stream.of(leaf);
        });
    }

    /** The sections below this one, each before its own. */
    Stream<Section> sections() {
        return nodes.stream().flatMap(node -> switch (node) {
            case Section section -> Stream.concat(Stream.of(section), section.sections());
            case Leaf leaf -> Stream.empty();
        });
    }
}
