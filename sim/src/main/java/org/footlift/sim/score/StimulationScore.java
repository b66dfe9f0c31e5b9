package org.footlift.sim.score;

import org.jspecify.annotations.Nullable;

/**
 * How stimulation met the swings in one set and group. Figures that do not exist are null.
 *
 * @param set the two letters of the set
 * @param group the group of the people
 * @param swings swings that were judged
 * @param coveredPct swings with a burst on from 50 ms after toe_off at the latest to 50 ms before heel_strike at the earliest, percent
 * @param missedPct swings that no burst overlaps, percent
 * @param startAfterHeelOffMsMedian burst start after heel_off, median, milliseconds
 * @param startAfterHeelOffMsP95 the same, 95th percentile
 * @param endAfterHeelStrikeMsMedian burst end after heel_strike, median, milliseconds
 * @param outsideMsPerStride stimulation outside heel_off to heel_strike plus extension, milliseconds per stride
 * @param strayBurstsPer1000Strides bursts that overlap no swing, per 1000 strides
 * @param standingBursts bursts while standing, where the set has standing
 */
public record StimulationScore(String set, String group, int swings, @Nullable Double coveredPct,
        @Nullable Double missedPct, @Nullable Double startAfterHeelOffMsMedian, @Nullable Double startAfterHeelOffMsP95,
        @Nullable Double endAfterHeelStrikeMsMedian, @Nullable Double outsideMsPerStride,
        @Nullable Double strayBurstsPer1000Strides, @Nullable Integer standingBursts) {}
