package org.footlift.telemetry;

import org.footlift.hal.PanelState;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.StimulatorStatus;

/**
 * Everything one tick may know of the world. Filled by the loop, read by the controller, recorded, and replayed from the recording.
 * Mutable and reused; used by one thread at a time; allocates nothing after construction.
 */
public final class TickInput {
    /** Number of this tick, counting every period since the loop began, skipped ones included. */
    public long tick;
    /** The only time the core ever sees, nanoseconds on the process clock. */
    public long timeNs;
    /** How much later than its deadline this tick began, nanoseconds, 0 or more. */
    public long lateNs;
    /** Whole periods skipped since the previous tick. */
    public int skippedPeriods;
    /** Every sensor reading since the previous tick. */
    public final SensorFrame sensors = new SensorFrame();
    /** What the stimulator last said. */
    public final StimulatorStatus stimulator = new StimulatorStatus();
    /** The wearer's buttons. */
    public final PanelState panel = new PanelState();
    /** Stop, at once. A word of its own that no queue can delay. */
    public boolean stop;
    /** At most one request. */
    public Request request = Request.NONE;
}
