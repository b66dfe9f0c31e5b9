package org.footlift.sim.wearer;

/**
 * The leg of somebody who does not walk, as departures from quiet standing: what {@link Moves} plan and {@link #addTo} adds to the pose. On the
 * floor the ankle follows from the foot: heel up means turning about the ball, toes up about the heel. Allocates nothing after it was made.
 */
final class LegTracks {
    /** Ball and heel of the foot seen from the ankle, metres (MODELS notes, contact points). */
    private static final double BALL_FORWARD_M = 0.13;
    private static final double HEEL_BACK_M = 0.055;
    private static final double SOLE_DOWN_M = 0.097;
    /** Knee to ankle, metres. */
    private static final double SHANK_M = 0.40;
    private static final double G_MPS2 = 9.80665;
    /** A free ankle lets the foot trail a little behind a swinging shank; assumed. */
    private static final double FOOT_TRAILS = 0.12;
    private static final int SHOCKS = 32;

    final Track footPitchDeg = new Track(0);
    final Track footRollDeg = new Track(0);
    final Track footYawDeg = new Track(0);
    final Track shankPitchDeg = new Track(0);
    final Track shankRollDeg = new Track(0);
    /** The shank's yaw beyond the foot's. */
    final Track shankYawDeg = new Track(0);
    final Track ankleXM = new Track(0);
    final Track ankleYM = new Track(0);
    final Track ankleZM = new Track(0);
    /** Load under the heel relative to quiet standing. */
    final Track heelShare = new Track(1);
    /** 1 with the foot on the floor, 0 in the air. */
    final Track onFloor = new Track(1);
    /** Where the foot turns about the vertical: the ankle's distance ahead of that point, metres. */
    final Track ankleAheadM = new Track(0);
    /** The shank about the knee, degrees. */
    final Oscillation pendulumDeg = new Oscillation();
    /** The foot about the ankle, degrees. */
    final Oscillation bounceDeg = new Oscillation();
    /** Vibration of the vehicle, 1 for an ordinary road. */
    final Track roughness = new Track(0);
    /** Acceleration of the vehicle forward and upward, metres per second squared. */
    final Track carForwardMps2 = new Track(0);
    final Track carUpMps2 = new Track(0);

    private final Vehicle vehicle;
    private final ContactShock shock = new ContactShock();
    private final double[] shockS = new double[SHOCKS];
    private final double[] shockMps2 = new double[SHOCKS];
    private int firstShock;
    private int shocks;
    private double yawBeforeDeg;
    private double turnedXM;
    private double turnedYM;

    LegTracks(Dice dice) {
        vehicle = new Vehicle(dice);
    }

    /** The foot meets the floor at {@code atS} with a first peak of {@code peakMps2}; times do not decrease. */
    void touch(double atS, double peakMps2) {
        if (shocks == SHOCKS) {
            throw new IllegalStateException("too many contacts planned ahead");
        }
        int i = (firstShock + shocks) % SHOCKS;
        shockS[i] = atS;
        shockMps2[i] = peakMps2;
        shocks++;
    }

    /** Turns about the ball of the foot from now on; ask only while the foot does not turn. */
    void pivotOnBall(double atS) {
        ankleAheadM.move(atS, 1e-3, -BALL_FORWARD_M);
    }

    /** Turns about the heel from now on; ask only while the foot does not turn. */
    void pivotOnHeel(double atS) {
        ankleAheadM.move(atS, 1e-3, HEEL_BACK_M);
    }

    /** Adds everything at that moment, not before an earlier one, to {@code pose}. */
    void addTo(LegPose pose) {
        double timeS = pose.timeNs * 1e-9;
        double swingDeg = pendulumDeg.at(timeS);
        pose.shank.pitchDeg += shankPitchDeg.at(timeS) + swingDeg;
        pose.shank.rollDeg += shankRollDeg.at(timeS);
        double footDeg = footPitchDeg.at(timeS) + bounceDeg.at(timeS);
        double yawDeg = footYawDeg.at(timeS);
        pose.foot.pitchDeg += footDeg + (1 - FOOT_TRAILS) * swingDeg;
        pose.foot.rollDeg += footRollDeg.at(timeS);
        pose.foot.yawDeg += yawDeg;
        pose.shank.yawDeg += yawDeg + shankYawDeg.at(timeS);
        turn(yawDeg, ankleAheadM.at(timeS));
        double floor = onFloor.at(timeS);
        double leverM = footDeg < 0 ? -BALL_FORWARD_M : HEEL_BACK_M;
        double rollingM = leverM * (1 - Turns.cosDeg(footDeg)) - SOLE_DOWN_M * Turns.sinDeg(footDeg);
        double risingM = leverM * Turns.sinDeg(footDeg) - SOLE_DOWN_M * (1 - Turns.cosDeg(footDeg));
        pose.ankleXM += ankleXM.at(timeS) + turnedXM + floor * rollingM + SHANK_M * Turns.sinDeg(swingDeg);
        pose.ankleYM += ankleYM.at(timeS) + turnedYM;
        pose.ankleZM += ankleZM.at(timeS) + floor * risingM + SHANK_M * (1 - Turns.cosDeg(swingDeg));
        pose.footShockMps2 += shockAt(pose.timeNs, timeS);
        pose.heelShare = heelShare.at(timeS);
        ride(pose, timeS);
    }

    /** Where the foot points changes where the ankle is, by the point that stays on the spot. */
    private void turn(double yawDeg, double aheadM) {
        turnedXM += aheadM * (Turns.cosDeg(yawDeg) - Turns.cosDeg(yawBeforeDeg));
        turnedYM += aheadM * (Turns.sinDeg(yawDeg) - Turns.sinDeg(yawBeforeDeg));
        yawBeforeDeg = yawDeg;
    }

    private double shockAt(long timeNs, double timeS) {
        while (shocks > 0 && timeS >= shockS[firstShock]) {
            shock.strike(timeNs, shockMps2[firstShock]);
            firstShock = (firstShock + 1) % SHOCKS;
            shocks--;
        }
        return shock.accelerationMps2(timeNs);
    }

    private void ride(LegPose pose, double timeS) {
        double rough = roughness.at(timeS);
        pose.carriedXMps2 = carForwardMps2.at(timeS);
        pose.carriedYMps2 = 0;
        pose.carriedZMps2 = carUpMps2.at(timeS);
        if (rough > 0) {
            vehicle.shake(pose, timeS, rough);
        }
        pose.heelShare *= StrictMath.max(0, 1 + pose.carriedZMps2 / G_MPS2);
    }
}
