package org.footlift.sim.wearer;

/**
 * Sitting in a car: vibration ({@link Vehicle}), bumps, braking and gathering speed at 1 to 4 m/s² (ordinary driving stays under 4), stops. Half of the
 * rides are a driver's, whose foot works the pedals with the heel on the floor: 5 to 20 degrees in a third of a second to a second, and the step from
 * one pedal to the other (assumed).
 */
final class CarMoves extends Moves {
    private static final double PEDAL_DEG = 25;

    private final Seat seat = new Seat(this);
    private final boolean drives;

    CarMoves(Dice dice) {
        super(dice);
        drives = chance(0.5);
    }

    @Override
    double begin(LegTracks leg, double atS) {
        double seatedS = seat.sitDown(leg, atS) + 0.5;
        if (drives) {
            leg.footPitchDeg.move(seatedS, 0.8, PEDAL_DEG);
            leg.pivotOnHeel(seatedS);
        }
        leg.roughness.move(seatedS, 2, 0.15);
        return seatedS + 2;
    }

    @Override
    double end(LegTracks leg, double atS) {
        leg.roughness.move(atS, 1, 0);
        if (drives) {
            leg.footPitchDeg.move(atS, 1, 0);
            leg.footYawDeg.move(atS, 1, 0);
        }
        return seat.standUp(leg, atS + 1);
    }

    @Override
    double next(LegTracks leg, double atS) {
        return switch (dice.oneOf(0, 5)) {
            case 0 -> road(leg, atS);
            case 1, 2 -> bump(leg, atS);
            case 3 -> changeSpeed(leg, atS);
            default -> drives ? pedal(leg, atS) : shiftFoot(leg, atS);
        };
    }

    private double road(LegTracks leg, double atS) {
        leg.roughness.move(atS, 1, chance(0.2) ? 0.15 : between(0.6, 2));
        return atS + 1 + between(1, 5);
    }

    private double bump(LegTracks leg, double atS) {
        double upMps2 = between(1.5, 6);
        double hopS = between(0.06, 0.12);
        leg.carUpMps2.move(atS, hopS, upMps2);
        leg.carUpMps2.move(atS + hopS, 1.5 * hopS, -0.7 * upMps2);
        leg.carUpMps2.move(atS + 2.5 * hopS, 2 * hopS, 0.25 * upMps2);
        leg.carUpMps2.move(atS + 4.5 * hopS, 3 * hopS, 0);
        double restDeg = leg.footPitchDeg.planned();
        leg.footPitchDeg.move(atS, hopS, restDeg + between(-3, 3));
        leg.footPitchDeg.move(atS + hopS, 2 * hopS, restDeg);
        double shankDeg = leg.shankPitchDeg.planned();
        leg.shankPitchDeg.move(atS, hopS, shankDeg + between(-2, 2));
        leg.shankPitchDeg.move(atS + hopS, 2 * hopS, shankDeg);
        return atS + 8 * hopS + between(0.3, 4);
    }

    private double changeSpeed(LegTracks leg, double atS) {
        double byMps2 = chance(0.5) ? -between(1, 4) : between(1, 2.5);
        double lastsS = between(1.5, 5);
        leg.carForwardMps2.move(atS, 0.6, byMps2);
        leg.carForwardMps2.move(atS + 0.6 + lastsS, 0.6, 0);
        return atS + 1.2 + lastsS + between(0, 1);
    }

    private double pedal(LegTracks leg, double atS) {
        double pressS = between(0.3, 1);
        double byDeg = between(5, 20);
        double t = atS;
        if (chance(0.4)) {
            t = otherPedal(leg, t);
        }
        leg.footPitchDeg.move(t, pressS, PEDAL_DEG - byDeg);
        t += pressS + between(0.2, 3);
        leg.footPitchDeg.move(t, pressS, PEDAL_DEG);
        return t + pressS + between(0.2, 2);
    }

    /** From one pedal to the other and later back: the foot turns on its heel, a little raised. */
    private double otherPedal(LegTracks leg, double atS) {
        double goS = between(0.3, 0.7);
        double turnDeg = leg.footYawDeg.planned() > 0 ? 0 : between(12, 28);
        leg.footPitchDeg.move(atS, 0.5 * goS, PEDAL_DEG + between(2, 8));
        leg.footYawDeg.move(atS, goS, turnDeg);
        leg.footPitchDeg.move(atS + 0.5 * goS, 0.5 * goS, PEDAL_DEG);
        return atS + goS;
    }

    private double shiftFoot(LegTracks leg, double atS) {
        double goS = between(0.3, 0.9);
        leg.shankPitchDeg.move(atS, goS, between(-10, 12));
        leg.heelShare.move(atS, goS, seat.seatedShare());
        return atS + goS + between(0.5, 5);
    }

    @Override
    double longestS() {
        return 9;
    }

    @Override
    double endingS() {
        return 1 + Seat.LONGEST_S;
    }
}
