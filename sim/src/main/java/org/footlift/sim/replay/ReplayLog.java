package org.footlift.sim.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** Turns ticks into rows. A burst is a series of pulses with gaps shorter than two periods; it lasts one period beyond its last pulse. */
final class ReplayLog {
    /** Divided by, not multiplied with its inverse: 150 ms is then written as 0.15. */
    private static final double NS_PER_S = 1e9;
    private static final long NONE = Long.MIN_VALUE;

    private final List<ReplayRow> rows = new ArrayList<>();
    private final long pulsePeriodNs;
    private final long[] faultSinceNs = new long[Fault.values().length];
    private int faults;
    private long burstFromNs = NONE;
    private long lastPulseNs;
    private long lastTickNs;

    ReplayLog(long pulsePeriodNs) {
        this.pulsePeriodNs = pulsePeriodNs;
    }

    void add(TickInput in, TickOutput out) {
        lastTickNs = in.timeNs;
        for (GaitEvent event : GaitEvent.values()) {
            if (event.in(out.events)) {
                rows.add(new ReplayRow(out.eventTimeNs[event.ordinal()] / NS_PER_S, 0, event.trialType(),
                        out.source.name().toLowerCase(Locale.ROOT)));
            }
        }
        addPulses(in, out);
        addFaults(in.timeNs, out.faults);
    }

    private void addPulses(TickInput in, TickOutput out) {
        boolean pulsed = false;
        for (PulseCommand pulse : out.pulses) {
            pulsed |= pulse.isPulse();
        }
        if (!pulsed) {
            return;
        }
        if (burstFromNs != NONE && in.timeNs - lastPulseNs >= 2 * pulsePeriodNs) {
            endBurst();
        }
        if (burstFromNs == NONE) {
            burstFromNs = in.timeNs;
        }
        lastPulseNs = in.timeNs;
    }

    private void endBurst() {
        rows.add(new ReplayRow(burstFromNs / NS_PER_S, (lastPulseNs - burstFromNs + pulsePeriodNs) / NS_PER_S,
                ReplayRow.STIMULATION, "burst"));
        burstFromNs = NONE;
    }

    private void addFaults(long nowNs, int now) {
        for (Fault fault : Fault.values()) {
            if (fault.in(now) && !fault.in(faults)) {
                faultSinceNs[fault.ordinal()] = nowNs;
            } else if (!fault.in(now) && fault.in(faults)) {
                endFault(fault, nowNs);
            }
        }
        faults = now;
    }

    private void endFault(Fault fault, long nowNs) {
        long sinceNs = faultSinceNs[fault.ordinal()];
        rows.add(new ReplayRow(sinceNs / NS_PER_S, (nowNs - sinceNs) / NS_PER_S, ReplayRow.FAULT,
                fault.name().toLowerCase(Locale.ROOT)));
    }

    /** Everything, by onset; what is still on ends with the last tick. */
    List<ReplayRow> finish() {
        if (burstFromNs != NONE) {
            endBurst();
        }
        for (Fault fault : Fault.values()) {
            if (fault.in(faults)) {
                endFault(fault, lastTickNs);
            }
        }
        rows.sort(Comparator.comparingDouble(ReplayRow::onsetS));
        return rows;
    }
}
