package org.footlift.sim.emulator;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.footlift.hal.PulseCommand;
import org.footlift.sim.stimulator.BurstLog;
import org.footlift.sim.stimulator.OutputDeclaration;
import org.footlift.sim.stimulator.PulseMonitor;

/** What an emulated device gave: every pulse counted, grouped into bursts, and judged by the independent monitor. One thread at a time. */
public final class EmulatedOutput implements Skin {
    /** Channels of the largest device. */
    private static final int CHANNELS = 8;

    private final List<BurstLog> bursts;
    private final PulseMonitor monitor;
    private long lastNs = Long.MIN_VALUE;

    /**
     * Nothing given yet.
     *
     * @param declaration what is declared of every channel
     * @param jitterNs by how much a host that means to keep a period may miss it
     */
    public EmulatedOutput(OutputDeclaration declaration, long jitterNs) {
        bursts = IntStream.range(0, CHANNELS).mapToObj(_ -> new BurstLog(declaration.periodNs())).toList();
        monitor = new PulseMonitor(Collections.nCopies(CHANNELS, declaration), PulseMonitor.Use.WALKING, jitterNs);
    }

    @Override
    public void pulse(int channel, long timeNs, PulseCommand pulse) {
        monitor.check(channel, timeNs, pulse);
        bursts.get(channel).pulse(timeNs);
        lastNs = timeNs;
    }

    /** The bursts of one channel. */
    public BurstLog bursts(int channel) {
        return bursts.get(channel);
    }

    /** Pulses of all channels. */
    public long pulses() {
        return bursts.stream().mapToLong(BurstLog::pulses).sum();
    }

    /** Time of the newest pulse, nanoseconds; {@link Long#MIN_VALUE} before the first. */
    public long lastNs() {
        return lastNs;
    }

    /** The monitor that sees every pulse. */
    public PulseMonitor monitor() {
        return monitor;
    }
}
