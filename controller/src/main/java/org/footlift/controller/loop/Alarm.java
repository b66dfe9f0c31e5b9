package org.footlift.controller.loop;

import java.util.List;

import org.footlift.hal.Indicators;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.TickOutput;
import org.jspecify.annotations.Nullable;

/** What the wearer sees and hears of a tick: armed, a fault, and the tones of the most urgent fault from the moment it became the most urgent. Allocates nothing. */
final class Alarm {
    private static final long MS = 1_000_000L;

    private final List<Fault> byUrgency = Fault.byUrgency();
    private @Nullable Fault sounding;
    private long sinceNs;

    void show(long nowNs, TickOutput out, Indicators indicators) {
        Fault first = first(out.faults);
        if (first != sounding) {
            sounding = first;
            sinceNs = nowNs;
        }
        indicators.show(out.mode.stimulates(), first != null,
                first != null && first.priority().sounds((nowNs - sinceNs) / MS));
    }

    private @Nullable Fault first(int faults) {
        for (int i = 0; i < byUrgency.size(); i++) {
            Fault fault = byUrgency.get(i);
            if (fault.in(faults)) {
                return fault;
            }
        }
        return null;
    }
}
