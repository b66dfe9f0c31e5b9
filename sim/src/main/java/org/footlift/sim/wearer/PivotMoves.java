package org.footlift.sim.wearer;

/**
 * Turning on the spot without a swing: 30 to 90 degrees in pivots of one foot on the ball, on the heel, or flat, while the other foot steps around.
 * A pivot turns the foot at a peak of some 80 to 200 degrees a second; the notes (MODELS 4.6) have 60 to 150 for walking turns. The shank begins
 * to turn before the foot. Lifts of heel and toes by a few degrees are assumed.
 */
final class PivotMoves extends Moves {
    private static final double FURTHEST_DEG = 180;
    /** Mean rate of a pivot; its peak is 1.9 times that. */
    private static final double SLOWEST_DPS = 45;
    private static final double LONGEST_LEAD_S = 0.3;

    PivotMoves(Dice dice) {
        super(dice);
    }

    @Override
    double next(LegTracks leg, double atS) {
        double nowDeg = leg.footYawDeg.planned();
        double way = nowDeg > FURTHEST_DEG - 90 ? -1 : nowDeg < 90 - FURTHEST_DEG ? 1 : sign();
        double leftDeg = between(30, 90);
        double t = atS;
        while (leftDeg > 1) {
            double stepDeg = StrictMath.min(leftDeg, between(25, 60));
            t = standOnIt(leg, pivot(leg, t, nowDeg + way * stepDeg));
            nowDeg = leg.footYawDeg.planned();
            leftDeg -= stepDeg;
        }
        return t + between(0.2, 2.5);
    }

    /** Back to where the wearer looked at first. */
    @Override
    double end(LegTracks leg, double atS) {
        double t = atS;
        while (StrictMath.abs(leg.footYawDeg.planned()) > 1e-6) {
            double nowDeg = leg.footYawDeg.planned();
            double stepDeg = StrictMath.min(60, StrictMath.abs(nowDeg));
            t = pivot(leg, t, nowDeg - StrictMath.signum(nowDeg) * stepDeg) + 0.2;
        }
        return t;
    }

    private double pivot(LegTracks leg, double atS, double toDeg) {
        double byDeg = toDeg - leg.footYawDeg.planned();
        double turnS = StrictMath.max(0.25, StrictMath.abs(byDeg) / between(SLOWEST_DPS, 110));
        double tiltDeg = switch (dice.oneOf(0, 4)) {
            case 0, 1 -> {
                leg.pivotOnBall(atS);
                yield -between(3, 12);
            }
            case 2, 3 -> {
                leg.pivotOnHeel(atS);
                yield between(2, 10);
            }
            default -> {
                leg.pivotOnBall(atS);
                yield 0;
            }
        };
        double share = tiltDeg > 0 ? between(1, 1.8) : between(0.1, 0.8);
        double leadS = between(0.18, LONGEST_LEAD_S);
        leg.shankYawDeg.move(atS, leadS, between(0.1, 0.3) * byDeg);
        leg.footPitchDeg.move(atS, leadS, tiltDeg);
        leg.heelShare.move(atS, leadS, share);
        leg.footYawDeg.move(atS + 0.5 * leadS, turnS, toDeg);
        double downS = atS + StrictMath.max(turnS, leadS);
        leg.shankYawDeg.move(downS, leadS, 0);
        leg.footPitchDeg.move(downS, leadS, 0);
        leg.heelShare.move(downS, leadS, 1);
        if (tiltDeg != 0) {
            leg.touch(downS + leadS, between(1, 10));
        }
        return downS + leadS;
    }

    /** The other foot steps around: this leg carries all of it for a moment. */
    private double standOnIt(LegTracks leg, double atS) {
        double lastsS = between(0.5, 1);
        leg.heelShare.move(atS, 0.4 * lastsS, between(1.4, 1.9));
        leg.heelShare.move(atS + 0.6 * lastsS, 0.4 * lastsS, 1);
        return atS + lastsS;
    }

    @Override
    double longestS() {
        return 90 / SLOWEST_DPS + 4 * (LONGEST_LEAD_S + 1) + 3;
    }

    @Override
    double endingS() {
        return 3 * (60 / SLOWEST_DPS + LONGEST_LEAD_S + 0.2) + 0.5;
    }
}
