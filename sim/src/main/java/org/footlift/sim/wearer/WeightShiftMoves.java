package org.footlift.sim.wearer;

/**
 * Shifting weight. Load on the leg falls to 5 to 20 % of body weight for 0.5 to 3 s (MODELS notes 4.5), that is 0.1 to 0.4 of what the heel
 * carries in quiet standing. Heel rises go at the tempo of the heel-rise test, 30 to 60 a minute; taps at 1 to 3 a second, slower than the
 * 3 to 4 that healthy people reach in a tapping test. Angles are assumed.
 */
final class WeightShiftMoves extends Moves {
    WeightShiftMoves(Dice dice) {
        super(dice);
    }

    @Override
    double next(LegTracks leg, double atS) {
        double doneS = switch (dice.oneOf(0, 7)) {
            case 0, 1 -> ontoTheOtherLeg(leg, atS);
            case 2 -> ontoThisLeg(leg, atS);
            case 3 -> forwardAndBack(leg, atS);
            case 4 -> tiptoe(leg, atS);
            case 5 -> tapToes(leg, atS);
            case 6 -> tapHeel(leg, atS);
            default -> atS;
        };
        return doneS + between(0.2, 3);
    }

    private double ontoTheOtherLeg(LegTracks leg, double atS) {
        double goS = between(0.5, 1.5);
        double stayS = between(0.5, 3);
        leg.shankRollDeg.move(atS, goS, between(2, 6));
        leg.heelShare.move(atS, goS, between(0.1, 0.4));
        double backS = atS + goS + stayS;
        if (chance(0.4)) {
            // The knee of the leg that rests bends, and the heel comes up.
            double bendS = between(0.4, 1);
            double bendDeg = between(4, 12);
            leg.shankPitchDeg.move(atS + goS, bendS, -bendDeg);
            leg.footPitchDeg.move(atS + goS, bendS, -between(2, 15));
            backS += 2 * bendS;
            leg.shankPitchDeg.move(backS - bendS, bendS, 0);
            leg.footPitchDeg.move(backS - bendS, bendS, 0);
            leg.touch(backS, between(1, 5));
        }
        leg.shankRollDeg.move(backS, goS, 0);
        leg.heelShare.move(backS, goS, 1);
        return backS + goS;
    }

    private double ontoThisLeg(LegTracks leg, double atS) {
        double goS = between(0.5, 1.5);
        double backS = atS + goS + between(0.5, 3);
        leg.shankRollDeg.move(atS, goS, -between(1, 5));
        leg.heelShare.move(atS, goS, between(1.4, 1.9));
        leg.shankRollDeg.move(backS, goS, 0);
        leg.heelShare.move(backS, goS, 1);
        return backS + goS;
    }

    private double forwardAndBack(LegTracks leg, double atS) {
        double t = atS;
        int times = dice.oneOf(1, 4);
        for (int i = 0; i < times; i++) {
            double goS = between(0.5, 1.2);
            leg.shankPitchDeg.move(t, goS, -between(3, 7));
            leg.footPitchDeg.move(t, 0.5 * goS, 0);
            leg.footPitchDeg.move(t + 0.5 * goS, 0.5 * goS, chance(0.6) ? -between(1, 8) : 0);
            leg.heelShare.move(t, goS, between(0.05, 0.4));
            t += goS;
            leg.shankPitchDeg.move(t, goS, between(0, 3));
            leg.footPitchDeg.move(t, 0.5 * goS, 0);
            leg.footPitchDeg.move(t + 0.5 * goS, 0.5 * goS, chance(0.4) ? between(1, 5) : 0);
            leg.heelShare.move(t, goS, between(1.2, 1.8));
            t += goS;
        }
        return stand(leg, t, between(0.4, 0.8));
    }

    private double tiptoe(LegTracks leg, double atS) {
        double t = atS;
        int times = dice.oneOf(1, 4);
        for (int i = 0; i < times; i++) {
            double upS = between(0.4, 1.2);
            double downS = between(0.4, 1.2);
            double upDeg = between(12, 40);
            leg.footPitchDeg.move(t, upS, -upDeg);
            leg.shankPitchDeg.move(t, upS, -between(2, 6));
            t += upS + between(0.05, 2);
            leg.footPitchDeg.move(t, downS, 0);
            leg.shankPitchDeg.move(t, downS, 0);
            t += downS;
            leg.touch(t - 0.05 * downS, between(1, 10));
            t += between(0.05, 0.6);
        }
        return t;
    }

    private double tapToes(LegTracks leg, double atS) {
        double periodS = 1 / between(1, 3);
        double upDeg = between(4, 15);
        int taps = dice.oneOf(3, 12);
        for (int i = 0; i < taps; i++) {
            double t = atS + i * periodS;
            leg.footPitchDeg.move(t, 0.45 * periodS, upDeg * between(0.7, 1.2));
            leg.footPitchDeg.move(t + 0.5 * periodS, 0.35 * periodS, 0);
            leg.touch(t + 0.84 * periodS, between(1, 8));
        }
        return atS + taps * periodS;
    }

    private double tapHeel(LegTracks leg, double atS) {
        double periodS = 1 / between(1, 3);
        double upDeg = between(3, 12);
        int taps = dice.oneOf(3, 12);
        for (int i = 0; i < taps; i++) {
            double t = atS + i * periodS;
            double high = between(0.7, 1.2);
            leg.footPitchDeg.move(t, 0.45 * periodS, -upDeg * high);
            leg.shankPitchDeg.move(t, 0.45 * periodS, -0.4 * upDeg * high);
            leg.footPitchDeg.move(t + 0.5 * periodS, 0.35 * periodS, 0);
            leg.shankPitchDeg.move(t + 0.5 * periodS, 0.35 * periodS, 0);
            leg.touch(t + 0.84 * periodS, between(2, 15));
        }
        return atS + taps * periodS;
    }

    private static double stand(LegTracks leg, double atS, double lastsS) {
        leg.shankPitchDeg.move(atS, lastsS, 0);
        leg.footPitchDeg.move(atS, lastsS, 0);
        leg.heelShare.move(atS, lastsS, 1);
        return atS + lastsS;
    }

    @Override
    double longestS() {
        return 23;
    }
}
