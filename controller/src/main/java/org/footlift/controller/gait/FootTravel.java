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
    /**
     * A standstill at which gyroscope and accelerometer agree within 12° about where up is. Else the foot must have struck the floor just before,
     * or the standstill must last this long, milliseconds.
     */
    private static final double SAME_UP_COSINE = 0.978;
    private static final double FIRM_MS = 300;
    /** A foot goes back that moves within 60° of halfway between back and down. */
    private static final double BACK_COSINE = 0.5;

    /** Specific force at standstill, turned along since: points up, as long as gravity. Zero while not known. */
    private final Vector3 gravity = new Vector3();
    private final Vector3 velocity = new Vector3();
    private final Vector3 moved = new Vector3();
    private final Vector3 turned = new Vector3();
    private final Vector3 force = new Vector3();
    private double standingMs;
    private double sinceStandstillMs = BELIEVED_MS;
    /** Specific force of the last standstill as a unit vector, and of standstills between strides. */
    private final Vector3 stood = new Vector3();
    private final Vector3 floor = new Vector3();

    /**
     * Takes one sample, {@code dtMs} after the one before.
     *
     * @param rateDps rate without the gyroscope's offset
     * @param standing true while the foot lies still on the floor
     * @param struck true when it struck something just before
     */
    void accept(Vector3 rateDps, ImuSample sample, double dtMs, boolean standing, boolean struck) {
        force.set(sample.accXMps2, sample.accYMps2, sample.accZMps2);
        if (!(force.length() < LARGEST_FORCE_MPS2)) {
            lose();
            return;
        }
        double lengthMps2 = gravity.length();
        turnBack(gravity, rateDps, dtMs * MS_TO_S);
        gravity.normalise(); // a step of Euler's makes it longer, in hours without a standstill beyond all bounds
        gravity.scale(lengthMps2);
        standingMs = standing ? standingMs + dtMs : 0;
        boolean sameUp = isSameUp();
        if (standing && (sameUp || struck || standingMs >= FIRM_MS)) {
            stand(dtMs, sameUp);
        } else if (sinceStandstillMs < BELIEVED_MS) {
            sinceStandstillMs += dtMs;
            move(rateDps, dtMs * MS_TO_S);
        }
    }

    /**
     * False for a leg that swings from the knee and turns: it is still for a moment, but slanted, and the accelerometer, which feels the swing,
     * shows up along the leg all the same. The gyroscope knows better.
     */
    private boolean isSameUp() {
        return force.dot(gravity) >= SAME_UP_COSINE * force.length() * gravity.length();
    }

    private void stand(double dtMs, boolean sameUp) {
        if (force.length() < SMALLEST_FORCE_MPS2) {
            return;
        }
        double share = sameUp && sinceStandstillMs < BELIEVED_MS ? Math.min(1, dtMs / UP_TIME_CONSTANT_MS) : 1;
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

    /** True while it stands still, and so. */
    boolean standsOnFloor() {
        return sinceStandstillMs == 0 && stoodOnFloor();
    }

    /** After a gap: nothing is known until the foot stands still again. */
    void lose() {
        sinceStandstillMs = BELIEVED_MS;
        gravity.set(0, 0, 0);
    }

    /** True while what is said below can be believed. */
    boolean known() {
        return sinceStandstillMs < BELIEVED_MS;
    }

    /** Speed, metres per second; 0 while not known. */
    double speedMps() {
        return known() ? velocity.length() : 0;
    }

    /** How long ago it stood still, milliseconds, while {@link #known()}. */
    double sinceStandstillMs() {
        return sinceStandstillMs;
    }

    /**
     * True when it is known that the foot goes back or down. One that pushes off turns about its ball and goes forward and up; one that hangs from
     * the knee goes back as it turns its toes down.
     *
     * @param axis a turn along it raises the toes
     */
    boolean goesBack(Vector3 axis) {
        if (!known()) {
            return false;
        }
        // Ahead is up x axis; and as much up.
        turned.set(gravity.y * axis.z - gravity.z * axis.y, gravity.z * axis.x - gravity.x * axis.z,
                gravity.x * axis.y - gravity.y * axis.x);
        turned.addScaled(gravity, 1);
        turned.normalise();
        return velocity.dot(turned) < -BACK_COSINE * velocity.length();
    }

    /** Distance from where the foot stood, metres; 0 while not known. */
    double movedM() {
        return known() ? moved.length() : 0;
    }
}
