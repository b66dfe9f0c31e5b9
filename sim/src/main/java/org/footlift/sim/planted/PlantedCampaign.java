package org.footlift.sim.planted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Runs every planted bug against the campaign. */
public final class PlantedCampaign {
    /** A bug that so many strides do not show counts as not caught. */
    public static final long MOST_STRIDES = 200_000;
    /** Without a bug the careless planners must be held for so many strides. */
    private static final long HELD_STRIDES = 20_000;

    private PlantedCampaign() {}

    /**
     * What came of one bug.
     *
     * @param name of the bug
     * @param caught with every seed
     * @param meanStrides to catch it
     * @param seen what gave it away, with the first seed
     */
    public record Outcome(String name, boolean caught, long meanStrides, String seen) {}

    /**
     * What came of all.
     *
     * @param bugs in their order
     * @param held careless planners without a bug in what holds them, which must not be caught
     */
    public record Result(List<Outcome> bugs, List<Outcome> held) {
        /** Copies its collections. */
        public Result {
            bugs = List.copyOf(bugs);
            held = List.copyOf(held);
        }

        /** Bugs that were caught. */
        public int caught() {
            return (int) bugs.stream().filter(Outcome::caught).count();
        }

        /** True when every bug was caught, and nothing that is none. */
        public boolean good() {
            return caught() == bugs.size() && held.stream().noneMatch(Outcome::caught);
        }
    }

    /**
     * Tries all.
     *
     * @param seeds how many for each bug
     * @param seed the first; the others follow it
     * @param threads workers
     * @param progress is told each outcome, in the order of the list
     */
    public static Result run(List<PlantedBug> bugs, int seeds, long seed, int threads, Consumer<Outcome> progress) {
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<Outcome>> held = PlantedBugs.CARELESS.stream()
                    .map(each -> workers.submit(() -> tried(each, 1, seed, HELD_STRIDES))).toList();
            List<Future<Outcome>> tried = bugs.stream()
                    .map(each -> workers.submit(() -> tried(each, seeds, seed, MOST_STRIDES))).toList();
            return new Result(outcomes(tried, progress), outcomes(held, careless -> {}));
        }
    }

    private static List<Outcome> outcomes(List<Future<Outcome>> tried, Consumer<Outcome> progress) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> each : tried) {
            try {
                outcomes.add(each.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
            progress.accept(outcomes.getLast());
        }
        return outcomes;
    }

    static Outcome tried(PlantedBug bug, int seeds, long seed, long most) {
        BiFunction<Long, Long, Map.Entry<Long, String>> trial = PlantedCode.trial(bug);
        long strides = 0;
        String seen = "";
        for (int i = 0; i < seeds; i++) {
            Map.Entry<Long, String> outcome = trial.apply(seed + i, most);
            strides += outcome.getKey();
            if (outcome.getValue().isEmpty()) {
                return new Outcome(bug.name(), false, strides / (i + 1), "nothing, with seed " + (seed + i));
            }
            seen = i == 0 ? outcome.getValue() : seen;
        }
        return new Outcome(bug.name(), true, strides / seeds, seen);
    }
}
