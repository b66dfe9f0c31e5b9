package org.footlift.sim.wearer;

/**
 * The vibration of a passenger car at its floor. Size: ISO 2631-1 calls 0.3 to 0.6 m/s² "a little uncomfortable", which is an
 * ordinary road; body bounce lies at 1 to 2 Hz and wheel hop at 10 to 15 Hz (textbook values, e.g. Gillespie, Fundamentals of Vehicle Dynamics).
 * Horizontal shaking is taken as half of the vertical. That the foot rocks on the floor at some degrees per second is assumed.
 */
final class Vehicle {
    private static final double UP_MPS2 = 0.5;
    private static final double ACROSS_MPS2 = 0.25;
    private static final double FOOT_PITCH_DPS = 4;
    private static final double FOOT_ROLL_DPS = 3;
    private static final double FOOT_YAW_DPS = 1.5;
    private static final double SHANK_PITCH_DPS = 3;
    private static final double SHANK_ROLL_DPS = 5;

    private final Vibration forward;
    private final Vibration left;
    private final Vibration up;
    private final Vibration footPitch;
    private final Vibration footRoll;
    private final Vibration footYaw;
    private final Vibration shankPitch;
    private final Vibration shankRoll;

    Vehicle(Dice dice) {
        forward = new Vibration(dice);
        left = new Vibration(dice);
        up = new Vibration(dice);
        footPitch = new Vibration(dice);
        footRoll = new Vibration(dice);
        footYaw = new Vibration(dice);
        shankPitch = new Vibration(dice);
        shankRoll = new Vibration(dice);
    }

    /** Adds vibration of {@code size}, 1 for an ordinary road. */
    void shake(LegPose pose, double timeS, double size) {
        pose.carriedXMps2 += size * ACROSS_MPS2 * forward.acceleration(timeS);
        pose.carriedYMps2 += size * ACROSS_MPS2 * left.acceleration(timeS);
        pose.carriedZMps2 += size * UP_MPS2 * up.acceleration(timeS);
        pose.foot.pitchDeg += size * FOOT_PITCH_DPS * footPitch.angle(timeS);
        pose.foot.rollDeg += size * FOOT_ROLL_DPS * footRoll.angle(timeS);
        pose.foot.yawDeg += size * FOOT_YAW_DPS * footYaw.angle(timeS);
        pose.shank.pitchDeg += size * SHANK_PITCH_DPS * shankPitch.angle(timeS);
        pose.shank.rollDeg += size * SHANK_ROLL_DPS * shankRoll.angle(timeS);
    }
}
