package org.footlift.sim.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.footlift.config.ImuSettings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.sim.score.RunDetections;
import org.footlift.sim.score.RunReview;
import org.footlift.sim.score.RunTruth;
import org.footlift.sim.score.ScoredRun;
import org.footlift.sim.score.Scorer;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static final String NASTY = "</script><script>alert(\"1\")</script>&'";
    private static final Set<GaitEvent> ALL = EnumSet.allOf(GaitEvent.class);

    /** Seven steps, the fourth without its burst. */
    private final List<Event> labels = new ArrayList<>();
    private final List<Event> rows = new ArrayList<>();

    HtmlReportTest() {
        for (int i = 2; i < 9; i++) {
            labels.addAll(List.of(new Event(i + 0.2, 0, "toe_off"), new Event(i + 0.6, 0, "heel_strike")));
            if (i != 5) {
                rows.add(new Event(i, 0.7, "stimulation"));
            }
        }
        rows.addAll(labels);
    }

    @Test
    void showsFiguresFindingsAndSignals() {
        String page = page("sub-xx1_walk", "healthy");
        assertTrue(page.startsWith(HtmlReport.BEGINNING));
        assertTrue(page.contains("Swing labelled from 5.20 s to 5.60 s (400 ms): no burst."), page);
        assertTrue(page.contains("data-from=\"3.200\" data-to=\"7.200\""), "two seconds on either side");
        assertTrue(page.contains("<td>healthy</td>"));
        assertTrue(page.contains("sagittal rate, deg/s"));
        assertTrue(page.contains("\"bursts\":[[2.000,2.700],"), "bursts of the run");
    }

    @Test
    void aStrideIsDrawnFromItsOwnRunEvenWhereTwoHaveOneName() {
        ScoredRun right = new ScoredRun(new RunTruth(recording("sub-xx1_walk", 0), labels, "healthy"),
                new RunDetections(labels.stream().map(e -> new Event(e.onsetS(), 0, e.trialType())).toList()), false);
        ScoredRun wrong = run("sub-xx1_walk", "healthy");
        Scorer scorer = new Scorer(ALL, 60);
        String page = HtmlReport.of(new ReportContent(List.of(), scorer.score(List.of(wrong)), new TreeMap<>(),
                List.of(new RunReview(right, ALL), new RunReview(wrong, ALL))));
        assertTrue(page.contains("<li class=\"stride\" data-kinds=\"missed_swing\" data-run=\"1\">"));
        assertTrue(page.contains("id=\"run-0\"") && page.contains("id=\"run-1\""));
    }

    @Test
    void loadsNothingFromAnywhere() {
        String page = page("sub-xx1_walk", "healthy");
        String loads = "(?i)(src\\s*=|href\\s*=\\s*[\"'](?!#)|url\\(|@import|fetch\\(|XMLHttpRequest|import\\(|<link|<img|<iframe)";
        Matcher found = Pattern.compile(loads).matcher(page);
        assertFalse(found.find(), () -> page.substring(found.start(), Math.min(page.length(), found.start() + 80)));
        assertTrue(
                page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\""));
        assertTrue(page.contains("MIT License"), "uPlot travels with its licence");
    }

    @Test
    void whatComesFromFilesIsTextAndNothingElse() {
        String stem = "sub-xx<1>\"&'";
        String page = page(stem, NASTY);
        assertFalse(page.contains(NASTY));
        assertFalse(page.contains(stem));
        assertTrue(page.contains("sub-xx&lt;1&gt;&quot;&amp;&#39;"));
        assertTrue(page.contains("&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;"));
        assertEquals(3, page.split("<script", -1).length - 1, "data of the one run, uPlot, and the page's own script");
        assertEquals(3, page.split("</script>", -1).length - 1);
    }

    @Test
    void aScriptCannotEndItsElement() {
        StringBuilder out = new StringBuilder();
        HtmlReport.script("const s = '</script>';", out);
        assertEquals("<script>\nconst s = '<\\/script>';\n</script>\n", out.toString());
    }

    @Test
    void theSignalIsPositiveInSwingAndMissingStaysMissing() {
        String json = RunData.json(review("sub-xx1_walk", "healthy"));
        byte[] bytes = Base64.getDecoder().decode(json.replaceAll(".*\"rate\":\"([^\"]*)\".*", "$1"));
        // The recording turns by -20 deg/s about y, whose swing sign is negative; its sample 7 is missing.
        assertEquals(200, littleEndian(bytes, 6));
        assertEquals(Short.MIN_VALUE, littleEndian(bytes, 7));
        assertTrue(json.contains("\"step\":0.010000000"), json);
        assertTrue(json.contains("\"scale\":0.100000"), json);
        assertTrue(json.contains("\"heel\":[[0.000,0.590],[1.000,1.590]"), json);
    }

    @Test
    void unevenTimesAreWrittenOneByOne() {
        String json = RunData.json(new RunReview(
                new ScoredRun(new RunTruth(recording("sub-xx1_walk", 0.5), labels, "healthy"), new RunDetections(rows)),
                ALL));
        assertTrue(json.contains("\"times\":[0.000,0.010,"), json);
        assertFalse(json.contains("\"step\""), json);
    }

    @Test
    void theSameContentGivesTheSameBytesInAnyCountry() {
        String page = page("sub-xx1_walk", "healthy");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(page, page("sub-xx1_walk", "healthy"));
        } finally {
            Locale.setDefault(before);
        }
    }

    private static int littleEndian(byte[] bytes, int index) {
        return (short) ((bytes[2 * index] & 0xff) | (bytes[2 * index + 1] << 8));
    }

    private String page(String stem, String group) {
        ScoredRun run = run(stem, group);
        Scorer scorer = new Scorer(ALL, 60);
        return HtmlReport.of(new ReportContent(List.of("sensors imu"), scorer.score(List.of(run)),
                new TreeMap<>(scorer.scoreByPerson(List.of(run))), List.of(new RunReview(run, ALL))));
    }

    private RunReview review(String stem, String group) {
        return new RunReview(run(stem, group), ALL);
    }

    private ScoredRun run(String stem, String group) {
        return new ScoredRun(new RunTruth(recording(stem, 0), labels, group), new RunDetections(rows));
    }

    /** Twelve seconds at 100 Hz, with a pause of {@code pauseS} in the middle. */
    private static Recording recording(String stem, double pauseS) {
        RecordingHeader header = new RecordingHeader(stem, 100, "instep", RecordingHeader.Side.UNKNOWN,
                Optional.of(ImuSettings.Axis.Y), Optional.of(ImuSettings.Sign.NEGATIVE), List.of());
        RecordingBuilder builder = new RecordingBuilder(header, true, true);
        ImuSample imu = new ImuSample();
        HeelSample heel = new HeelSample();
        heel.valid = true;
        for (int i = 0; i < 1200; i++) {
            imu.valid = i != 7;
            imu.gyroYDps = -20;
            heel.loaded = i % 100 < 60;
            builder.add(i / 100.0 + (i < 600 ? 0 : pauseS), imu, heel);
        }
        return builder.build();
    }
}
