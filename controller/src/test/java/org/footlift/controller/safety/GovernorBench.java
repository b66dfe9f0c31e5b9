package org.footlift.controller.safety;

import org.footlift.controller.Profile;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;

/** A governor and the ticks that lead up to the one a test is about. */
final class GovernorBench {
    static final long MS = 1_000_000L;

    final SafetyGovernor governor;
    final StimulatorStatus status = new StimulatorStatus();
    final PulseCommand command = new PulseCommand();
    final long tickNs;
    long tick;
    long nowNs;
    Mode mode = Mode.WALK;
    boolean stance;
    /** Whether the planner's burst is on, as the governor is told. */
    boolean wanted;
    boolean permitted = true;
    int levelPct = 100;
    int reasons;

    GovernorBench(Profile.Parts parts) {
        governor = new SafetyGovernor(parts.loop(), parts.stimulation(), parts.refractoryMs(), parts.limits());
        tickNs = parts.loop().periodNs();
        status.condition = StimulatorStatus.Condition.READY;
        status.maxAmplitudeUa = Integer.MAX_VALUE;
        status.maxPulseWidthUs = Integer.MAX_VALUE;
    }

    /** Stands for a minute: a stance was seen, and the setting has had time to rise to any amplitude. */
    GovernorBench ramped() {
        stance = true;
        idle(60_000);
        stance = false;
        return this;
    }

    /** Asks for nothing for {@code ms}. */
    void idle(long ms) {
        for (long end = nowNs + ms * MS; nowNs < end;) {
            ask(0, 0);
        }
    }

    /** One tick that asks for a pulse on channel 0; the amplitude that was given. */
    int ask(int amplitudeUa, int widthUs) {
        return ask(0, amplitudeUa, widthUs);
    }

    int ask(int channel, int amplitudeUa, int widthUs) {
        tick++;
        nowNs += tickNs;
        governor.beginTick(mode, stance, wanted, levelPct, nowNs);
        return askAgain(channel, amplitudeUa, widthUs);
    }

    /** A further channel in the same tick. */
    int askAgain(int channel, int amplitudeUa, int widthUs) {
        command.amplitudeUa = amplitudeUa;
        command.pulseWidthUs = widthUs;
        governor.govern(channel, command, permitted, mode, status, tick, nowNs);
        reasons = governor.reasons();
        return command.amplitudeUa;
    }

    /** A train, pulses {@code periodMs} apart; what the last one was given, with its reasons. */
    int train(int pulses, int periodMs, int amplitudeUa, int widthUs) {
        int given = ask(amplitudeUa, widthUs);
        for (int i = 1; i < pulses; i++) {
            idle(periodMs - tickNs / MS);
            given = ask(amplitudeUa, widthUs);
        }
        return given;
    }

    boolean because(Limit limit) {
        return reasons == limit.bit();
    }
}
