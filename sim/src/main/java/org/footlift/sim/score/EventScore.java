package org.footlift.sim.score;

import org.jspecify.annotations.Nullable;

/**
 * How well one kind of event was detected in one set and group. Figures that do not exist are null: all of them when the sensor cannot
 * give this event, the errors when nothing matched.
 *
 * @param set the two letters of the set
 * @param group the group of the people
 * @param event the kind, as in events files
 * @param reference labels
 * @param detected detections
 * @param recall share of labels that were detected, 0 to 1
 * @param precision share of detections that were labels, 0 to 1
 * @param f1 harmonic mean of the two, 0 to 1
 * @param f1p the same without labels that contradict each other
 * @param maeMs mean absolute error after the offset is removed, of labels that do not contradict each other, milliseconds
 * @param p95Ms 95th percentile of the same, milliseconds
 * @param offsetMs median over runs of the constant offset to the labels, milliseconds, late is positive
 * @param lagMs median over runs of the offset beyond that of heel_strike, milliseconds: latency
 */
public record EventScore(String set, String group, String event, int reference, int detected, @Nullable Double recall,
        @Nullable Double precision, @Nullable Double f1, @Nullable Double f1p, @Nullable Double maeMs,
        @Nullable Double p95Ms, @Nullable Double offsetMs, @Nullable Double lagMs) {}
