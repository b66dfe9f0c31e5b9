package org.footlift.sim.sensor;

import org.footlift.sim.wearer.SegmentState;
import org.footlift.sim.wearer.Turns;

/**
 * What a rigid segment feels, in its own frame: the rate at which it turns, and the specific force at a point of it. Computed in the right-handed frame
 * forward, left, up with yaw, pitch and roll in that order; vectors come out as forward, right, up, the order of {@link VirtualImu}. Allocates nothing.
 */
final class SegmentKinematics {
    private static final double RAD = StrictMath.PI / 180;

    private double cosYaw;
    private double sinYaw;
    private double cosPitch;
    private double sinPitch;
    private double cosRoll;
    private double sinRoll;
    /** Rate, radians per second, and its derivative; forward, left, up. */
    private double wx;
    private double wy;
    private double wz;
    private double ax;
    private double ay;
    private double az;

    /** Takes on the motion of {@code s}. */
    void of(SegmentState s) {
        cosYaw = Turns.cosDeg(s.yawDeg);
        sinYaw = Turns.sinDeg(s.yawDeg);
        // Toes up is a negative turn about the axis to the left.
        cosPitch = Turns.cosDeg(s.pitchDeg);
        sinPitch = -Turns.sinDeg(s.pitchDeg);
        cosRoll = Turns.cosDeg(s.rollDeg);
        sinRoll = Turns.sinDeg(s.rollDeg);
        double yaw1 = s.yawRateDps * RAD;
        double pitch1 = -s.pitchRateDps * RAD;
        double roll1 = s.rollRateDps * RAD;
        double yaw2 = s.yawAccDps2 * RAD;
        double pitch2 = -s.pitchAccDps2 * RAD;
        double roll2 = s.rollAccDps2 * RAD;
        wx = roll1 - yaw1 * sinPitch;
        wy = pitch1 * cosRoll + yaw1 * cosPitch * sinRoll;
        wz = -pitch1 * sinRoll + yaw1 * cosPitch * cosRoll;
        double yawed2 = yaw2 * cosPitch - yaw1 * pitch1 * sinPitch;
        ax = roll2 - yaw2 * sinPitch - yaw1 * pitch1 * cosPitch;
        ay = pitch2 * cosRoll + yawed2 * sinRoll + roll1 * wz;
        az = -pitch2 * sinRoll + yawed2 * cosRoll - roll1 * wy;
    }

    /** Writes the rate, degrees per second. */
    void turning(double[] into) {
        into[0] = wx / RAD;
        into[1] = -wy / RAD;
        into[2] = wz / RAD;
    }

    /**
     * Writes the specific force at a point, metres per second squared.
     *
     * @param xMps2 forward acceleration of the segment's origin in the world
     * @param yMps2 its acceleration to the left
     * @param zMps2 its acceleration upward, gravity's reaction included
     * @param armForwardM the point ahead of the origin, in the segment's frame
     * @param armUpM the point above the origin
     */
    void force(double xMps2, double yMps2, double zMps2, double armForwardM, double armUpM, double[] into) {
        double xYawed = cosYaw * xMps2 + sinYaw * yMps2;
        double yYawed = -sinYaw * xMps2 + cosYaw * yMps2;
        double forward = cosPitch * xYawed - sinPitch * zMps2;
        double zPitched = sinPitch * xYawed + cosPitch * zMps2;
        double left = cosRoll * yYawed + sinRoll * zPitched;
        double up = -sinRoll * yYawed + cosRoll * zPitched;
        // a × r + w × (w × r), with r = (armForward, 0, armUp)
        double along = wx * armForwardM + wz * armUpM;
        double squared = wx * wx + wy * wy + wz * wz;
        into[0] = forward + ay * armUpM + wx * along - squared * armForwardM;
        into[1] = -(left + az * armForwardM - ax * armUpM + wy * along);
        into[2] = up - ay * armForwardM + wz * along - squared * armUpM;
    }
}
