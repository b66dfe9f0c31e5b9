package org.footlift.sim.wearer;

/** A sine whose size is a {@link Track} and whose frequency may change while it is still. Allocates nothing. */
final class Oscillation {
    /** Peak. */
    final Track size = new Track(0);
    private double frequencyHz = 1;
    private double startS;

    /** From now on at {@code frequencyHz}, starting from its middle at {@code atS}; ask only while it is still. */
    void begin(double frequencyHz, double atS) {
        this.frequencyHz = frequencyHz;
        this.startS = atS;
    }

    /** The value at {@code timeS}. */
    double at(double timeS) {
        double peak = size.at(timeS);
        return peak == 0 ? 0 : peak * Turns.sin(frequencyHz * (timeS - startS));
    }
}
