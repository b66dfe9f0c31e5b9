package org.footlift.sim.tune;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.footlift.sim.score.EventScore;
import org.footlift.sim.score.ScoreTable;
import org.footlift.sim.score.StimulationScore;
import org.jspecify.annotations.Nullable;

/**
 * What one set of parameters made of one person's recordings, or of one recording. Figures that do not exist are null or left out.
 *
 * @param f1p F1p of each kind of event that was judged, 0 to 1
 * @param coveredPct swings covered, percent
 * @param missedPct swings that no burst overlaps, percent
 * @param strayBurstsPer1000Strides bursts that overlap no swing
 * @param standingBursts bursts while standing, where the set has standing
 * @param cost what the search keeps small: the mean of 1 − F1p over the kinds of event, plus the share of swings missed, plus half the share of
 *     swings that were stimulated but not covered, plus a quarter of the stray and standing bursts per stride
 */
public record FitFigures(SortedMap<String, Double> f1p, @Nullable Double coveredPct, @Nullable Double missedPct,
        @Nullable Double strayBurstsPer1000Strides, @Nullable Integer standingBursts, double cost) {
    // A burst too late or too short still lifts the foot a little; one that comes without a step is unpleasant and seldom dangerous.
    private static final double PARTLY_COVERED = 0.5;
    private static final double STRAY = 0.25;

    /** Makes its map unchangeable. */
    public FitFigures {
        f1p = Collections.unmodifiableSortedMap(new TreeMap<>(f1p));
    }

    /** The figures in the one set and group that {@code table} holds. */
    static FitFigures of(ScoreTable table) {
        SortedMap<String, Double> f1p = new TreeMap<>();
        for (EventScore each : table.events()) {
            Double value = each.f1p();
            if (value != null) {
                f1p.put(each.event(), value);
            }
        }
        StimulationScore bursts = table.stimulation().getFirst();
        double events = f1p.values().stream().mapToDouble(value -> 1 - value).average().orElse(0);
        return new FitFigures(f1p, bursts.coveredPct(), bursts.missedPct(), bursts.strayBurstsPer1000Strides(),
                bursts.standingBursts(), events + swingCost(bursts) + STRAY * straysPerStride(bursts));
    }

    private static double swingCost(StimulationScore bursts) {
        Double coveredPct = bursts.coveredPct();
        Double missedPct = bursts.missedPct();
        if (coveredPct == null || missedPct == null) {
            return 0;
        }
        double partlyPct = 100 - coveredPct - missedPct;
        return (missedPct + PARTLY_COVERED * partlyPct) / 100;
    }

    private static double straysPerStride(StimulationScore bursts) {
        Double strays = bursts.strayBurstsPer1000Strides();
        Integer standing = bursts.standingBursts();
        return (strays == null ? 0 : strays / 1000)
                + (standing == null || bursts.swings() == 0 ? 0 : standing / (double) bursts.swings());
    }
}
