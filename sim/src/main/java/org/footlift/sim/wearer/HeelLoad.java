package org.footlift.sim.wearer;

/**
 * The force under the heel: the floor's reaction as a double hump (peaks at 25 and 75 % of stance, flat in slow walking), its heel share
 * falling from 10 to 62 % of stance, and none while the foot is tilted toes down, because then the heel is in the air.
 */
final class HeelLoad {
    private static final double PEAK_EXCESS = 0.1;
    private static final double VALLEY_DEPTH = 0.3;
    private static final double SHARE_FALLS = 0.10;
    private static final double SHARE_GONE = 0.62;
    private static final double LIFTED_DEG = -3;
    private static final double TOUCHING_DEG = -1;
    /** Standing: half the body on this leg, half of that on the heel. */
    private static final double STANDING_SHARE = 0.25;

    private final double bodyWeightN;
    private final double hump;

    HeelLoad(WearerCharacter character) {
        bodyWeightN = character.bodyWeightN();
        hump = SpeedRules.humpShare(character.speedMps());
    }

    /**
     * The load, newton.
     *
     * @param stance part of stance that is over, 0 to 1; outside for swing
     * @param footPitchDeg foot pitch
     * @param pace rate of the phase relative to walking: 0 standing, 1 walking
     * @param standing load relative to that of quiet standing, for whoever does not walk
     */
    double atN(double stance, double footPitchDeg, double pace, double standing) {
        if (stance < 0 || stance >= 1) {
            return 0;
        }
        double share = clamp((SHARE_GONE - stance) / (SHARE_GONE - SHARE_FALLS));
        double contact = clamp((footPitchDeg - LIFTED_DEG) / (TOUCHING_DEG - LIFTED_DEG));
        double walking = floorReaction(stance) * share;
        double walk = clamp(pace);
        return bodyWeightN * contact * (walk * walking + (1 - walk) * STANDING_SHARE * standing);
    }

    private double floorReaction(double stance) {
        double peak = 1 + PEAK_EXCESS * hump;
        if (stance < 0.25) {
            return peak * Turns.sin(stance);
        }
        if (stance > 0.75) {
            return peak * Turns.sin(1 - stance);
        }
        return peak - VALLEY_DEPTH * hump * 0.5 * (1 - Turns.cos(2 * (stance - 0.25)));
    }

    private static double clamp(double x) {
        return StrictMath.max(0, StrictMath.min(1, x));
    }
}
