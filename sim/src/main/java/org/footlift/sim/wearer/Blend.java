package org.footlift.sim.wearer;

/** Blends whose first and second derivatives are continuous, so that rates and accelerations show no steps. */
final class Blend {
    private Blend() {}

    /** 0 up to {@code from}, 1 from {@code to} on, the quintic smooth step between; {@code from < to}. */
    static double rise(double x, double from, double to) {
        double u = (x - from) / (to - from);
        if (u <= 0) {
            return 0;
        }
        return u >= 1 ? 1 : u * u * u * (u * (6 * u - 15) + 10);
    }

    /** 1 between {@code riseEnd} and {@code fallStart}, 0 outside {@code riseStart} to {@code fallEnd}. */
    static double window(double x, double riseStart, double riseEnd, double fallStart, double fallEnd) {
        return rise(x, riseStart, riseEnd) * (1 - rise(x, fallStart, fallEnd));
    }
}
