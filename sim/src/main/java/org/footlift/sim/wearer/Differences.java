package org.footlift.sim.wearer;

/** Central differences over two steps of the wearer. */
final class Differences {
    private static final double STEP_S = VirtualWearer.STEP_NS * 1e-9;

    private Differences() {}

    static double rate(double before, double after) {
        return (after - before) / (2 * STEP_S);
    }

    static double acceleration(double before, double now, double after) {
        return (after - 2 * now + before) / (STEP_S * STEP_S);
    }
}
