package org.footlift.sim.score;

import java.util.Comparator;
import java.util.List;

/**
 * One stride in which something went wrong.
 *
 * @param run the run it lies in: its stem
 * @param findings what went wrong, the worst first, never empty
 */
public record StrideReview(String run, List<StrideFinding> findings) {
    /** The worst stride first, by its worst finding. */
    public static final Comparator<StrideReview> WORST_FIRST = Comparator
            .comparing(StrideReview::worst, StrideFinding.WORST_FIRST).thenComparing(StrideReview::run);

    /** Sorts and copies the findings. */
    public StrideReview {
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("a stride without a finding needs no review");
        }
        findings = findings.stream().sorted(StrideFinding.WORST_FIRST).toList();
    }

    /** The finding that ranks this stride. */
    public StrideFinding worst() {
        return findings.getFirst();
    }
}
