package org.footlift.controller.gait;

import org.footlift.hal.ImuSample;

/**
 * How fast and how far a foot has moved since it last lay on the floor: the specific force less gravity, integrated twice from standstill, in the
 * sensor's own turning frame (inertial navigation with zero-velocity updates; Foxlin 2005). A step carries the foot away; a tap, a shift of weight
 * or a turn on the spot does not, however fast it rotates. Good for about two seconds, then drift says more than motion does. Metres and seconds; allocates nothing after
 * construction.
 */
final class FootTravel {
    private static final double MS_TO_S = 1e-3;
    private static final double RAD_PER_DEG = Math.PI / 180;
    /** Beyond this since standstill the integral is not believed, milliseconds. */
    private static final double BELIEVED_MS = 2_000;
    /** The specific force at rest is followed with this time constant, milliseconds. */
    private static final double UP_TIME_CONSTANT_MS = 100;
    /** Less is no gravity: a sensor without an accelerometer; more no accelerometer shows. */
    private static final double SMALLEST_FORCE_MPS2 = 5;
    private static final double LARGEST_FORCE_MPS2 = 1_000;
    /** How much of the floor's direction each stride renews. */
    private static final double FLOOR_WEIGHT = 0.25;
    /** A foot on the floor lies within 12° of how it lies between strides. */
    private static final double FLAT_COSINE = 0.978;

    /** Specific force at standstill, turned along since: points up, as long as gravity. */
    private final Vector3 gravity = new Vector3();
    private final Vector3 velocity = new Vector3();
    private final Vector3 moved = new Vector3();
    private final Vector3 turned = new Vector3();
    private final Vector3 force = new Vector3();
    private double sinceStandstillMs = BELIEVED_MS;
    /** Specific force of the last standstill as a unit vector, and of standstills between strides. */
    private final Vector3 stood = new Vector3();
    private final Vector3 floor = new Vector3();

    /**
     * Takes one sample, {@code dtMs} after the one before.
     *
     * @param rateDps rate without the gyroscope's offset
     * @param standing true while the foot lies still on the floor
     */
    void accept(Vector3 rateDps, ImuSample sample, double dtMs, boolean standing) {
        force.set(sample.accXMps2, sample.accYMps2, sample.accZMps2);
        if (!(force.length() < LARGEST_FORCE_MPS2)) {
            lose();
        } else if (standing) {
            stand(dtMs);
        } else if (sinceStandstillMs < BELIEVED_MS) {
            sinceStandstillMs += dtMs;
            move(rateDps, dtMs * MS_TO_S);
        }
    }

    private void stand(double dtMs) {
        if (force.length() < SMALLEST_FORCE_MPS2) {
            return;
        }
        double share = sinceStandstillMs < BELIEVED_MS ? Math.min(1, dtMs / UP_TIME_CONSTANT_MS) : 1;
        gravity.scale(1 - share);
        gravity.addScaled(force, share);
        stood.set(gravity);
        stood.normalise();
        if (floor.length() == 0) {
            floor.set(stood);
        }
        velocity.set(0, 0, 0);
        moved.set(0, 0, 0);
        sinceStandstillMs = 0;
    }

    private void move(Vector3 rateDps, double dtS) {
        turnBack(gravity, rateDps, dtS);
        turnBack(velocity, rateDps, dtS);
        turnBack(moved, rateDps, dtS);
        velocity.addScaled(force, dtS);
        velocity.addScaled(gravity, -dtS);
        moved.addScaled(velocity, dtS);
    }

    /** A vector that stands still in the room, seen from the turning sensor: d/dt v = v x rate. */
    private void turnBack(Vector3 v, Vector3 rateDps, double dtS) {
        double k = RAD_PER_DEG * dtS;
        turned.set(v.y * rateDps.z - v.z * rateDps.y, v.z * rateDps.x - v.x * rateDps.z,
                v.x * rateDps.y - v.y * rateDps.x);
        v.addScaled(turned, k);
    }

    /** A stride carried the foot on: it stood on the floor before. */
    void confirmStride() {
        floor.scale(1 - FLOOR_WEIGHT);
        floor.addScaled(stood, FLOOR_WEIGHT);
        floor.normalise();
    }

    /** True when the foot last stood as flat as it does between strides; a foot that dangles points down. */
    boolean stoodOnFloor() {
        return stood.dot(floor) > FLAT_COSINE;
    }

    /** After a gap: nothing is known until the foot stands still again. */
    void lose() {
        sinceStandstillMs = BELIEVED_MS;
    }

    /** True while what is said below can be believed. */
    boolean known() {
        return sinceStandstillMs < BELIEVED_MS;
    }

    /** Speed, metres per second; 0 while not known. */
    double speedMps() {
        return known() ? velocity.length() : 0;
    }

    /** Distance from where the foot stood, metres; 0 while not known. */
    double movedM() {
        return known() ? moved.length() : 0;
    }
}
