package org.footlift.cli;

import java.util.ArrayList;
import java.util.List;

import org.footlift.sim.replay.Resampling;
import org.footlift.sim.replay.Rotation;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingHeader;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** The options of how a recording is changed before the controller sees it: another sensor, put on otherwise. */
final class RecordingChange {
    @Option(names = "--rate", paramLabel = "HZ", description = "Resample the recordings to this rate first, 50 to 1000 samples per second.")
    private @Nullable Double rateHz;

    @Option(names = "--rotate", paramLabel = "SEED", description = "Rotate the sensor frame of each recording at random and withhold its axis and sign. The same seed gives the same rotations.")
    private @Nullable Long rotation;

    /** Refuses a rate that no sensor has. */
    void check() {
        if (rateHz != null && !(rateHz >= RecordingHeader.MIN_RATE_HZ && rateHz <= RecordingHeader.MAX_RATE_HZ)) {
            throw new Refusal("--rate " + rateHz + " is not a rate of a sensor: give " + RecordingHeader.MIN_RATE_HZ
                    + " to " + RecordingHeader.MAX_RATE_HZ + " samples per second.");
        }
    }

    /** The recording as the controller shall see it. */
    Recording applied(Recording recording) {
        Recording rotated = rotation == null ? recording : Rotation.of(recording, rotation);
        return rateHz == null ? rotated : Resampling.to(rotated, rateHz);
    }

    /** What was changed, in words; nothing when nothing was. */
    List<String> facts() {
        List<String> facts = new ArrayList<>();
        if (rotation != null) {
            facts.add("sensor frames rotated with seed " + rotation);
        }
        if (rateHz != null) {
            facts.add("resampled to " + rateHz + " Hz");
        }
        return facts;
    }

    boolean rateGiven() {
        return rateHz != null;
    }

    boolean rotationGiven() {
        return rotation != null;
    }
}
