package org.footlift.sim.wearer;

/**
 * Sitting and moving the leg. A shank that swings freely about the knee does so with a period of about 1.1 s (pendulum test after Wartenberg:
 * 1.09 to 1.10 s in healthy adults, doi 10.4172/2161-0673.S6-001); people drive it a little faster or slower, by 15 to 35 degrees either way. The free
 * foot of somebody with drop foot hangs 10 to 30 degrees down. Crossed legs bounce at 1 to 2 Hz (MODELS notes 4.6); a restless heel shakes at
 * 3 to 6 Hz by a few degrees (assumed).
 */
final class SeatedMoves extends Moves {
    private final Seat seat = new Seat(this);

    SeatedMoves(Dice dice) {
        super(dice);
    }

    @Override
    double begin(LegTracks leg, double atS) {
        return seat.sitDown(leg, atS) + between(0.5, 2);
    }

    @Override
    double end(LegTracks leg, double atS) {
        return seat.standUp(leg, atS);
    }

    @Override
    double next(LegTracks leg, double atS) {
        double doneS = switch (dice.oneOf(0, 5)) {
            case 0, 1 -> swing(leg, atS);
            case 2 -> tuckBack(leg, atS);
            case 3 -> cross(leg, atS);
            case 4 -> shakeHeel(leg, atS);
            default -> atS;
        };
        return doneS + between(0.3, 3);
    }

    private double swing(LegTracks leg, double atS) {
        double sizeDeg = between(15, 35);
        double lifted = lift(leg, atS, between(0.02, 0.06), -between(10, 30), between(0.5, 1));
        double wayS = between(1, 3);
        double swingS = between(3, 12);
        leg.pendulumDeg.begin(between(0.75, 1.15), lifted);
        leg.pendulumDeg.size.move(lifted, wayS, sizeDeg);
        leg.pendulumDeg.size.move(lifted + wayS, swingS, sizeDeg * between(0.6, 1.1));
        leg.pendulumDeg.size.move(lifted + wayS + swingS, wayS, 0);
        return putDown(leg, lifted + 2 * wayS + swingS, between(0.4, 0.9));
    }

    /** Feet under the chair: the ankle does not bend that far, so the heel is up. */
    private double tuckBack(LegTracks leg, double atS) {
        double goS = between(0.4, 1);
        double stayS = between(1, 8);
        double backDeg = between(10, 25);
        double before = leg.shankPitchDeg.planned();
        double beforeM = leg.ankleXM.planned();
        leg.shankPitchDeg.move(atS, goS, before - backDeg);
        leg.ankleXM.move(atS, goS, beforeM - 0.4 * StrictMath.toRadians(backDeg));
        leg.footPitchDeg.move(atS, goS, -between(8, 30));
        leg.heelShare.move(atS, 0.3 * goS, 0);
        double returnS = atS + goS + stayS;
        leg.shankPitchDeg.move(returnS, goS, before);
        leg.ankleXM.move(returnS, goS, beforeM);
        leg.footPitchDeg.move(returnS, goS, 0);
        leg.heelShare.move(returnS + 0.7 * goS, 0.3 * goS, seat.seatedShare());
        leg.touch(returnS + goS, between(1, 6));
        return returnS + goS;
    }

    private double cross(LegTracks leg, double atS) {
        double goS = between(0.9, 1.8);
        double overM = between(0.15, 0.3);
        double before = leg.shankPitchDeg.planned();
        double beforeM = leg.ankleYM.planned();
        leg.shankPitchDeg.move(atS, goS, between(5, 25));
        leg.shankRollDeg.move(atS, goS, between(10, 30));
        leg.footRollDeg.move(atS, goS, between(5, 25));
        leg.ankleYM.move(atS, goS, beforeM - overM);
        double upS = lift(leg, atS, between(0.2, 0.4), -between(10, 30), goS);
        double bounceS = between(2, 14);
        if (chance(0.7)) {
            leg.bounceDeg.begin(between(1, 2.2), upS);
            leg.bounceDeg.size.move(upS, 0.2 * bounceS, between(4, 14));
            leg.bounceDeg.size.move(upS + 0.8 * bounceS, 0.2 * bounceS, 0);
        } else {
            leg.pendulumDeg.begin(between(1, 1.6), upS);
            leg.pendulumDeg.size.move(upS, 0.2 * bounceS, between(3, 20));
            leg.pendulumDeg.size.move(upS + 0.8 * bounceS, 0.2 * bounceS, 0);
        }
        double downS = upS + bounceS;
        leg.shankPitchDeg.move(downS, goS, before);
        leg.shankRollDeg.move(downS, goS, 0);
        leg.footRollDeg.move(downS, goS, 0);
        leg.ankleYM.move(downS, goS, beforeM);
        return putDown(leg, downS, goS);
    }

    private double shakeHeel(LegTracks leg, double atS) {
        double sizeDeg = between(1.5, 5);
        double lastsS = between(3, 12);
        leg.footPitchDeg.move(atS, 0.4, -sizeDeg - 1.5);
        leg.bounceDeg.begin(between(3, 6), atS + 0.4);
        leg.bounceDeg.size.move(atS + 0.4, 1, sizeDeg);
        leg.bounceDeg.size.move(atS + 0.4 + lastsS, 1, 0);
        leg.footPitchDeg.move(atS + 1.4 + lastsS, 0.4, 0);
        return atS + 1.8 + lastsS;
    }

    private double lift(LegTracks leg, double atS, double byM, double pitchDeg, double lastsS) {
        leg.heelShare.move(atS, 0.3 * lastsS, 0);
        leg.onFloor.move(atS, lastsS, 0);
        leg.ankleZM.move(atS, lastsS, byM);
        leg.footPitchDeg.move(atS, lastsS, pitchDeg);
        return atS + lastsS;
    }

    private double putDown(LegTracks leg, double atS, double lastsS) {
        leg.ankleZM.move(atS, lastsS, 0);
        leg.footPitchDeg.move(atS, lastsS, 0);
        leg.onFloor.move(atS, lastsS, 1);
        leg.heelShare.move(atS + 0.8 * lastsS, 0.2 * lastsS, seat.seatedShare());
        leg.touch(atS + 0.9 * lastsS, between(2, 12));
        return atS + lastsS;
    }

    @Override
    double longestS() {
        return 24;
    }

    @Override
    double endingS() {
        return Seat.LONGEST_S;
    }
}
