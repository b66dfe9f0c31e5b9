package org.footlift.cli;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.footlift.telemetry.Limit;
import org.jspecify.annotations.Nullable;

/**
 * What a run did, as {@code run --json} prints it.
 *
 * @param strides heel strikes detected
 * @param swings swings walked: the virtual wearer's own where there is one, else as detected
 * @param swingsCovered swings stimulated throughout, by the rule of the scores, for the virtual wearer; else those with a pulse
 * @param swingsMissed swings without any stimulation; the virtual wearer's others are stimulated in part
 * @param bursts bursts begun
 * @param pulses pulses handed to the stimulator
 * @param faults times a fault appeared
 * @param ticks ticks run
 * @param lateTicks ticks that began more than a period late
 * @param tickNsP50 median cost of a tick, nanoseconds; null when too few ran to measure
 * @param bytesPerTick bytes allocated by the control thread per tick; null likewise
 * @param limitedTicks ticks in which a limit reduced or refused a pulse, by limit; those that never did are left out
 */
record RunSummary(int strides, long swings, long swingsCovered, long swingsMissed, int bursts, long pulses, int faults,
        long ticks, long lateTicks, @Nullable Long tickNsP50, @Nullable Double bytesPerTick,
        Map<Limit, Long> limitedTicks) {

    /** Copies its map. */
    RunSummary {
        limitedTicks = Collections.unmodifiableMap(new EnumMap<>(limitedTicks));
    }

    /** Three lines for a person. */
    String text() {
        String steps = many(strides, "stride") + "; of " + many(swings, "swing") + " " + swingsCovered + " covered, "
                + swingsMissed + " missed; " + many(bursts, "burst") + ", " + many(pulses, "pulse") + ", "
                + (faults == 0 ? "no faults" : many(faults, "fault"));
        String loop = many(ticks, "tick") + ", " + lateTicks + " late, " + cost();
        String limits = limitedTicks.isEmpty()
                ? "no pulse was limited"
                : "ticks with a limited pulse: " + limitedTicks.entrySet().stream()
                        .map(entry -> entry.getKey().label() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return String.join(System.lineSeparator(), steps, limits, loop);
    }

    private static String many(long count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private String cost() {
        return tickNsP50 == null || bytesPerTick == null
                ? "cost of a tick not measured in so short a run"
                : "median tick " + tickNsP50 + " ns, " + Math.round(bytesPerTick * 100) / 100.0
                        + " bytes allocated per tick";
    }
}
