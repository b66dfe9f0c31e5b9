package org.footlift.sim.scenario;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came of one scenario. Swings and their coverage are those of {@link org.footlift.sim.stimulator.SwingCoverage}.
 *
 * @param scenario its name
 * @param seed of everything random
 * @param sensors which sensors decided
 * @param wearer who walked
 * @param durationS virtual seconds
 * @param notWalkingS seconds of them outside walks
 * @param strides true heel strikes
 * @param swings true swings judged
 * @param covered swings stimulated throughout
 * @param missed swings without any stimulation
 * @param bursts bursts of stimulation
 * @param strayBursts bursts that overlap no true swing, those while not walking included
 * @param notWalkingBursts stray bursts that began while the wearer did not walk
 * @param notWalkingBurstsDuring how many of them during what
 * @param starts how often Start was pressed: once, and again two seconds after every latched stop
 * @param violations what the independent monitor of pulses objected to
 * @param faults every fault that the controller named, with how often
 * @param sensorFault what went wrong on purpose; null when nothing did
 */
public record ScenarioResult(String scenario, long seed, String sensors, String wearer, double durationS,
        double notWalkingS, long strides, long swings, long covered, long missed, long bursts, long strayBursts,
        List<StrayBurst> notWalkingBursts, Map<String, Long> notWalkingBurstsDuring, int starts, int violations,
        Map<String, Long> faults, @Nullable SensorFaultResult sensorFault) {

    /** Copies its collections; maps in order of their keys, so that the same run prints the same. */
    public ScenarioResult {
        notWalkingBursts = List.copyOf(notWalkingBursts);
        notWalkingBurstsDuring = Collections.unmodifiableMap(new TreeMap<>(notWalkingBurstsDuring));
        faults = Collections.unmodifiableMap(new TreeMap<>(faults));
    }

    /**
     * A burst for nothing.
     *
     * @param startS when, seconds since the wearer appeared
     * @param durationS how long, seconds
     * @param during what the wearer did
     * @param source the sensor that was believed
     */
    public record StrayBurst(double startS, double durationS, String during, String source) {}

    /**
     * A fault made on purpose and how it was met.
     *
     * @param onsetS from when on the sensor was bad, seconds
     * @param firstWrongS when a reading was first wrong or missing, seconds; null when none ever was
     * @param namedAs the first fault of that sensor that the controller named from then on; null when it named none
     * @param namedAfterS how long after the first wrong reading, seconds
     * @param namedAfterStrides how many heel strikes after it, 0 for none in between
     * @param coveredWithout swings covered on the same walk without the fault
     */
    public record SensorFaultResult(double onsetS, @Nullable Double firstWrongS, @Nullable String namedAs,
            @Nullable Double namedAfterS, @Nullable Integer namedAfterStrides, long coveredWithout) {}
}
