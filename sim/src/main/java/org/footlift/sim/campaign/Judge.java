package org.footlift.sim.campaign;

import org.footlift.config.Settings;
import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.jspecify.annotations.Nullable;

/**
 * Checks every tick of a walk against the invariants, by what went in and what came out. Knows nothing of how the controller decides. Keeps the
 * first breach. One thread; allocates nothing while nothing is wrong.
 */
final class Judge {
    private final Facts facts = new Facts();
    private final PulseWatch pulses = new PulseWatch(this);
    private final StopWatch stops = new StopWatch(this);
    private final ModeWatch modes = new ModeWatch(this);
    private final RiseWatch rise = new RiseWatch(this);
    private final LevelWatch level = new LevelWatch(this);
    private @Nullable Breach breach;
    private long walkMs;
    private long tick;

    /** A new controller goes by these settings: after power-up, a crash, or a profile that was loaded. */
    void begins(Settings settings) {
        facts.begins(settings);
        pulses.begins(settings);
        stops.begins(settings);
        modes.begins(settings);
        rise.begins(settings);
        level.begins(settings);
    }

    /**
     * One tick.
     *
     * @param deviceNs time as it passes for stimulator and wearer
     */
    void tick(TickInput in, TickOutput out, long deviceNs, long walkMs) {
        this.walkMs = walkMs;
        tick = in.tick;
        facts.take(in, out, deviceNs);
        pulses.tick(facts, in, out);
        stops.tick(facts, in, out);
        modes.tick(facts, in, out);
        rise.tick(facts, out);
        level.tick(facts, in, out);
        facts.remember(in, out);
    }

    /** Notes a breach, unless there is one already. */
    void broken(Invariant invariant, String what) {
        if (breach == null) {
            breach = new Breach(invariant, walkMs, tick, what);
        }
    }

    @Nullable
    Breach breach() {
        return breach;
    }

    StopWatch stops() {
        return stops;
    }

    ModeWatch modes() {
        return modes;
    }

    static boolean anyPulse(TickOutput out) {
        for (PulseCommand pulse : out.pulses) {
            if (pulse.isPulse()) {
                return true;
            }
        }
        return false;
    }
}
