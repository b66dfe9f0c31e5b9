package org.footlift.controller.gait;

import org.footlift.telemetry.GaitEvent;

/** The events that one detector decided in the current tick, each with the time of the deciding sample. Allocates nothing after construction. */
final class GaitEvents {
    private final long[] timeNs = new long[GaitEvent.values().length];
    private int bits;

    void clear() {
        bits = 0;
    }

    void add(GaitEvent event, long sampleTimeNs) {
        bits |= event.bit();
        timeNs[event.ordinal()] = sampleTimeNs;
    }

    boolean has(GaitEvent event) {
        return event.in(bits);
    }

    int bits() {
        return bits;
    }

    /** Time of the sample at which {@code event} was decided; meaningful only when {@link #has} it. */
    long timeNs(GaitEvent event) {
        return timeNs[event.ordinal()];
    }
}
