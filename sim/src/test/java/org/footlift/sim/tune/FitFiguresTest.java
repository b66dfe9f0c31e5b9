package org.footlift.sim.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.footlift.sim.score.EventScore;
import org.footlift.sim.score.ScoreTable;
import org.footlift.sim.score.StimulationScore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FitFiguresTest {
    private static EventScore event(String kind, @Nullable Double f1p) {
        return new EventScore("ip", "healthy", kind, 100, 90, null, null, null, f1p, null, null, null, null);
    }

    private static FitFigures figures(StimulationScore bursts, EventScore... events) {
        return FitFigures.of(new ScoreTable(List.of(events), List.of(bursts)));
    }

    private static StimulationScore bursts(int swings, @Nullable Double coveredPct, @Nullable Double missedPct,
            @Nullable Double strays, @Nullable Integer standing) {
        return new StimulationScore("ip", "healthy", swings, coveredPct, missedPct, null, null, null, null, strays,
                standing);
    }

    @Test
    void costsWhatIsWrongWithEventsSwingsAndStrayBursts() {
        FitFigures figures = figures(bursts(200, 90.0, 4.0, 20.0, 2), event("heel_strike", 0.9),
                event("toe_off", 0.8));
        assertEquals(new TreeMap<>(Map.of("heel_strike", 0.9, "toe_off", 0.8)), figures.f1p());
        assertEquals(0.15 + 0.04 + 0.5 * 0.06 + 0.25 * (0.02 + 0.01), figures.cost(), 1e-12);
    }

    @Test
    void whatCannotBeJudgedCostsNothing() {
        FitFigures figures = figures(bursts(0, null, null, null, null), event("heel_strike", 1.0),
                event("toe_off", null));
        assertEquals(new TreeMap<>(Map.of("heel_strike", 1.0)), figures.f1p());
        assertEquals(0, figures.cost());
    }
}
