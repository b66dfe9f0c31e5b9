package org.footlift.config;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import org.footlift.config.Conflict.Rule;

/** The reference page of all settings, generated from the annotations that the program itself obeys. */
public final class SettingsReference {
    /** How to write the page anew. */
    static final String REGENERATE = "./mvnw -pl config test -Dfootlift.regenerate=true";

    private SettingsReference() {}

    /** The page, in Markdown. */
    public static String markdown() {
        StringBuilder out = new StringBuilder(
                "# Settings\n\nGenerated from the annotated records in `config`; do not edit. To write it anew:\n`")
                .append(REGENERATE).append("`\n")
                .append("""

                        A profile is a TOML file with a `[profile]` section; a file without one is refused. It gives only what differs
                        from the defaults below. An unknown key, a value out of range and settings that contradict each other are refused with file and line; nothing is applied in part.
                        Amounts are plain numbers in the unit that ends the key: `amplitude_ma = 25.5`.

                        Profiles to start from are in [config/profiles](../config/profiles/).
                        """);
        Section.ROOT.sections().forEach(section -> appendSection(section, out));
        appendRules(out);
        appendCeilings(out);
        return out.toString();
    }

    private static void appendSection(Section section, StringBuilder out) {
        List<Leaf> leaves = section.nodes().stream().filter(Leaf.class::isInstance).map(Leaf.class::cast).toList();
        out.append("\n").append("#".repeat(section.path().size() + 1)).append(" `[").append(section.dotted())
                .append("]`\n\n")
                .append(section.meaning()).append('\n');
        if (!leaves.isEmpty()) {
            out.append("\n| key | unit | range | default | meaning |\n|---|---|---|---|---|\n");
        }
        for (Leaf leaf : leaves) {
            appendRow(out, "`" + leaf.key() + "`", leaf.setting().unit(), range(leaf),
                    "`" + leaf.text(leaf.defaultValue()) + "`",
                    leaf.setting().value());
        }
    }

    private static String range(Leaf leaf) {
        return leaf.words().isEmpty() ? leaf.range() : "`" + String.join("`, `", leaf.words()) + "`";
    }

    private static void appendRules(StringBuilder out) {
        out.append("""

                ## What settings must agree on

                A profile that breaks one of these is refused, with the reason:

                """);
        for (Rule rule : Rule.values()) {
            out.append("- ").append(rule.statement()).append('\n');
        }
    }

    private static void appendCeilings(StringBuilder out) {
        out.append(
                """

                        ## Compiled ceilings

                        These stand above every setting. They are constants of the program (`HardLimits`): no profile, request or
                        command raises them.

                        | ceiling | value | unit | why |
                        |---|---|---|---|
                        """);
        for (Field field : HardLimits.class.getFields()) {
            Ceiling ceiling = field.getAnnotation(Ceiling.class);
            if (ceiling == null) {
                throw new IllegalStateException(field + " needs a @Ceiling that says why");
            }
            appendRow(out, ceiling.value(), value(field), ceiling.unit(), ceiling.because());
        }
    }

    private static String value(Field field) {
        try {
            return String.valueOf(field.getInt(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("Cannot read " + field, e);
        }
    }

    private static void appendRow(StringBuilder out, String... cells) {
        Arrays.stream(cells)
                .forEach(cell -> out.append("| ").append(cell.isEmpty() ? "–" : cell.replace("|", "\\|")).append(' '));
        out.append("|\n");
    }
}
