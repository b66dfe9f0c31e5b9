package org.footlift.hal.stimulator;

import java.util.List;
import org.footlift.hal.PulseCommand;

/**
 * What one channel of a device with trains of its own should repeat, and until when. Each pulse of the controller renews the lease for one and a
 * half periods; after that the train must stop, as if the controller had a train of its own.
 */
final class TrainLease {
    private final PulseCommand wanted = new PulseCommand();
    private final long periodNs;
    private long untilNs = Long.MIN_VALUE;

    TrainLease(long periodNs) {
        this.periodNs = periodNs;
    }

    /** Leases of as many channels as there are periods, nanoseconds. */
    static TrainLease[] of(List<Long> periodsNs) {
        return periodsNs.stream().map(TrainLease::new).toArray(TrainLease[]::new);
    }

    long periodNs() {
        return periodNs;
    }

    /** The controller asked for one more pulse. */
    void renew(PulseCommand pulse, long nowNs) {
        wanted.copyFrom(pulse);
        untilNs = nowNs + periodNs + periodNs / 2;
    }

    /** The controller wants silence. */
    void end() {
        untilNs = Long.MIN_VALUE;
    }

    /** True while a train should run. */
    boolean on(long nowNs) {
        return nowNs < untilNs;
    }

    /** What it should repeat. */
    PulseCommand wanted() {
        return wanted;
    }
}
