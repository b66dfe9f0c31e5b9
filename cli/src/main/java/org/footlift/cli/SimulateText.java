package org.footlift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.footlift.sim.scenario.ScenarioResult;

/** The result of a scenario for a person. */
final class SimulateText {
    private static final int SHOWN = 10;

    private SimulateText() {}

    static String of(ScenarioResult r) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s, seed %d, %s wearer, sensors %s: %.0f s, %.0f s of them not walking",
                r.scenario(), r.seed(), r.wearer(), r.sensors(), r.durationS(), r.notWalkingS()));
        lines.add(
                String.format(Locale.ROOT, "  %d strides; of %d swings %d covered, %d missed", r.strides(), r.swings(),
                        r.covered(), r.missed()));
        lines.add(String.format(Locale.ROOT, "  %d bursts, %d outside swings, %d while not walking%s", r.bursts(),
                r.strayBursts(), r.notWalkingBursts().size(), counts(r.notWalkingBurstsDuring())));
        r.notWalkingBursts().stream().limit(SHOWN).forEach(burst -> lines.add(String.format(Locale.ROOT,
                "    at %.3f s for %.3f s, %s, by %s", burst.startS(), burst.durationS(), burst.during(),
                burst.source())));
        if (r.notWalkingBursts().size() > SHOWN) {
            lines.add("    and " + (r.notWalkingBursts().size() - SHOWN) + " more; --json has them all");
        }
        lines.add("  " + (r.faults().isEmpty() ? "no fault named" : "faults named" + counts(r.faults()))
                + (r.starts() > 1 ? "; Start pressed again " + (r.starts() - 1) + " times after a latched stop" : "")
                + (r.violations() > 0 ? "; THE MONITOR OBJECTS to " + r.violations() + " pulses" : ""));
        ScenarioResult.SensorFaultResult fault = r.sensorFault();
        if (fault != null) {
            lines.add(ofFault(r, fault));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String ofFault(ScenarioResult r, ScenarioResult.SensorFaultResult fault) {
        String named = fault.namedAs() == null
                ? "never named"
                : String.format(Locale.ROOT, "named %s %.2f s and %d strides after the first wrong reading",
                        fault.namedAs(), fault.namedAfterS(), fault.namedAfterStrides());
        double dropPercent = r.swings() == 0 ? 0 : 100.0 * (fault.coveredWithout() - r.covered()) / r.swings();
        return String.format(Locale.ROOT,
                "  sensor fault from %.2f s on: %s; covered without it %d, so %.2f %% of swings fewer", fault.onsetS(),
                named, fault.coveredWithout(), dropPercent);
    }

    private static String counts(Map<String, Long> counted) {
        return counted.isEmpty()
                ? ""
                : counted.entrySet().stream().sorted(Map.Entry.comparingByKey())
                        .map(each -> each.getKey() + " " + each.getValue())
                        .collect(Collectors.joining(", ", " (", ")"));
    }
}
