package org.footlift.controller.gait;

/** Where an edge of the switch usually lies beside an event of the IMU, and how far it strays. Allocates nothing after construction. */
final class UsualOffset {
    /** Both sensors have their own jitter of some 20 ms; less than this is never far off, milliseconds. */
    private static final double LEAST_MS = 100;
    /** Further than so many times the usual straying is far off: who walks irregularly is allowed more. */
    private static final double TIMES = 4;
    /** A mean over about the last four strides, as elsewhere. */
    private static final double WEIGHT = 0.25;

    private final RunningScale strayMs = new RunningScale(LEAST_MS / TIMES, 0, 500);
    private double meanMs;
    private boolean known;

    /** Takes the offset of one stride, milliseconds; false when it is far off. What is far off counts as just within. */
    boolean accept(double ms) {
        if (!known) {
            meanMs = ms;
            known = true;
        }
        double off = ms - meanMs;
        double boundMs = Math.max(LEAST_MS, TIMES * strayMs.usual());
        double within = Math.max(-boundMs, Math.min(boundMs, off));
        meanMs += WEIGHT * within;
        strayMs.add(Math.abs(within));
        return Math.abs(off) <= boundMs;
    }
}
