package org.footlift.sim.report;

import java.util.ArrayList;
import java.util.List;

import org.footlift.sim.score.ScoreRows;

/** The figures: by group at once, by person on demand. */
final class TableSection {
    private TableSection() {}

    static void append(ReportContent content, StringBuilder out) {
        out.append("<section id=\"tables\">\n<h2>Figures</h2>\n");
        table("Stimulation by group", ScoreRows.STIMULATION_HEADING, 2, ScoreRows.stimulation(content.groups()), out);
        table("Events by group", ScoreRows.EVENT_HEADING, 3, ScoreRows.events(content.groups()), out);
        out.append("<details>\n<summary>By person</summary>\n");
        people(content, out);
        out.append("</details>\n<details>\n<summary>What the columns mean</summary>\n")
                .append(Bundled.own("columns.html")).append("</details>\n</section>\n");
    }

    private static void people(ReportContent content, StringBuilder out) {
        List<List<String>> stimulation = new ArrayList<>();
        List<List<String>> events = new ArrayList<>();
        content.people().forEach((person, table) -> {
            ScoreRows.stimulation(table).forEach(row -> stimulation.add(named(person, row)));
            ScoreRows.events(table).forEach(row -> events.add(named(person, row)));
        });
        table("Stimulation by person", named("person", ScoreRows.STIMULATION_HEADING), 2, stimulation, out);
        table("Events by person", named("person", ScoreRows.EVENT_HEADING), 3, events, out);
    }

    /** The person says the set, too. */
    private static List<String> named(String person, List<String> row) {
        List<String> out = new ArrayList<>(row);
        out.set(0, person);
        return out;
    }

    private static void table(String caption, List<String> heading, int texts, List<List<String>> rows,
            StringBuilder out) {
        out.append("<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"").append(caption)
                .append("\">\n<table>\n<caption>").append(caption).append("</caption>\n<thead><tr>");
        for (int i = 0; i < heading.size(); i++) {
            out.append(i < texts ? "<th scope=\"col\">" : "<th scope=\"col\" class=\"n\">")
                    .append(Html.text(heading.get(i)))
                    .append("</th>");
        }
        out.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            out.append("<tr>");
            for (int i = 0; i < row.size(); i++) {
                out.append(i < texts ? "<td>" : "<td class=\"n\">").append(Html.text(row.get(i))).append("</td>");
            }
            out.append("</tr>\n");
        }
        out.append("</tbody>\n</table>\n</div>\n");
    }
}
