package org.footlift.sim.wearer;

/**
 * What somebody does with the leg without walking. Every activity begins and ends in quiet standing, the foot flat. Amplitudes, tempo and
 * pauses are drawn anew for every movement; where they come from is said at each activity's moves.
 */
public enum Activity {
    /** Standing, with sway and leaning. */
    STANDING,
    /** Shifting weight sideways, forward and back, onto the toes; tapping toes or heel. */
    WEIGHT_SHIFT,
    /** Sitting: swinging the leg, feet tucked back, legs crossed, a restless heel. */
    LEG_SWING,
    /** Sitting down and standing up. */
    SIT_TO_STAND,
    /** Turning on the spot on the ball of the foot, on the heel or flat. */
    PIVOT,
    /** Sitting in a car as passenger or driver. */
    CAR;

    /** The moves of this activity, at rest. */
    Moves moves(Dice dice) {
        return switch (this) {
            case STANDING -> new StandingMoves(dice);
            case WEIGHT_SHIFT -> new WeightShiftMoves(dice);
            case LEG_SWING -> new SeatedMoves(dice);
            case SIT_TO_STAND -> new SitToStandMoves(dice);
            case PIVOT -> new PivotMoves(dice);
            case CAR -> new CarMoves(dice);
        };
    }
}
