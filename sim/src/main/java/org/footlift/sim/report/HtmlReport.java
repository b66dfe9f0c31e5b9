package org.footlift.sim.report;

import java.util.List;

/** Scored runs as one HTML page. The same content gives the same bytes. */
public final class HtmlReport {
    /** How every such page begins: what knows it again before it is replaced. */
    public static final String BEGINNING = "<!doctype html>\n<!-- Footlift score report -->\n";

    private HtmlReport() {}

    /** The page. It is whole: whoever opens it needs no network, and the page itself forbids any. */
    public static String of(ReportContent content) {
        StringBuilder out = new StringBuilder(BEGINNING);
        out.append("<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Footlift score report</title>\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
                .append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; ")
                .append("style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n");
        out.append("<style>\n").append(Bundled.uplot("dist/uPlot.min.css")).append(Bundled.own("report.css"))
                .append("</style>\n<noscript><style>.stride[hidden] { display: list-item; }</style></noscript>\n</head>\n<body>\n");
        head(content, out);
        out.append("<main>\n");
        TableSection.append(content, out);
        StrideSection.append(content, out);
        RunSection.append(content, out);
        out.append("</main>\n");
        script("/* uPlot " + Bundled.uplotVersion() + "\n" + Bundled.uplot("LICENSE") + "*/\n"
                + Bundled.uplot("dist/uPlot.iife.min.js"), out);
        script(Bundled.own("report.js"), out);
        return out.append("</body>\n</html>\n").toString();
    }

    private static void head(ReportContent content, StringBuilder out) {
        out.append("<header>\n<h1>Footlift score report</h1>\n<p>").append(Html.text(sentence(content)))
                .append("</p>\n<p class=\"note\">For research. Not a medical device.</p>\n")
                .append("<nav aria-label=\"Sections\"><a href=\"#tables\">Figures</a> ")
                .append("<a href=\"#strides\">Worst strides</a> <a href=\"#runs\">Whole runs</a></nav>\n</header>\n")
                .append("<div class=\"legend\" aria-label=\"Legend\">").append(Bundled.own("legend.html"))
                .append("</div>\n");
    }

    private static String sentence(ReportContent content) {
        int runs = content.runs().size();
        List<String> facts = content.facts();
        return runs + (runs == 1 ? " run" : " runs") + (facts.isEmpty() ? "" : ", " + String.join(", ", facts)) + ".";
    }

    /** A script element ends at the first {@code </script}, wherever it stands. */
    static void script(String source, StringBuilder out) {
        out.append("<script>\n").append(source.replace("</script", "<\\/script")).append("\n</script>\n");
    }
}
