package org.footlift.sim.wearer;

import org.footlift.config.SimSettings;

/**
 * How somebody walks.
 *
 * @param speedMps walking speed, metres per second
 * @param strideS mean stride time, seconds
 * @param stanceFraction part of the stride spent in stance on the stimulated side, 0 to 1
 * @param strideTimeCv standard deviation of stride time over its mean
 * @param footScale foot pitch relative to the able-bodied foot at the reference speed (push-off gets weaker than speed alone explains)
 * @param footDropDeg missing toe-up at the end of swing, degrees
 * @param footDropSdDeg its standard deviation from stride to stride, degrees
 * @param hikeM how far the hip lifts the ankle in swing, metres
 * @param footImpactMps2 first peak of the shock at the foot on contact, metres per second squared
 * @param bodyWeightN body weight, newton
 */
public record WearerCharacter(double speedMps, double strideS, double stanceFraction, double strideTimeCv,
        double footScale,
        double footDropDeg, double footDropSdDeg, double hikeM, double footImpactMps2, double bodyWeightN) {

    /** Able-bodied at 1.3 m/s. */
    public static final WearerCharacter ABLE = ableAt(1.3);

    /** Mild drop foot: lands on the heel, but low. */
    public static final WearerCharacter MILD = new WearerCharacter(0.9, 1.25, 0.63, 0.035, 0.80, 11, 2, 0.005, 75, 750);

    /** Typical after a stroke: slow, irregular, weak push-off, the foot lands flat or toes first, the hip hikes. */
    public static final WearerCharacter STROKE = new WearerCharacter(0.5, 1.6, 0.66, 0.06, 0.70, 17, 3, 0.02, 40, 750);

    /** Somebody able-bodied at {@code speedMps}, 0.3 to 1.8, by the rules for speed. */
    public static WearerCharacter ableAt(double speedMps) {
        return new WearerCharacter(speedMps, SpeedRules.strideS(speedMps), SpeedRules.stanceFraction(speedMps), 0.025,
                SpeedRules.angleScale(speedMps), 0, 1, 0, 120 * speedMps / 1.3, 750);
    }

    /** The character that a profile names. */
    public static WearerCharacter of(SimSettings.Wearer wearer) {
        return switch (wearer) {
            case ABLE -> ABLE;
            case MILD -> MILD;
            case STROKE -> STROKE;
        };
    }
}
