package org.footlift.sim.stimulator;

import java.util.List;
import org.footlift.hal.Clock;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus;

/**
 * A stimulator that gives no current: it counts, groups pulses into bursts and shows each to a {@link PulseMonitor}. Every pulse leaves at
 * once, so that {@link #silence} has nothing to drop. Counts are the loop's; read them when the loop has stopped.
 */
public final class VirtualStimulator implements Stimulator {
    private static final int STRONGEST_UA = 100_000;
    private static final int WIDEST_US = 500;

    private final Clock clock;
    private final List<BurstLog> bursts;
    private final PulseMonitor monitor;
    private volatile StimulatorStatus.Condition condition = StimulatorStatus.Condition.READY;
    private volatile boolean closed;
    private volatile long silences;
    private long dropped;

    /** A stimulator with as many channels as there are logs. */
    public VirtualStimulator(Clock clock, List<BurstLog> bursts, PulseMonitor monitor) {
        this.clock = clock;
        this.bursts = List.copyOf(bursts);
        this.monitor = monitor;
    }

    @Override
    public void pulse(int channel, PulseCommand command) {
        if (!command.isPulse()) {
            return;
        }
        long nowNs = clock.timeNs();
        if (closed || nowNs > command.expiresNs) {
            dropped++;
            return;
        }
        monitor.check(channel, nowNs, command);
        bursts.get(channel).pulse(nowNs);
    }

    @Override
    public synchronized void silence() {
        silences++;
    }

    @Override
    public void status(StimulatorStatus into) {
        into.condition = closed ? StimulatorStatus.Condition.DISCONNECTED : condition;
        into.maxAmplitudeUa = STRONGEST_UA;
        into.maxPulseWidthUs = WIDEST_US;
        if (into.condition == StimulatorStatus.Condition.READY) {
            monitor.release();
        } else {
            monitor.stop(); // whoever has read this may not pulse
        }
    }

    @Override
    public void close() {
        silence();
        closed = true;
    }

    /** Makes the device report {@code condition} from now on. */
    public void report(StimulatorStatus.Condition condition) {
        this.condition = condition;
    }

    /** The bursts of one channel. */
    public BurstLog bursts(int channel) {
        return bursts.get(channel);
    }

    /** Pulses not given because they came too late or after the end. */
    public long dropped() {
        return dropped;
    }

    /** How often {@link #silence} was called. */
    public long silences() {
        return silences;
    }

    /** The monitor that sees every pulse. */
    public PulseMonitor monitor() {
        return monitor;
    }
}
