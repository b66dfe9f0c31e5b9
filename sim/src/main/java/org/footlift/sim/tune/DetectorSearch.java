package org.footlift.sim.tune;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.sim.replay.RecordingReplay;
import org.footlift.sim.replay.ReplayResult;
import org.footlift.sim.score.RunDetections;
import org.footlift.sim.score.ScoredRun;
import org.footlift.sim.score.Scorer;
import org.footlift.sim.tune.DetectorFit.JudgedOn;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Event;

/**
 * Tries every combination of a few values of each detector setting. With two or three settings that is at most 216 combinations, each is replayed
 * once for all the choices that leave somebody out, and nothing hangs on where a cleverer search would have begun. Deterministic, although
 * combinations are replayed on several processors.
 */
public final class DetectorSearch {
    private static final List<String> IMU = List.of("detector.imu.swing_rate_dps", "detector.imu.min_swing_ms",
            "detector.imu.min_stance_ms");
    private static final List<String> HEEL = List.of("detector.heel.debounce_ms", "detector.heel.min_stance_ms");
    // At the edges of all bands. So small that it decides between equals only.
    private static final double COST_OF_DISTANCE = 0.01;

    private final Settings profile;
    private final Choice sensors;
    private final List<SearchedSetting> searched;
    private final List<List<Integer>> candidates;

    /** Is told how far a search has come, in order, by one thread at a time. */
    @FunctionalInterface
    public interface Progress {
        /** {@code done} of {@code all} combinations have been tried. */
        void tried(int done, int all);
    }

    /** Counts combinations that were tried on several threads. */
    private static final class Count {
        private final Progress progress;
        private final int all;
        private int done;

        Count(Progress progress, int all) {
            this.progress = progress;
            this.all = all;
        }

        synchronized void one() {
            done++;
            progress.tried(done, all);
        }
    }

    /**
     * A search that begins with {@code profile}.
     *
     * @param sensors whose detector is fitted: the heel switch's or the IMU's
     * @throws IllegalArgumentException when that is both
     */
    public DetectorSearch(Settings profile, Choice sensors) {
        if (sensors == Choice.FUSED) {
            throw new IllegalArgumentException("the detectors of heel switch and IMU are fitted one at a time");
        }
        this.profile = profile;
        this.sensors = sensors;
        searched = (sensors == Choice.HEEL ? HEEL : IMU).stream().map(name -> SearchedSetting.of(name, profile))
                .toList();
        candidates = combinations(searched);
    }

    /**
     * Searches. Every recording must hold the sensor that is fitted.
     *
     * @param runs at least one
     */
    public DetectorFit fit(List<LabelledRun> runs, Progress progress) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("there is no recording to fit to");
        }
        boolean several = runs.stream().map(run -> run.truth().person()).distinct().count() > 1;
        SortedMap<String, List<LabelledRun>> units = new TreeMap<>();
        for (LabelledRun run : runs) {
            units.computeIfAbsent(several ? run.truth().person() : run.truth().stem(), name -> new ArrayList<>())
                    .add(run);
        }
        List<List<FitFigures>> figures = figures(List.copyOf(units.values()), progress);
        JudgedOn judgedOn = several
                ? JudgedOn.PEOPLE_LEFT_OUT
                : units.size() > 1 ? JudgedOn.RECORDINGS_LEFT_OUT : JudgedOn.THE_SAME_RECORDING;
        return chosen(List.copyOf(units.keySet()), figures, judgedOn);
    }

    /** For each candidate the figures of each unit. */
    private List<List<FitFigures>> figures(List<List<LabelledRun>> units, Progress progress) {
        Count count = new Count(progress, candidates.size());
        return candidates.parallelStream().map(values -> {
            Settings settings = settings(values);
            List<FitFigures> figures = units.stream().map(unit -> figures(unit, settings)).toList();
            count.one();
            return figures;
        }).toList();
    }

    private FitFigures figures(List<LabelledRun> unit, Settings settings) {
        Scorer scorer = new Scorer(given(), settings.envelope().extensionMs());
        return FitFigures.of(scorer.score(unit.stream().map(run -> scored(run, settings)).toList()));
    }

    private ScoredRun scored(LabelledRun run, Settings settings) {
        ReplayResult result = RecordingReplay.of(run.recording(), settings, sensors);
        return new ScoredRun(run.truth(), new RunDetections(result.rows().stream()
                .map(row -> new Event(row.onsetS(), row.durationS(), row.trialType())).toList()));
    }

    /** A heel switch knows nothing of the toes. */
    private Set<GaitEvent> given() {
        return sensors == Choice.HEEL
                ? EnumSet.of(GaitEvent.HEEL_OFF, GaitEvent.HEEL_STRIKE)
                : EnumSet.of(GaitEvent.HEEL_OFF, GaitEvent.TOE_OFF, GaitEvent.HEEL_STRIKE);
    }

    private DetectorFit chosen(List<String> names, List<List<FitFigures>> figures, JudgedOn judgedOn) {
        Set<Integer> all = new TreeSet<>(IntStream.range(0, names.size()).boxed().toList());
        int start = candidates.indexOf(searched.stream().map(SearchedSetting::start).toList());
        List<LeftOut> leftOut = new ArrayList<>();
        double gain = 0;
        for (int unit : all) {
            Set<Integer> others = new TreeSet<>(all);
            if (judgedOn != JudgedOn.THE_SAME_RECORDING) {
                others.remove(unit);
            }
            int best = best(figures, others);
            FitFigures before = figures.get(start).get(unit);
            FitFigures after = figures.get(best).get(unit);
            leftOut.add(new LeftOut(names.get(unit), candidates.get(best), before, after));
            gain += (before.cost() - after.cost()) / names.size();
        }
        return new DetectorFit(searched, candidates.size(), judgedOn, leftOut, candidates.get(best(figures, all)),
                gain);
    }

    /** The candidate of the lowest mean cost over {@code units}, each counting the same; of equals the first. */
    private int best(List<List<FitFigures>> figures, Set<Integer> units) {
        int best = 0;
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < candidates.size(); i++) {
            double cost = COST_OF_DISTANCE * distance(candidates.get(i));
            for (int unit : units) {
                cost += figures.get(i).get(unit).cost() / units.size();
            }
            if (cost < lowest) {
                lowest = cost;
                best = i;
            }
        }
        return best;
    }

    private double distance(List<Integer> values) {
        return IntStream.range(0, values.size()).mapToDouble(i -> searched.get(i).distance(values.get(i))).average()
                .orElseThrow();
    }

    private Settings settings(List<Integer> values) {
        Settings settings = profile;
        for (int i = 0; i < values.size(); i++) {
            settings = searched.get(i).setting().in(settings, values.get(i));
        }
        return settings;
    }

    private static List<List<Integer>> combinations(List<SearchedSetting> searched) {
        List<List<Integer>> all = List.of(List.of());
        for (SearchedSetting each : searched) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> values : all) {
                for (int level : each.levels()) {
                    List<Integer> next = new ArrayList<>(values);
                    next.add(level);
                    longer.add(List.copyOf(next));
                }
            }
            all = longer;
        }
        return all;
    }
}
