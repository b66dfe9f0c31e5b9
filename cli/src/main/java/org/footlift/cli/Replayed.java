package org.footlift.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.sim.explain.Explanation;
import org.footlift.sim.replay.ReplayResult;
import org.footlift.sim.replay.ReplayRow;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.EventsFile;
import org.jspecify.annotations.Nullable;

/**
 * One recording replayed.
 *
 * @param trace where it came from and where its events go
 * @param result what the controller made of it
 * @param explanations why; empty when nobody asked
 */
record Replayed(ReplayFiles.Trace trace, ReplayResult result, List<Explanation> explanations) {
    /** Copies its list. */
    Replayed {
        explanations = List.copyOf(explanations);
    }

    /** All of a replay as JSON prints it. */
    record AsJson(List<Line> recordings) {
        static AsJson of(List<Replayed> all) {
            return new AsJson(all.stream().map(Replayed::line).toList());
        }
    }

    /**
     * One recording as JSON prints it.
     *
     * @param recording its name
     * @param file the motion file or the session that was read
     * @param eventsFile what was written
     * @param sensors which sensors decided; null when it holds none of the chosen ones, and then there is nothing else
     * @param starts how often Start was pressed
     * @param events how many of each kind
     * @param bursts how many
     * @param faults how often each was named
     * @param explanations why; empty without {@code --explain}
     */
    record Line(String recording, String file, String eventsFile, @Nullable String sensors, int starts,
            Map<String, Integer> events, int bursts, Map<String, Integer> faults, List<Explanation> explanations) {}

    /** Writes the events file. */
    void write() {
        List<Event> events = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (ReplayRow row : result.rows()) {
            events.add(new Event(row.onsetS(), row.durationS(), row.trialType()));
            details.add(row.detail());
        }
        EventsFile.write(trace.events(), events, new EventsFile.Column("detail", details));
    }

    /** Prints what came of it, for a person. */
    void print(Choice asked) {
        System.out.println(trace.stem() + ": " + words(asked));
        explanations.forEach(each -> System.out.printf(Locale.ROOT, "%9.2f s  %s%n", each.timeS(), each.words()));
    }

    private String words(Choice asked) {
        if (!result.sensorsPresent()) {
            return "has no heel switch, so there is nothing to replay";
        }
        int again = result.starts() - 1;
        return count(result.rows(GaitEvent.HEEL_STRIKE.trialType()).size(), "stride") + ", "
                + count(result.rows(ReplayRow.STIMULATION).size(), "burst") + ", "
                + count(result.rows(ReplayRow.FAULT).size(), "fault")
                + (again > 0 ? ", Start pressed again " + count(again, "time") + " after a latched stop" : "")
                + (result.decidedBy().equals(Optional.of(asked)) ? "" : "; by the IMU alone, there is no heel switch");
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private Line line() {
        Map<String, Integer> events = new LinkedHashMap<>();
        for (GaitEvent event : GaitEvent.values()) {
            events.put(event.trialType(), result.rows(event.trialType()).size());
        }
        Map<String, Integer> faults = new TreeMap<>();
        result.rows(ReplayRow.FAULT).forEach(row -> faults.merge(row.detail(), 1, Integer::sum));
        return new Line(trace.stem(), trace.file().toString(), trace.events().toString(),
                result.decidedBy().map(choice -> choice.name().toLowerCase(Locale.ROOT)).orElse(null), result.starts(),
                events, result.rows(ReplayRow.STIMULATION).size(), faults, explanations);
    }
}
