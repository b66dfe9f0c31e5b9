package org.footlift.sim.campaign;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk with everything that is to be known of it, also what takes a second run: that it repeats, and that a disk that fails changes nothing. */
final class WalkTrial {
    /** One walk in so many is run twice. */
    private static final int REPEATED = 32;
    /** Of the walks with a failing disk, one in so many is run without it too. */
    private static final int WITH_DISK = 4;

    private WalkTrial() {}

    static WalkResult of(WalkPlan plan) {
        WalkResult result = CampaignWalk.of(plan);
        if (result.breach() != null) {
            return result;
        }
        if (plan.has(IncidentKind.DISK_ERROR) && StrictMath.floorMod(plan.seed(), WITH_DISK) == 0) {
            WalkResult quiet = CampaignWalk.of(plan.with(withoutDiskErrors(plan)));
            return same(result, quiet, Invariant.RECORDING, "a disk that fails changed what was decided");
        }
        if (StrictMath.floorMod(plan.seed(), REPEATED) == 0) {
            return same(result, CampaignWalk.of(plan), Invariant.REPEATABLE, "the same walk gave another trace");
        }
        return result;
    }

    /** An incident that does nothing takes the place of each, so that the walk is as long. */
    private static List<Incident> withoutDiskErrors(WalkPlan plan) {
        return plan.incidents().stream().map(each -> each.is(IncidentKind.DISK_ERROR)
                ? new Incident(IncidentKind.STOP_LOST, each.atMs(), each.forMs(), each.seed())
                : each).toList();
    }

    private static WalkResult same(WalkResult result, WalkResult again, Invariant invariant, String what) {
        if (again.hash() == result.hash() && again.ticks() == result.ticks()) {
            return result;
        }
        return new WalkResult(result.strides(), result.ticks(), result.pulses(), result.hash(),
                new Breach(invariant, 0, 0, what), result.hardStopMaxTicks(), result.softStopMaxMs(),
                result.softFallMaxMs(), result.stops(), result.recoveryStrides());
    }

    /** The smallest schedule that still breaks the same invariant. */
    static Failure shrunk(WalkPlan plan, Breach breach) {
        List<Incident> needed = Shrinker.shrink(plan.incidents(),
                fewer -> breaks(plan.with(fewer), breach.invariant()));
        Breach last = of(plan.with(needed)).breach();
        return new Failure(plan.seed(), last == null ? breach : last, plan.outfit().name(), plan.incidents().size(),
                needed);
    }

    private static boolean breaks(WalkPlan plan, Invariant invariant) {
        @Nullable
        Breach breach = of(plan).breach();
        return breach != null && breach.invariant() == invariant;
    }
}
