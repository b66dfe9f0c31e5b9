package org.footlift.sim.campaign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongConsumer;
import org.footlift.sim.tape.Tapes;
import org.footlift.sim.wearer.Dice;

/**
 * A campaign: so many strides in walks of {@value #STRIDES} each. Each walk has a seed of its own, drawn from the campaign's; walks share nothing,
 * so the number of threads changes the time and nothing else.
 */
public final class Campaign {
    /** Strides of a walk. */
    public static final int STRIDES = 100;

    private static final int SHRUNK = 3;
    private static final int BATCH = 64;
    private static final int PAIR_MS = 2_000;

    private final long seed;
    private final Set<IncidentKind> faults;
    private final List<Failure> failures = new ArrayList<>();
    private final Set<IncidentKind> kinds = EnumSet.noneOf(IncidentKind.class);
    private final BitSet pairs = new BitSet();
    private long strides;
    private int walks;
    private long ticks;
    private long pulses;
    private int violations;
    private int hardStopMaxTicks;
    private int softStopMaxMs;
    private int softFallMaxMs;
    private int needlessStops;
    private int recoveryMaxStrides;
    private int recoveries;
    private long traceHash;

    /** A walk that is being walked, or has been. */
    private record Walked(WalkPlan plan, Future<WalkResult> result) {}

    private Campaign(long seed, Set<IncidentKind> faults) {
        this.seed = seed;
        this.faults = Set.copyOf(faults);
    }

    /**
     * Runs one, to the end or to the end of the batch in which an invariant did not hold.
     *
     * @param strides at least so many
     * @param faults kinds that may happen; none for a campaign that looks for needless stops
     * @param threads workers
     * @param progress is told the strides walked so far
     */
    public static CampaignResult run(long strides, Set<IncidentKind> faults, long seed, int threads,
            LongConsumer progress) {
        Tapes.all();
        Campaign campaign = new Campaign(seed, faults);
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            campaign.walk(strides, workers, progress);
        }
        return campaign.result();
    }

    private void walk(long wanted, ExecutorService workers, LongConsumer progress) {
        Dice seeds = new Dice(seed);
        List<Walked> ahead = start(seeds, workers, wanted);
        while (!ahead.isEmpty()) {
            // The next batch runs while this one is counted; an order of their own keeps the result the same.
            List<Walked> next = start(seeds, workers, wanted - strides - (long) ahead.size() * STRIDES);
            for (Walked walked : ahead) {
                if (strides < wanted) {
                    count(walked.plan(), result(walked));
                }
                progress.accept(strides);
            }
            if (violations > 0) {
                next.forEach(each -> each.result().cancel(false));
                return;
            }
            ahead = next.isEmpty() ? start(seeds, workers, wanted - strides) : next;
        }
    }

    /** Begins walks for so many strides more, no more than a batch and none when nothing is missing. */
    private List<Walked> start(Dice seeds, ExecutorService workers, long missing) {
        List<Walked> batch = new ArrayList<>();
        for (int i = 0; i < BATCH && (long) i * STRIDES < missing; i++) {
            WalkPlan plan = WalkPlan.draw(seeds.oneOf(0, Integer.MAX_VALUE - 1), STRIDES, faults);
            batch.add(new Walked(plan, workers.submit(() -> WalkTrial.of(plan))));
        }
        return batch;
    }

    private static WalkResult result(Walked walked) {
        try {
            return walked.result().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the campaign itself failed in walk " + walked.plan().seed(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void count(WalkPlan plan, WalkResult walk) {
        strides += walk.strides();
        walks++;
        ticks += walk.ticks();
        pulses += walk.pulses();
        hardStopMaxTicks = StrictMath.max(hardStopMaxTicks, walk.hardStopMaxTicks());
        softStopMaxMs = StrictMath.max(softStopMaxMs, walk.softStopMaxMs());
        softFallMaxMs = StrictMath.max(softFallMaxMs, walk.softFallMaxMs());
        needlessStops += plan.hasFaults() ? 0 : walk.stops();
        recoveryMaxStrides = StrictMath.max(recoveryMaxStrides, walk.recoveryStrides());
        recoveries += walk.recoveryStrides() >= 0 ? 1 : 0;
        traceHash = traceHash * 31 + walk.hash();
        countKinds(plan);
        Breach breach = walk.breach();
        if (breach != null) {
            violations++;
            if (failures.size() < SHRUNK) {
                failures.add(WalkTrial.shrunk(plan, breach));
            }
        }
    }

    private void countKinds(WalkPlan plan) {
        List<Incident> incidents = plan.incidents().stream()
                .filter(each -> each.kind().group() != IncidentKind.Group.ORDINARY).toList();
        for (int i = 0; i < incidents.size(); i++) {
            Incident first = incidents.get(i);
            kinds.add(first.kind());
            for (int j = i + 1; j < incidents.size() && incidents.get(j).atMs() - first.untilMs() < PAIR_MS; j++) {
                int one = first.kind().ordinal();
                int other = incidents.get(j).kind().ordinal();
                if (one != other) {
                    pairs.set(StrictMath.min(one, other) * IncidentKind.values().length + StrictMath.max(one, other));
                }
            }
        }
    }

    private CampaignResult result() {
        return new CampaignResult(seed, strides, walks, ticks, pulses, violations, kinds.size(), pairs.cardinality(),
                hardStopMaxTicks, softStopMaxMs, softFallMaxMs, needlessStops, recoveryMaxStrides, recoveries,
                traceHash, failures);
    }

    /**
     * Writes what the controller saw and decided from its last start to the breach, as a session that {@code replay} opens.
     *
     * @param build what the session says of its build
     * @param faults the kinds that the campaign was run with
     */
    public static void save(Failure failure, Set<IncidentKind> faults, String build, Path file) throws IOException {
        WalkPlan plan = WalkPlan.draw(failure.walkSeed(), STRIDES, faults).with(failure.needed());
        SessionOfWalk session = new SessionOfWalk(build);
        CampaignWalk.of(plan, session);
        session.write(file);
    }
}
