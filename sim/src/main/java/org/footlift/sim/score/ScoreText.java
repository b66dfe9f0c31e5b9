package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@link ScoreTable} as text for a terminal: two aligned tables, a dash for what does not exist. */
public final class ScoreText {
    private static final String NONE = "-";
    private static final List<String> EVENT_HEADING = List.of("set", "group", "event", "labels", "detected", "recall",
            "precision", "F1", "F1p", "MAE ms", "p95 ms", "offset ms", "lag ms");
    private static final List<String> STIMULATION_HEADING = List.of("set", "group", "swings", "covered %", "missed %",
            "start-HO ms", "p95 ms", "end-HS ms", "outside ms/stride", "stray/1000", "standing");

    private ScoreText() {}

    /** The two tables, a blank line between them, each line ended. */
    public static String of(ScoreTable table) {
        List<List<String>> events = new ArrayList<>();
        for (EventScore e : table.events()) {
            events.add(List.of(e.set(), e.group(), e.event(), String.valueOf(e.reference()),
                    String.valueOf(e.detected()), decimals(e.recall(), 3), decimals(e.precision(), 3),
                    decimals(e.f1(), 3), decimals(e.f1p(), 3), decimals(e.maeMs(), 1), decimals(e.p95Ms(), 1),
                    signed(e.offsetMs()), signed(e.lagMs())));
        }
        List<List<String>> stimulation = new ArrayList<>();
        for (StimulationScore s : table.stimulation()) {
            stimulation.add(List.of(s.set(), s.group(), String.valueOf(s.swings()), decimals(s.coveredPct(), 1),
                    decimals(s.missedPct(), 1), signed(s.startAfterHeelOffMsMedian()),
                    signed(s.startAfterHeelOffMsP95()), signed(s.endAfterHeelStrikeMsMedian()),
                    decimals(s.outsideMsPerStride(), 1), decimals(s.strayBurstsPer1000Strides(), 1),
                    s.standingBursts() == null ? NONE : String.valueOf(s.standingBursts())));
        }
        return "Events\n" + table(EVENT_HEADING, 3, events) + "\nStimulation\n"
                + table(STIMULATION_HEADING, 2, stimulation);
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

    private static String decimals(@Nullable Double value, int places) {
        return value == null ? NONE : String.format(Locale.ROOT, "%." + places + "f", value);
    }

    private static String signed(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%+d", Math.round(value));
    }
}
