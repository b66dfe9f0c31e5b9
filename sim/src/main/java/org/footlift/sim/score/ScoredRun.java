package org.footlift.sim.score;

/**
 * One run to be scored.
 *
 * @param truth what is known about it
 * @param detections what was said about it; {@link RunDetections#NONE} when nothing was
 */
public record ScoredRun(RunTruth truth, RunDetections detections) {}
