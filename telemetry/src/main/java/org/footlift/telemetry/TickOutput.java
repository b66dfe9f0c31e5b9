package org.footlift.telemetry;

import org.footlift.hal.PulseCommand;
import org.footlift.hal.Stimulator;

/**
 * Everything one tick decided. A pure function of the controller's state and its {@link TickInput}. Mutable and reused; used by one
 * thread at a time; allocates nothing after construction.
 */
public final class TickOutput {
    /** The pulse to hand over now, per channel. */
    public final PulseCommand[] pulses = new PulseCommand[Stimulator.MAX_CHANNELS];
    /** True when every check of this tick passed, and the heartbeat line may toggle. */
    public boolean heartbeat;
    /** The mode in force. */
    public Mode mode = Mode.OFF;
    /** The gait phase. */
    public GaitPhase phase = GaitPhase.UNKNOWN;
    /** The sensor whose events are in force. */
    public DetectorSource source = DetectorSource.NONE;
    /** Events decided in this tick: bits of {@link GaitEvent}. */
    public int events;
    /** Time of the sample at which each event of {@link #events} was decided, by ordinal, nanoseconds; 0 where there is none. */
    public final long[] eventTimeNs = new long[GaitEvent.values().length];
    /** True while the gate believes that the wearer walks. */
    public boolean walking;
    /** Heel strikes since the controller was made. */
    public int strides;
    /** Duration of recent strides, milliseconds; 0 when not known. Cadence in steps per minute is 120 000 over it. */
    public int strideMs;
    /** How far the present stride is by the wearer's rhythm, percent from heel strike to heel strike; 0 when not known. */
    public int stridePct;
    /** How sure the rhythm is of the next toe off, percent; 0 when it is not known. */
    public int rhythmPct;
    /** The wearer's level, percent of the set amplitude. */
    public int levelPct;
    /** True from the first pulse of a burst until its end. */
    public boolean burst;
    /** Why the present walking burst began, or what it waits for. */
    public BurstStart burstStart = BurstStart.NONE;
    /** Bursts begun since the controller was made. */
    public int bursts;
    /** Why pulses were reduced or refused in this tick: bits of {@link Limit}. */
    public int limits;
    /** Faults active now, and those latched until the wearer acts: bits of {@link Fault}. */
    public int faults;

    /** All clear, off. */
    public TickOutput() {
        for (int i = 0; i < pulses.length; i++) {
            pulses[i] = new PulseCommand();
        }
    }
}
