package org.footlift.sim.wearer;

/**
 * Sitting down and standing up: 1 to 3 s, the shank 0 to 20 degrees forward at its furthest, the feet drawn back first so that the heel may lose
 * its load for 0.2 to 0.5 s (MODELS notes 4.6; starting angles and durations as in PMC4122698). Sitting, a foot carries about a tenth of
 * body weight, half of it on the heel (assumed): near what a heel switch needs to close.
 */
final class Seat {
    /** {@link #sitDown} and {@link #standUp} last at most this long, seconds. */
    static final double LONGEST_S = 4.5;

    private final Moves moves;

    Seat(Moves moves) {
        this.moves = moves;
    }

    double sitDown(LegTracks leg, double atS) {
        double lastsS = moves.between(1, 2.8);
        double bendS = moves.between(0.4, 0.6) * lastsS;
        leg.shankPitchDeg.move(atS, bendS, -moves.between(8, 18));
        leg.shankPitchDeg.move(atS + bendS, lastsS - bendS, moves.between(-8, 8));
        leg.heelShare.move(atS, bendS, moves.between(0.9, 1.4));
        leg.heelShare.move(atS + bendS, lastsS - bendS, seatedShare());
        return atS + lastsS;
    }

    double standUp(LegTracks leg, double atS) {
        double t = moves.chance(0.7) ? drawBack(leg, atS) : atS;
        double lastsS = moves.between(1, 2.8);
        double leaveS = moves.between(0.35, 0.5) * lastsS;
        leg.shankPitchDeg.move(t, leaveS, -moves.between(8, 20));
        leg.shankPitchDeg.move(t + leaveS, lastsS - leaveS, 0);
        leg.heelShare.move(t, leaveS, moves.between(0.5, 1.5));
        leg.heelShare.move(t + leaveS, lastsS - leaveS, 1);
        return t + lastsS;
    }

    /** Load on the heel of somebody who sits, relative to standing. */
    double seatedShare() {
        return moves.between(0.1, 0.3);
    }

    private double drawBack(LegTracks leg, double atS) {
        double liftS = moves.between(0.2, 0.35);
        double pullS = moves.between(0.25, 0.5);
        double backM = moves.between(0.03, 0.12);
        double lowerS = moves.between(0.2, 0.35);
        leg.footPitchDeg.move(atS, liftS, -moves.between(2, 12));
        leg.heelShare.move(atS, liftS, 0);
        leg.ankleXM.move(atS + liftS, pullS, leg.ankleXM.planned() - backM);
        leg.shankPitchDeg.move(atS + liftS, pullS, leg.shankPitchDeg.planned() - StrictMath.toDegrees(backM / 0.4));
        double downS = atS + liftS + pullS;
        leg.footPitchDeg.move(downS, lowerS, 0);
        leg.heelShare.move(downS, lowerS, seatedShare());
        leg.touch(downS + lowerS, moves.between(1, 6));
        return downS + lowerS;
    }
}
