package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The cells of a {@link ScoreTable} for a person to read: rounded, a dash for what does not exist. */
public final class ScoreRows {
    /** Names of the columns of {@link #events}. The first three hold texts, the others numbers. */
    public static final List<String> EVENT_HEADING = List.of("set", "group", "event", "labels", "detected", "recall",
            "precision", "F1", "F1p", "MAE ms", "p95 ms", "offset ms", "lag ms");
    /** Names of the columns of {@link #stimulation}. The first two hold texts, the others numbers. */
    public static final List<String> STIMULATION_HEADING = List.of("set", "group", "swings", "covered %", "missed %",
            "start-HO ms", "p95 ms", "end-HS ms", "outside ms/stride", "stray/1000", "standing");
    private static final String NONE = "-";

    private ScoreRows() {}

    /** One row per set, group and kind of event. */
    public static List<List<String>> events(ScoreTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (EventScore e : table.events()) {
            rows.add(List.of(e.set(), e.group(), e.event(), String.valueOf(e.reference()),
                    String.valueOf(e.detected()), decimals(e.recall(), 3), decimals(e.precision(), 3),
                    decimals(e.f1(), 3), decimals(e.f1p(), 3), decimals(e.maeMs(), 1), decimals(e.p95Ms(), 1),
                    signed(e.offsetMs()), signed(e.lagMs())));
        }
        return rows;
    }

    /** One row per set and group. */
    public static List<List<String>> stimulation(ScoreTable table) {
        List<List<String>> rows = new ArrayList<>();
        for (StimulationScore s : table.stimulation()) {
            rows.add(List.of(s.set(), s.group(), String.valueOf(s.swings()), decimals(s.coveredPct(), 1),
                    decimals(s.missedPct(), 1), signed(s.startAfterHeelOffMsMedian()),
                    signed(s.startAfterHeelOffMsP95()), signed(s.endAfterHeelStrikeMsMedian()),
                    decimals(s.outsideMsPerStride(), 1), decimals(s.strayBurstsPer1000Strides(), 1),
                    s.standingBursts() == null ? NONE : String.valueOf(s.standingBursts())));
        }
        return rows;
    }

    private static String decimals(@Nullable Double value, int places) {
        return value == null ? NONE : String.format(Locale.ROOT, "%." + places + "f", value);
    }

    private static String signed(@Nullable Double value) {
        return value == null ? NONE : String.format(Locale.ROOT, "%+d", Math.round(value));
    }
}
