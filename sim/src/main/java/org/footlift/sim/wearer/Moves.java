package org.footlift.sim.wearer;

/**
 * The movements of one {@link Activity}, planned one gesture at a time onto {@link LegTracks}. Times in seconds since the wearer appeared. Between
 * gestures everything is at rest.
 */
abstract class Moves {
    final Dice dice;

    Moves(Dice dice) {
        this.dice = dice;
    }

    /** From standing to where the gestures happen; returns when that is done. */
    double begin(LegTracks leg, double atS) {
        return atS;
    }

    /** One gesture or pause; returns when it is over. Lasts at most {@link #longestS()}. */
    abstract double next(LegTracks leg, double atS);

    /** Back to standing; returns when that is done. Lasts at most {@link #endingS()}. */
    double end(LegTracks leg, double atS) {
        return atS;
    }

    /** The longest that {@link #next} may last, seconds. */
    abstract double longestS();

    /** The longest that {@link #end} may last, seconds. */
    double endingS() {
        return 0;
    }

    final double between(double low, double high) {
        return dice.between(low, high);
    }

    final boolean chance(double probability) {
        return dice.between(0, 1) < probability;
    }

    final double sign() {
        return chance(0.5) ? 1 : -1;
    }
}
