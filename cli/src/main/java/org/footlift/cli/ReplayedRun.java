package org.footlift.cli;

import org.footlift.sim.replay.ReplayResult;
import org.footlift.sim.score.RunDetections;
import org.footlift.telemetry.bids.Event;

/** A replay as the score reads it. */
final class ReplayedRun {
    /** Why there is no result at all. */
    static final String NONE_WITH_HEEL_SWITCH = "none of the recordings has a heel switch; give --sensors imu, or"
            + " recordings with one.";

    private ReplayedRun() {}

    static RunDetections detections(ReplayResult result) {
        return new RunDetections(result.rows().stream()
                .map(row -> new Event(row.onsetS(), row.durationS(), row.trialType())).toList());
    }
}
