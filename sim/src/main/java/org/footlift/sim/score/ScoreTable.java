package org.footlift.sim.score;

import java.util.List;

/**
 * The figures of some runs, by set and group.
 *
 * @param events one row per set, group and kind of event, sorted
 * @param stimulation one row per set and group, sorted
 */
public record ScoreTable(List<EventScore> events, List<StimulationScore> stimulation) {
    /** Copies the rows. */
    public ScoreTable {
        events = List.copyOf(events);
        stimulation = List.copyOf(stimulation);
    }
}
