package org.footlift.sim.report;

import java.util.List;
import java.util.Locale;

import org.footlift.sim.score.RunReview;

/** Every run whole, to zoom into, and its data, which the windows of the strides draw from, too. */
final class RunSection {
    private RunSection() {}

    static void append(ReportContent content, StringBuilder out) {
        out.append(
                "<section id=\"runs\">\n<h2>Whole runs</h2>\n<p>Drag over a plot to zoom in, double-click to see all of it. ")
                .append("With the keyboard: tab to a plot, then + and − to zoom, ← and → to move, 0 to see all, ")
                .append("n and p for the next and the previous finding.</p>\n");
        List<RunReview> runs = content.runs();
        for (int i = 0; i < runs.size(); i++) {
            run(runs.get(i), i, out);
        }
        out.append("</section>\n");
    }

    private static void run(RunReview run, int number, StringBuilder out) {
        out.append("<article class=\"run\" id=\"run-").append(number).append("\" data-person=\"")
                .append(Html.text(run.person())).append("\">\n<h3>").append(Html.text(run.stem()))
                .append(" <span class=\"where\">").append(Html.text(run.group())).append("</span></h3>\n<p>")
                .append(Html.text(words(run))).append("</p>\n<div class=\"tools\">");
        button("in", "+", "Zoom in", out);
        button("out", "−", "Zoom out", out);
        button("left", "←", "Earlier", out);
        button("right", "→", "Later", out);
        button("all", "All", "All of the run", out);
        button("previous", "Previous finding", "Previous finding", out);
        button("next", "Next finding", "Next finding", out);
        out.append("</div>\n<div class=\"plot whole\" tabindex=\"0\" role=\"group\" data-run=\"").append(number)
                .append("\" data-rate=\"").append(ShownRate.label(run.recording())).append("\" aria-label=\"")
                .append(Html.text("Signals of " + run.stem())).append("\"></div>\n<p class=\"readout\"></p>\n")
                .append("<script type=\"application/json\" id=\"data-").append(number).append("\">")
                .append(RunData.json(run)).append("</script>\n</article>\n");
    }

    private static void button(String action, String shown, String name, StringBuilder out) {
        out.append("<button type=\"button\" data-do=\"").append(action).append("\" aria-label=\"").append(name)
                .append("\">").append(shown).append("</button>");
    }

    private static String words(RunReview run) {
        if (!run.sensed()) {
            return "The recording has none of the sensors that were to decide.";
        }
        int found = run.strides().size();
        String strides = found == 0
                ? "No finding."
                : found + (found == 1 ? " stride" : " strides") + " with a finding.";
        long shiftMs = Math.round(run.labelShiftS() * 1e3);
        return strides + (shiftMs == 0
                ? ""
                : String.format(Locale.ROOT,
                        " Labels stand %d ms %s than in their file: the offset of this run’s heel strikes.",
                        Math.abs(shiftMs), shiftMs > 0 ? "later" : "earlier"));
    }
}
