package org.footlift.sim.wearer;

/**
 * Standing. The body sways about the ankle like an inverted pendulum, slower than 1 Hz and by fractions of a degree (Loram and Lakie 2001,
 * J Physiol 532:879); leaning to reach for something turns the shank by up to 5 degrees and takes load off the heel (assumed).
 */
final class StandingMoves extends Moves {
    private static final double SWAY_SD_DEG = 0.6;
    /** Forward lean takes the load off the heel; at six degrees the body would tip over the toes. */
    private static final double SHARE_PER_DEG = 0.16;
    /** A shoe gives a little under the moving load. */
    private static final double FOOT_FOLLOWS = 0.05;

    StandingMoves(Dice dice) {
        super(dice);
    }

    @Override
    double next(LegTracks leg, double atS) {
        if (chance(0.12)) {
            double outS = between(0.6, 1.5);
            lean(leg, atS, outS, -between(2, 5), SWAY_SD_DEG * dice.gaussian());
            double backS = atS + outS + between(0.5, 2.5);
            lean(leg, backS, outS, 0, 0);
            return backS + outS;
        }
        double lastsS = between(0.6, 2.5);
        lean(leg, atS, lastsS, SWAY_SD_DEG * dice.gaussian(), SWAY_SD_DEG * dice.gaussian());
        return atS + lastsS;
    }

    @Override
    double end(LegTracks leg, double atS) {
        lean(leg, atS, 1, 0, 0);
        return atS + 1;
    }

    private static void lean(LegTracks leg, double atS, double lastsS, double backDeg, double rollDeg) {
        leg.shankPitchDeg.move(atS, lastsS, backDeg);
        leg.shankRollDeg.move(atS, lastsS, rollDeg);
        leg.footPitchDeg.move(atS, lastsS, FOOT_FOLLOWS * backDeg);
        leg.footRollDeg.move(atS, lastsS, FOOT_FOLLOWS * rollDeg);
        leg.heelShare.move(atS, lastsS, StrictMath.max(0.1, 1 + SHARE_PER_DEG * backDeg));
    }

    @Override
    double longestS() {
        return 5.5;
    }

    @Override
    double endingS() {
        return 1;
    }
}
