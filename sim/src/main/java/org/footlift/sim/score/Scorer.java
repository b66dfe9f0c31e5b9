package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.footlift.telemetry.GaitEvent;

/**
 * Scores runs against their truth. Per run and kind of event: what lies outside the labelled span or near missing data is left out, the
 * median difference is removed because the recordings' clocks disagree by a constant, and detections are matched one to one. Immutable;
 * the order of runs does not matter except to the last digit of means.
 */
public final class Scorer {
    private static final List<GaitEvent> KINDS = List.of(GaitEvent.HEEL_OFF, GaitEvent.HEEL_STRIKE, GaitEvent.TOE_OFF);

    private final Set<GaitEvent> given;
    private final double extensionS;

    private record Pool(String set, String group) {}

    /**
     * A scorer.
     *
     * @param given the kinds of event that the sensors can give; the others have no figures
     * @param extensionMs how long stimulation is meant to go on after heel_strike, milliseconds, 0 or more
     */
    public Scorer(Set<GaitEvent> given, double extensionMs) {
        if (!(extensionMs >= 0)) {
            throw new IllegalArgumentException("an extension is 0 ms or more, not " + extensionMs);
        }
        this.given = given.isEmpty() ? EnumSet.noneOf(GaitEvent.class) : EnumSet.copyOf(given);
        extensionS = extensionMs / 1e3;
    }

    /** The figures of {@code runs}, pooled by set and group. Runs are taken in order of their stems. */
    public ScoreTable score(List<ScoredRun> runs) {
        Comparator<Pool> order = Comparator.comparing(Pool::set).thenComparing(Pool::group);
        SortedMap<Pool, Map<GaitEvent, EventTally>> events = new TreeMap<>(order);
        SortedMap<Pool, StimulationTally> stimulation = new TreeMap<>(order);
        Set<Pool> sensed = runs.stream().filter(ScoredRun::sensed).map(Scorer::pool).collect(Collectors.toSet());
        for (ScoredRun each : runs.stream().sorted(Comparator.comparing(r -> r.truth().stem())).toList()) {
            RunTruth truth = each.truth();
            EventOffsets run = new EventOffsets(truth, each.detections().events());
            Pool pool = pool(each);
            boolean figures = sensed.contains(pool);
            Map<GaitEvent, EventTally> tallies = events.computeIfAbsent(pool, p -> new EnumMap<>(GaitEvent.class));
            for (GaitEvent kind : KINDS) {
                if (run.judges(kind)) {
                    tallies.computeIfAbsent(kind, k -> new EventTally(k, figures && given.contains(k))).add(truth, run);
                }
            }
            stimulation.computeIfAbsent(pool, p -> new StimulationTally(extensionS, figures)).add(truth,
                    each.detections().bursts(), run);
        }
        return table(events, stimulation);
    }

    private static Pool pool(ScoredRun run) {
        return new Pool(run.truth().set(), run.truth().group());
    }

    /** The figures of each person by {@link RunTruth#person}, in order of their names. */
    public SortedMap<String, ScoreTable> scoreByPerson(List<ScoredRun> runs) {
        SortedMap<String, List<ScoredRun>> byPerson = new TreeMap<>();
        runs.forEach(r -> byPerson.computeIfAbsent(r.truth().person(), p -> new ArrayList<>()).add(r));
        SortedMap<String, ScoreTable> out = new TreeMap<>();
        byPerson.forEach((person, theirs) -> out.put(person, score(theirs)));
        return out;
    }

    private static ScoreTable table(Map<Pool, Map<GaitEvent, EventTally>> events,
            Map<Pool, StimulationTally> stimulation) {
        List<EventScore> eventRows = new ArrayList<>();
        for (Map.Entry<Pool, Map<GaitEvent, EventTally>> pool : events.entrySet()) {
            for (GaitEvent kind : KINDS) {
                EventTally tally = pool.getValue().get(kind);
                if (tally != null) {
                    eventRows.add(tally.score(pool.getKey().set(), pool.getKey().group()));
                }
            }
        }
        List<StimulationScore> stimulationRows = stimulation.entrySet().stream()
                .map(e -> e.getValue().score(e.getKey().set(), e.getKey().group())).toList();
        return new ScoreTable(eventRows, stimulationRows);
    }
}
