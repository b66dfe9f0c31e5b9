package org.footlift.sim.stimulator;

/**
 * What must be known of a channel to judge its pulses.
 *
 * @param periodNs the usual spacing of pulses, nanoseconds; pulses closer than two periods, or 100 ms, belong to one burst
 * @param padAreaMm2 declared contact area of the smaller pad, square millimetres
 */
public record OutputDeclaration(long periodNs, int padAreaMm2) {
    /** 40 Hz through 5 × 5 cm pads. */
    public static final OutputDeclaration DEFAULT = new OutputDeclaration(25_000_000, 2_500);

    /** Checks itself. */
    public OutputDeclaration {
        if (periodNs <= 0 || padAreaMm2 <= 0) {
            throw new IllegalArgumentException(
                    "pulse period " + periodNs + " ns and pad area " + padAreaMm2 + " mm² must both be above 0");
        }
    }
}
