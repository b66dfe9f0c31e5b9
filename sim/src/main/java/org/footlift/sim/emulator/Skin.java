package org.footlift.sim.emulator;

import org.footlift.hal.PulseCommand;

/** Where an emulated stimulator's pulses would arrive. */
@FunctionalInterface
public interface Skin {
    /** One pulse of the device's channel {@code channel} (0-based) at {@code timeNs}. The pulse is reused after the call. */
    void pulse(int channel, long timeNs, PulseCommand pulse);
}
