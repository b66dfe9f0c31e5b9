package org.footlift.cli;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

import org.footlift.telemetry.Limit;

/**
 * What a run did, as {@code run --json} prints it.
 *
 * @param strides heel strikes detected
 * @param swings swings walked: the virtual wearer's own where there is one, else as detected
 * @param swingsCovered swings with stimulation: by the rule of the scores for the virtual wearer, else those with a pulse
 * @param bursts bursts begun
 * @param pulses pulses handed to the stimulator
 * @param faults times a fault appeared
 * @param ticks ticks run
 * @param lateTicks ticks that began more than a period late
 * @param tickNsP50 median cost of a tick, nanoseconds
 * @param bytesPerTick bytes allocated by the control thread per tick
 * @param limitedTicks ticks in which a limit reduced or refused a pulse, by limit; those that never did are left out
 */
record RunSummary(int strides, long swings, long swingsCovered, int bursts, long pulses, int faults, long ticks,
        long lateTicks, long tickNsP50, double bytesPerTick, Map<Limit, Long> limitedTicks) {

    /** Copies its map. */
    RunSummary {
        limitedTicks = Collections.unmodifiableMap(new EnumMap<>(limitedTicks));
    }

    /** Three lines for a person. */
    String text() {
        String steps = strides + " strides, " + swingsCovered + " of " + swings + " swings stimulated, " + bursts
                + " bursts, " + pulses + " pulses, " + (faults == 0 ? "no faults" : faults + " faults");
        String loop = ticks + " ticks, " + lateTicks + " late, median tick " + tickNsP50 + " ns, "
                + Math.round(bytesPerTick * 100) / 100.0 + " bytes allocated per tick";
        String limits = limitedTicks.isEmpty()
                ? "no pulse was limited"
                : "ticks with a limited pulse: " + limitedTicks.entrySet().stream()
                        .map(entry -> entry.getKey().label() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
        return String.join(System.lineSeparator(), steps, limits, loop);
    }
}
