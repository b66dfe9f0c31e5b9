package org.footlift.sim.score;

/**
 * One run to be scored.
 *
 * @param truth what is known about it
 * @param detections what was said about it; {@link RunDetections#NONE} when nothing was
 * @param sensed false when the recording holds none of the sensors that were to decide: a group of such runs has no figures
 */
public record ScoredRun(RunTruth truth, RunDetections detections, boolean sensed) {
    /** A run whose sensors were there. */
    public ScoredRun(RunTruth truth, RunDetections detections) {
        this(truth, detections, true);
    }
}
