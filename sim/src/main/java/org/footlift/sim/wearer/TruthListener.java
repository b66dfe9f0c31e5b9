package org.footlift.sim.wearer;

import org.footlift.telemetry.GaitEvent;

/** Hears what the leg truly did, in order of time. */
@FunctionalInterface
public interface TruthListener {
    /** {@code event} happened at {@code timeNs}, nanoseconds since the wearer appeared. */
    void happened(GaitEvent event, long timeNs);
}
