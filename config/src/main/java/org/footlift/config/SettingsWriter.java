package org.footlift.config;

import java.util.List;

/**
 * Writes settings as TOML for a person: every setting, each under a comment with its meaning, unit, range and default.
 * {@link SettingsReader} reads back exactly the same settings. Stateless; may be called from any thread; allocates.
 */
public final class SettingsWriter {
    private SettingsWriter() {}

    /** The text of a settings file, lines ending in {@code \n}. */
    public static String write(Settings settings) {
        StringBuilder out = new StringBuilder("# Footlift settings. What is left out takes its default.\n");
        append(Section.ROOT, settings, out);
        return out.toString();
    }

    /** A table's own settings must come before its sub-tables: TOML gives a key to the header above it. */
    private static void append(Section section, Record part, StringBuilder out) {
        List<Object> values = section.values(part);
        for (int i = 0; i < values.size(); i++) {
            if (section.nodes().get(i) instanceof Leaf leaf) {
                appendLeaf(leaf, values.get(i), out);
            }
        }
        for (int i = 0; i < values.size(); i++) {
            if (section.nodes().get(i) instanceof Section below && values.get(i) instanceof Record record) {
                out.append("\n# ").append(below.meaning()).append("\n[").append(below.dotted()).append("]\n");
                append(below, record, out);
            }
        }
    }

    private static void appendLeaf(Leaf leaf, Object value, StringBuilder out) {
        out.append("# ").append(leaf.setting().value()).append("\n# ").append(leaf.unitAndRange()).append("; default ")
                .append(leaf.text(leaf.defaultValue())).append('\n');
        out.append(leaf.key()).append(" = ").append(leaf.text(value)).append('\n');
    }
}
