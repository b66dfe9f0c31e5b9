package org.footlift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.footlift.sim.campaign.CampaignResult;
import org.footlift.sim.campaign.Failure;
import org.footlift.sim.campaign.Incident;
import org.footlift.sim.planted.PlantedCampaign;

/** A campaign for a person, and for a program. */
final class CampaignText {
    private CampaignText() {}

    /** A campaign as JSON prints it. */
    record Summary(long strides, int violations, long stridesPerSecond, int faultKinds, int hardStopMaxTicks,
            int softStopMaxMs, int needlessStops, long seed, int softFallMaxMs, int recoveryMaxStrides, int faultPairs,
            String traceHash, double seconds) {
        static Summary of(CampaignResult r, double seconds) {
            return new Summary(r.strides(), r.violations(), StrictMath.round(r.strides() / seconds), r.faultKinds(),
                    r.hardStopMaxTicks(), r.softStopMaxMs(), r.needlessStops(), r.seed(), r.softFallMaxMs(),
                    r.recoveryMaxStrides(), r.faultPairs(), Long.toHexString(r.traceHash()), seconds);
        }
    }

    /** The planted bugs as JSON prints them. */
    record Planted(int planted, int caught, long seed) {}

    static String of(CampaignResult r, double seconds, List<String> saved, String again) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%d strides in %d walks, seed %d, in %.1f s (%.0f strides/s)", r.strides(),
                r.walks(), r.seed(), seconds, r.strides() / seconds));
        lines.add(String.format(Locale.ROOT, "  %d kinds of faults, %d pairs of kinds; %d ticks, %d pulses, trace %s",
                r.faultKinds(), r.faultPairs(), r.ticks(), r.pulses(), Long.toHexString(r.traceHash())));
        lines.add(String.format(Locale.ROOT,
                "  hard stop: last pulse %d ticks after the cause; soft stop: last pulse %d ms after, fall %d ms",
                r.hardStopMaxTicks(), r.softStopMaxMs(), r.softFallMaxMs()));
        lines.add(String.format(Locale.ROOT, "  back after the faults within %d strides, in %d of %d walks",
                r.recoveryMaxStrides(), r.recoveries(), r.walks()));
        lines.add("  needless stops: " + r.needlessStops());
        lines.add("  walks in which an invariant did not hold: " + r.violations());
        for (int i = 0; i < r.failures().size(); i++) {
            addFailure(r.failures().get(i), saved.get(i), lines);
        }
        if (r.violations() > 0) {
            lines.add("Again with: " + again);
        }
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static void addFailure(Failure failure, String saved, List<String> lines) {
        lines.add("VIOLATED " + failure.breach());
        lines.add("  walk " + failure.walkSeed() + ", profile " + failure.outfit() + "; of " + failure.drawn()
                + " incidents " + failure.needed().size() + " are needed:");
        for (Incident incident : failure.needed()) {
            lines.add("    " + incident);
        }
        lines.add("  " + saved);
    }

    static String of(PlantedCampaign.Outcome outcome) {
        return String.format(Locale.ROOT, "%-6s %7d strides  %s%n                         %s",
                outcome.caught() ? "caught" : "MISSED", outcome.meanStrides(), outcome.name(), outcome.seen());
    }

    static String of(PlantedCampaign.Result result, double seconds, long seed) {
        List<String> lines = new ArrayList<>();
        for (PlantedCampaign.Outcome held : result.held()) {
            lines.add(held.name() + " alone: " + (held.caught() ? "NOT HELD: " + held.seen() : "held"));
        }
        lines.add(String.format(Locale.ROOT, "%d of %d planted bugs caught, seed %d, in %.0f s", result.caught(),
                result.bugs().size(), seed, seconds));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }
}
