package org.footlift.sim.report;

import java.util.List;
import java.util.SortedMap;

import org.footlift.sim.score.RunReview;
import org.footlift.sim.score.ScoreTable;

/**
 * What a page is about.
 *
 * @param facts how the runs were replayed, one short phrase each
 * @param groups the figures by set and group
 * @param people the figures of each person
 * @param runs the runs, in the order in which they are shown
 */
public record ReportContent(List<String> facts, ScoreTable groups, SortedMap<String, ScoreTable> people,
        List<RunReview> runs) {
    /** Copies the lists. */
    public ReportContent {
        facts = List.copyOf(facts);
        runs = List.copyOf(runs);
    }
}
