package org.footlift.sim.campaign;

import org.footlift.config.Settings;
import org.footlift.hal.Stimulator;
import org.footlift.telemetry.TickOutput;

/** I6 between settings: from nothing at power-up and after a hard stop, 2 mA in every second of a mode that stimulates, no further than setting and level. */
final class RiseWatch {
    private static final double MA_PER_S = 2;
    /** A stall earns no more than this, seconds. */
    private static final double MOST_AT_ONCE_S = 0.1;
    private static final double HAIR_MA = 0.001;

    private final Judge judge;
    private Settings settings = Settings.DEFAULT;
    private final double[] reachedMa = new double[Stimulator.MAX_CHANNELS];

    RiseWatch(Judge judge) {
        this.judge = judge;
    }

    void begins(Settings now) {
        settings = now;
        reset();
    }

    private void reset() {
        for (int c = 0; c < reachedMa.length; c++) {
            reachedMa[c] = 0;
        }
    }

    void tick(Facts facts, TickOutput out) {
        if (facts.hardCause) {
            reset();
        }
        double earnedMa = Facts.stimulates(out.mode)
                ? MA_PER_S * StrictMath.min(facts.controllerElapsedNs / 1e9, MOST_AT_ONCE_S)
                : 0;
        for (int c = 0; c < reachedMa.length; c++) {
            double targetMa = settings.stimulation().channel(c).amplitudeUa() / 1e3 * out.levelPct / 100;
            reachedMa[c] = StrictMath.min(reachedMa[c] + earnedMa, targetMa);
            if (out.pulses[c].isPulse() && out.pulses[c].amplitudeUa / 1e3 > reachedMa[c] + HAIR_MA) {
                judge.broken(Invariant.RISE, "channel " + (c + 1) + " gives " + out.pulses[c].amplitudeUa
                        + " µA, and has risen to " + reachedMa[c] + " mA");
            }
        }
    }
}
