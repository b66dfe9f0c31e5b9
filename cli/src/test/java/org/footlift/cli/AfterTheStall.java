package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Path;

import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler;
import org.footlift.telemetry.session.SessionReader;

/** What a session says of the ticks from the first LOOP_STALLED on. */
final class AfterTheStall implements TickHandler {
    /** A soft stop lets a burst go on for at most 500 ms and fall for at most 300 ms. */
    private static final long SOFT_STOP_NS = 800_000_000L;

    private long sinceNs = Long.MIN_VALUE;
    private int awake;
    private int pulsesAfterTheRamp;

    static AfterTheStall in(Path session) throws IOException {
        AfterTheStall ticks = new AfterTheStall();
        SessionReader.open(session).read(ticks);
        return ticks;
    }

    boolean stalled() {
        return sinceNs != Long.MIN_VALUE;
    }

    int awake() {
        return awake;
    }

    int pulsesAfterTheRamp() {
        return pulsesAfterTheRamp;
    }

    @Override
    public void onTick(TickInput in, TickOutput out) {
        if (!stalled() && Fault.LOOP_STALLED.in(out.faults)) {
            sinceNs = in.timeNs;
        }
        if (!stalled()) {
            return;
        }
        awake += out.mode == Mode.LATCHED ? 0 : 1;
        for (PulseCommand pulse : out.pulses) {
            pulsesAfterTheRamp += pulse.isPulse() && in.timeNs - sinceNs > SOFT_STOP_NS ? 1 : 0;
        }
    }

    @Override
    public void onSettings(SettingsInForce settings) {
        // the stall has nothing to do with them
    }

    @Override
    public void onGap(Gap gap) {
        // a recorder that was stopped too may have missed ticks
    }
}
