package org.footlift.sim.wearer;

/**
 * The phase of the leg at any moment, forward only: a monotone cubic through the knots of a {@link StridePlan} (slopes after Fritsch and
 * Butland, 1984), so that phase and its rate are continuous and the phase never runs backwards. Standing is a flat piece.
 */
final class PhaseClock {
    private final StridePlan plan;
    private long fromNs;
    private double fromPhase;
    private double fromSlope;
    private long toNs;
    private double toPhase;
    private double toSlope;
    private long afterNs;
    private double afterPhase;

    PhaseClock(StridePlan plan) {
        this.plan = plan;
        fromNs = plan.timeNs();
        fromPhase = plan.phase();
        plan.next();
        toNs = plan.timeNs();
        toPhase = plan.phase();
        takeNext();
    }

    /** The phase at {@code timeNs}, which must not lie before an earlier question's piece. */
    double at(long timeNs) {
        while (timeNs >= toNs) {
            fromNs = toNs;
            fromPhase = toPhase;
            fromSlope = toSlope;
            toNs = afterNs;
            toPhase = afterPhase;
            takeNext();
        }
        double h = (toNs - fromNs) * 1e-9;
        double u = (timeNs - fromNs) * 1e-9 / h;
        double rise = toPhase - fromPhase;
        return fromPhase + u * (h * fromSlope
                + u * (3 * rise - h * (2 * fromSlope + toSlope) + u * (h * (fromSlope + toSlope) - 2 * rise)));
    }

    private void takeNext() {
        plan.next();
        afterNs = plan.timeNs();
        afterPhase = plan.phase();
        double h0 = (toNs - fromNs) * 1e-9;
        double h1 = (afterNs - toNs) * 1e-9;
        double secant0 = (toPhase - fromPhase) / h0;
        double secant1 = (afterPhase - toPhase) / h1;
        double w0 = 2 * h1 + h0;
        double w1 = h1 + 2 * h0;
        toSlope = secant0 <= 0 || secant1 <= 0 ? 0 : (w0 + w1) / (w0 / secant0 + w1 / secant1);
    }
}
