package org.footlift.sim.tune;

import org.footlift.sim.score.RunTruth;
import org.footlift.telemetry.bids.Recording;

/**
 * A recording with the truth about it.
 *
 * @param recording the recording
 * @param truth its labels, and whose it is
 */
public record LabelledRun(Recording recording, RunTruth truth) {}
