package org.footlift.sim.campaign;

import java.util.List;

/**
 * What came of a campaign.
 *
 * @param seed of the campaign: it and the build decide everything but the time
 * @param strides walked
 * @param walks walks
 * @param ticks ticks of the controller
 * @param pulses pulses that left
 * @param violations walks in which an invariant did not hold
 * @param faultKinds kinds of faults that happened
 * @param faultPairs pairs of kinds that happened within two seconds of each other
 * @param hardStopMaxTicks ticks from the one in which a hard cause was observable to the first without a pulse, at most
 * @param softStopMaxMs longest from a soft cause to the last pulse of its burst, milliseconds
 * @param softFallMaxMs longest fall of such a burst, milliseconds
 * @param needlessStops stops in walks without any fault
 * @param recoveryMaxStrides most strides from the wearer's restart after the last incident to the first pulse
 * @param recoveries walks in which that was seen
 * @param traceHash of everything that every tick of every walk decided
 * @param failures the first few, made small
 */
public record CampaignResult(long seed, long strides, int walks, long ticks, long pulses, int violations,
        int faultKinds,
        int faultPairs, int hardStopMaxTicks, int softStopMaxMs, int softFallMaxMs, int needlessStops,
        int recoveryMaxStrides, int recoveries, long traceHash, List<Failure> failures) {
    /** Copies its collection. */
    public CampaignResult {
        failures = List.copyOf(failures);
    }
}
