package org.footlift.sim.replay;

import java.util.List;
import java.util.Optional;

import org.footlift.config.DetectorSettings.Choice;

/**
 * What the controller made of one recording.
 *
 * @param rows events, bursts and faults, by onset
 * @param ticks ticks run
 * @param starts how often Start was pressed for the wearer: once at the first sample, and again after every latched stop
 * @param decidedBy which sensors decided; empty when the recording holds none of the chosen ones, and there is then nothing else
 */
public record ReplayResult(List<ReplayRow> rows, long ticks, int starts, Optional<Choice> decidedBy) {
    /** Copies its list. */
    public ReplayResult {
        rows = List.copyOf(rows);
    }

    static ReplayResult nothingToReplay() {
        return new ReplayResult(List.of(), 0, 0, Optional.empty());
    }

    /** False when the recording holds none of the chosen sensors. */
    public boolean sensorsPresent() {
        return decidedBy.isPresent();
    }

    /** Rows of one kind. */
    public List<ReplayRow> rows(String trialType) {
        return rows.stream().filter(row -> row.trialType().equals(trialType)).toList();
    }
}
