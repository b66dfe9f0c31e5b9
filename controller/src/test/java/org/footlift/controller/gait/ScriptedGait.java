package org.footlift.controller.gait;

import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;

/** A leg whose events are said by the test, tick by tick. Each event brings its phase. */
public final class ScriptedGait implements Gait {
    /** The sensor in force. */
    public DetectorSource source = DetectorSource.FOOT_IMU;
    /** The phase. */
    public GaitPhase phase = GaitPhase.STANCE;

    private final long[] timeNs = new long[GaitEvent.values().length];
    private int events;

    /** A new tick: no events. */
    public void clear() {
        events = 0;
    }

    /** An event in this tick. */
    public void say(GaitEvent event, long eventNs) {
        events |= event.bit();
        timeNs[event.ordinal()] = eventNs;
        phase = switch (event) {
            case HEEL_OFF -> GaitPhase.PRE_SWING;
            case TOE_OFF -> GaitPhase.SWING;
            case HEEL_STRIKE -> GaitPhase.LOADING;
            case FOOT_FLAT -> GaitPhase.STANCE;
        };
    }

    @Override
    public GaitPhase phase() {
        return source == DetectorSource.NONE ? GaitPhase.UNKNOWN : phase;
    }

    @Override
    public boolean has(GaitEvent event) {
        return event.in(events);
    }

    @Override
    public long eventTimeNs(GaitEvent event) {
        return timeNs[event.ordinal()];
    }

    @Override
    public boolean validStance() {
        return phase() == GaitPhase.STANCE;
    }

    @Override
    public DetectorSource source() {
        return source;
    }

    @Override
    public int strideMs() {
        return 1_100;
    }
}
