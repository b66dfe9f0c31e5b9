package org.footlift.sim.campaign;

import org.jspecify.annotations.Nullable;

/**
 * What came of one walk.
 *
 * @param strides true strides walked
 * @param ticks ticks of the controller
 * @param pulses pulses that left
 * @param hash of everything that every tick decided
 * @param breach the first invariant that did not hold, or null
 * @param hardStopMaxTicks ticks from the one in which a hard cause was observable to the first without a pulse, at most
 * @param softStopMaxMs longest from a soft cause to the last pulse of its burst
 * @param softFallMaxMs longest fall of such a burst
 * @param stops latched stops that nobody asked for
 * @param recoveryStrides strides from the wearer's restart after the last incident to the first pulse; -1 when the walk was over before
 */
record WalkResult(int strides, long ticks, long pulses, long hash, @Nullable Breach breach, int hardStopMaxTicks,
        int softStopMaxMs, int softFallMaxMs, int stops, int recoveryStrides) {}
