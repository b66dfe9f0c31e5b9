package org.footlift.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Makes settings of a parsed file. One reader reads one file; it collects every problem and gives nothing unless there is none. */
final class TreeReader {
    /** Unknown keys reported in a section: beyond that it is another program's file, and nobody reads on. */
    private static final int MOST_UNKNOWN = 50;

    private final String origin;
    private final List<SettingsProblem> problems = new ArrayList<>();
    private final Map<String, Integer> lines = new HashMap<>();
    private final Set<String> refused = new HashSet<>();

    TreeReader(String origin) {
        this.origin = origin;
    }

    /**
     * The settings of a file.
     *
     * @throws SettingsException with everything that is wrong
     */
    Settings read(TomlTable file) throws SettingsException {
        List<Object> parts = values(Section.ROOT, file);
        try {
            Settings settings = (Settings) Section.ROOT.build(parts);
            if (problems.isEmpty()) {
                return settings;
            }
        } catch (ConflictingSettings e) {
            e.conflicts().forEach(this::add);
        }
        throw new SettingsException(problems);
    }

    /** The values of a section; the default stands in for what is missing, and for what was refused. */
    private List<Object> values(Section section, TomlTable table) {
        List<Object> values = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Node node : section.nodes()) {
            known.add(node.key());
            Object given = table.get(List.of(node.key()));
            if (given != null) {
                lines.put(node.dotted(), line(table, node.key()));
            }
            values.add(switch (node) {
                case Section part -> part(part, given);
                case Leaf leaf -> given == null ? leaf.defaultValue() : value(leaf, given);
            });
        }
        table.keySet().stream().filter(key -> !known.contains(key)).limit(MOST_UNKNOWN)
                .forEach(key -> addUnknown(section, table, key));
        return values;
    }

    private void addUnknown(Section section, TomlTable table, String key) {
        String message = table.get(List.of(key)) instanceof TomlTable
                ? UnknownKey.section(section, key)
                : UnknownKey.setting(section, key);
        problems.add(new SettingsProblem(origin, line(table, key), message));
    }

    private Object part(Section section, @Nullable Object given) {
        if (given instanceof TomlTable table) {
            return section.build(values(section, table));
        }
        if (given != null) {
            refuse(section, section.dotted() + " is a section, not a setting: write [" + section.dotted()
                    + "] and its settings below it.");
        }
        return section.defaults();
    }

    private Object value(Leaf leaf, Object given) {
        return switch (LeafReader.read(leaf, given)) {
            case LeafReader.Accepted accepted -> accepted.value();
            case LeafReader.Refused reason -> {
                refuse(leaf, reason.message());
                yield leaf.defaultValue();
            }
        };
    }

    private void refuse(Node node, String message) {
        refused.add(node.dotted());
        problems.add(new SettingsProblem(origin, lines.getOrDefault(node.dotted(), 0), message));
    }

    /** A conflict with a value that was refused is not the file's: a default stands there. */
    private void add(Conflict conflict) {
        if (conflict.keys().stream().noneMatch(this::isRefused)) {
            int line = conflict.keys().stream().filter(lines::containsKey).mapToInt(key -> lines.getOrDefault(key, 0))
                    .findFirst()
                    .orElse(0);
            problems.add(new SettingsProblem(origin, line, conflict.reason()));
        }
    }

    private boolean isRefused(String key) {
        return refused.stream().anyMatch(other -> key.equals(other) || key.startsWith(other + "."));
    }

    private static int line(TomlTable table, String key) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return position == null ? 0 : position.line();
    }
}
