package org.footlift.sim.report;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.footlift.sim.score.RunReview;
import org.footlift.sim.score.StrideFinding;
import org.footlift.sim.score.StrideReview;

/** The strides in which something went wrong, the worst first, each with what is wrong and a window of the signals. */
final class StrideSection {
    /** How much is shown on either side, seconds. */
    private static final double AROUND_S = 2;
    /** So many are shown at first, as the script goes on showing them; the browser need not lay out thousands. */
    private static final int AT_FIRST = 30;

    private StrideSection() {}

    static void append(ReportContent content, StringBuilder out) {
        List<StrideReview> strides = content.runs().stream().flatMap(r -> r.strides().stream())
                .sorted(StrideReview.WORST_FIRST).toList();
        out.append("<section id=\"strides\">\n<h2>Worst strides</h2>\n");
        if (strides.isEmpty()) {
            out.append("<p>Nothing went wrong in any stride that could be judged.</p>\n</section>\n");
            return;
        }
        out.append("<p>").append(strides.size()).append(strides.size() == 1 ? " stride" : " strides")
                .append(" with at least one finding, the worst first: a swing that was missed, one that was not covered, ")
                .append("a burst outside every swing, then events. Times are on the recording’s clock, as in the files that ")
                .append("<code>replay</code> writes. Where labels contradict each other by themselves the finding says so ")
                .append("and ranks behind its like.</p>\n");
        filters(content.runs(), strides, out);
        IdentityHashMap<StrideReview, Integer> numbers = new IdentityHashMap<>();
        for (int i = 0; i < content.runs().size(); i++) {
            int number = i;
            content.runs().get(i).strides().forEach(s -> numbers.put(s, number));
        }
        out.append("<p id=\"shown\" role=\"status\"></p>\n<ol id=\"stride-list\">\n");
        for (int i = 0; i < strides.size(); i++) {
            stride(strides.get(i), numbers.getOrDefault(strides.get(i), 0), i >= AT_FIRST, out);
        }
        out.append("</ol>\n<p><button type=\"button\" id=\"more\">Show more</button></p>\n</section>\n");
    }

    private static void filters(List<RunReview> runs, List<StrideReview> strides, StringBuilder out) {
        Map<StrideFinding.Kind, Integer> counts = new EnumMap<>(StrideFinding.Kind.class);
        strides.forEach(s -> s.findings().stream().map(StrideFinding::kind).distinct()
                .forEach(k -> counts.merge(k, 1, Integer::sum)));
        out.append(
                "<div class=\"filters\">\n<label>Show <select id=\"kind\">\n<option value=\"\">every kind</option>\n");
        counts.forEach((kind, count) -> out.append("<option value=\"").append(key(kind)).append("\">")
                .append(Html.text(kind.label())).append(" (").append(count).append(")</option>\n"));
        out.append("</select></label>\n<label>of <select id=\"person\">\n<option value=\"\">everybody</option>\n");
        TreeSet<String> people = new TreeSet<>();
        runs.forEach(r -> people.add(r.person()));
        people.forEach(p -> out.append("<option>").append(Html.text(p)).append("</option>\n"));
        out.append("</select></label>\n</div>\n");
    }

    private static void stride(StrideReview stride, int run, boolean hidden, StringBuilder out) {
        StrideFinding worst = stride.worst();
        String kinds = stride.findings().stream().map(f -> key(f.kind())).distinct().collect(Collectors.joining(" "));
        String window = String.format(Locale.ROOT, "data-from=\"%.3f\" data-to=\"%.3f\"", worst.timeS() - AROUND_S,
                worst.timeS() + AROUND_S);
        out.append("<li class=\"stride\"").append(hidden ? " hidden" : "").append(" data-kinds=\"").append(kinds)
                .append("\" data-run=\"").append(run)
                .append("\">\n<h3>").append(Html.text(Character.toUpperCase(worst.kind().label().charAt(0))
                        + worst.kind().label().substring(1)))
                .append(" <span class=\"where\">").append(Html.text(stride.run())).append(" at ")
                .append(String.format(Locale.ROOT, "%.2f", worst.timeS()))
                .append(" s</span></h3>\n<ul class=\"findings\">\n");
        for (StrideFinding each : stride.findings()) {
            out.append("<li>").append(Html.text(each.words()))
                    .append(each.contradicting() ? " <em>The labels contradict each other here.</em>" : "")
                    .append("</li>\n");
        }
        out.append("</ul>\n<div class=\"plot\" data-run=\"").append(run).append("\" ").append(window)
                .append(" role=\"img\" aria-label=\"Signals around this stride\"></div>\n<p class=\"readout\"></p>\n")
                .append("<p><a class=\"in-run\" href=\"#run-").append(run).append("\" ").append(window)
                .append(">Show in the whole run</a></p>\n</li>\n");
    }

    private static String key(StrideFinding.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
