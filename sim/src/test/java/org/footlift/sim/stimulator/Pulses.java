package org.footlift.sim.stimulator;

import org.footlift.hal.PulseCommand;

/** Pulses for tests. */
final class Pulses {
    private Pulses() {}

    /** A symmetric pulse that never expires. */
    static PulseCommand of(int amplitudeUa, int widthUs) {
        return of(amplitudeUa, widthUs, amplitudeUa, widthUs);
    }

    /** A pulse that never expires. */
    static PulseCommand of(int amplitudeUa, int widthUs, int recoveryUa, int recoveryUs) {
        PulseCommand pulse = new PulseCommand();
        pulse.amplitudeUa = amplitudeUa;
        pulse.pulseWidthUs = widthUs;
        pulse.recoveryAmplitudeUa = recoveryUa;
        pulse.recoveryWidthUs = recoveryUs;
        pulse.expiresNs = Long.MAX_VALUE;
        return pulse;
    }
}
