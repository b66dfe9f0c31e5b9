package org.footlift.sim.wearer;

/** Sitting down and standing up, again and again, with pauses. */
final class SitToStandMoves extends Moves {
    private final Seat seat = new Seat(this);

    SitToStandMoves(Dice dice) {
        super(dice);
    }

    @Override
    double next(LegTracks leg, double atS) {
        double upS = seat.standUp(leg, seat.sitDown(leg, atS) + between(0.3, 4));
        return upS + between(0.3, 4);
    }

    @Override
    double longestS() {
        return 2 * Seat.LONGEST_S + 8;
    }
}
