package org.footlift.cli;

import java.util.EnumMap;
import java.util.Map;

import org.footlift.controller.loop.TickSink;
import org.footlift.hal.PulseCommand;
import org.footlift.sim.WalkTruth;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** Counts what a run did on its way to the channel. Control thread only, except after the loop has ended. Allocates nothing. */
final class RunTally implements TickSink {
    private static final Limit[] LIMITS = Limit.values();

    private final TickSink next;
    private int strides;
    private int bursts;
    private long pulses;
    private int faults;
    private int faultsBefore;
    private final long[] limitedTicks = new long[LIMITS.length];
    private int swings;
    private int swingsStimulated;
    private boolean swinging;
    private boolean stimulated;

    RunTally(TickSink next) {
        this.next = next;
    }

    @Override
    public void publish(TickInput in, TickOutput out) {
        strides = out.strides;
        bursts = out.bursts;
        boolean pulsed = false;
        for (PulseCommand pulse : out.pulses) {
            if (pulse.isPulse()) {
                pulses++;
                pulsed = true;
            }
        }
        faults += Integer.bitCount(out.faults & ~faultsBefore);
        faultsBefore = out.faults;
        for (int i = 0; out.limits != 0 && i < LIMITS.length; i++) {
            limitedTicks[i] += LIMITS[i].in(out.limits) ? 1 : 0;
        }
        countSwings(out, pulsed);
        next.publish(in, out);
    }

    private void countSwings(TickOutput out, boolean pulsed) {
        if (GaitEvent.HEEL_OFF.in(out.events)) {
            swinging = true;
            stimulated = false;
        }
        stimulated |= pulsed;
        if (swinging && GaitEvent.HEEL_STRIKE.in(out.events)) {
            swinging = false;
            swings++;
            swingsStimulated += stimulated ? 1 : 0;
        }
    }

    int strides() {
        return strides;
    }

    int bursts() {
        return bursts;
    }

    long pulses() {
        return pulses;
    }

    /** How often a fault appeared. */
    int faults() {
        return faults;
    }

    /** Ticks in which each limit reduced or refused a pulse, or shortened a burst; those that never did are left out. */
    Map<Limit, Long> limitedTicks() {
        Map<Limit, Long> acted = new EnumMap<>(Limit.class);
        for (Limit limit : LIMITS) {
            if (limitedTicks[limit.ordinal()] > 0) {
                acted.put(limit, limitedTicks[limit.ordinal()]);
            }
        }
        return acted;
    }

    /** The walk as the detector saw it: a swing is from heel off to heel strike, and covered when a pulse left in it. */
    WalkTruth walked() {
        return new WalkTruth(strides, swings, swingsStimulated, swings - swingsStimulated);
    }
}
