package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.List;

/** A {@link ScoreTable} as text for a terminal: two aligned tables, a dash for what does not exist. */
public final class ScoreText {
    private ScoreText() {}

    /** The two tables, a blank line between them, each line ended. */
    public static String of(ScoreTable table) {
        return "Events\n" + table(ScoreRows.EVENT_HEADING, 3, ScoreRows.events(table)) + "\nStimulation\n"
                + table(ScoreRows.STIMULATION_HEADING, 2, ScoreRows.stimulation(table));
    }

    /** Texts to the left, numbers to the right; set and group are named once for the rows that share them. */
    private static String table(List<String> heading, int texts, List<List<String>> rows) {
        int[] widths = new int[heading.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = heading.get(i).length();
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        append(out, heading, widths, texts);
        List<String> before = List.of();
        for (List<String> row : rows) {
            List<String> owner = row.subList(0, 2);
            List<String> shown = new ArrayList<>(row);
            if (owner.equals(before)) {
                shown.set(0, "");
                shown.set(1, "");
            }
            append(out, shown, widths, texts);
            before = owner;
        }
        return out.toString();
    }

    private static void append(StringBuilder out, List<String> row, int[] widths, int texts) {
        StringBuilder line = new StringBuilder(" ");
        for (int i = 0; i < widths.length; i++) {
            String padding = " ".repeat(widths[i] - row.get(i).length());
            line.append(' ').append(i < texts ? row.get(i) + padding : padding + row.get(i)).append(' ');
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }
}
