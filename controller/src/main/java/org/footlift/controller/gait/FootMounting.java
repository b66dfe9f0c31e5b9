package org.footlift.controller.gait;

import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSample;

/**
 * On a foot: out of rest a heel rises first, so the first turn out of each rest, across up, points along the axis and tells its sign. That
 * direction is kept as a running sum over confirmed strides. The direction about which the foot turns most (largest eigenvector of the second
 * moment) refines it, as far as both agree: a leg that is swung in an arc turns about other axes too.
 */
final class FootMounting extends Mounting {
    /** The turn out of rest is read at these angles, degrees: some feet flick up by 10° before their heel rises. */
    private static final double[] READ_AT_DEG = {8, 15};
    /** A declared axis counts as two strides (a stride adds two directions). */
    private static final double DECLARED_WEIGHT = 4;
    private static final double KEPT_PER_STRIDE = 0.85;
    /** Directions of strides that cancel each other say nothing. */
    private static final double SMALLEST_SUM = 0.5;
    /** A slower turn says nothing about the axis of the swing, degrees per second. */
    private static final double MOVING_DPS = 60;
    private static final double UP_TIME_CONSTANT_MS = 200;
    /** So many large turns out of rest in a row that were no strides: the sensor has moved, and the search begins anew. */
    private static final int UNCONFIRMED_TURNS = 4;
    private static final int POWER_STEPS = 4;

    private final Vector3 sum = new Vector3();
    private final Vector3 rise = new Vector3();
    private final Vector3 turned = new Vector3();
    private final Vector3 across = new Vector3();
    private final Vector3 most = new Vector3();
    private final SecondMoment moment = new SecondMoment();
    private boolean confirmed;
    private int unconfirmed;
    private boolean rested;
    private int read;

    FootMounting(ImuSettings worn) {
        super(worn);
        sum.addScaled(axis, DECLARED_WEIGHT);
        confirmed = found;
    }

    @Override
    void accept(Vector3 rateDps, ImuSample sample, double dtMs, boolean resting) {
        if (resting) {
            rest();
            followUp(sample, dtMs, UP_TIME_CONSTANT_MS);
            return;
        }
        across.set(rateDps);
        across.removeAlong(up);
        turned.addScaled(across, dtMs * MS_TO_S);
        double deg = turned.length();
        if (rested && read < READ_AT_DEG.length && deg >= READ_AT_DEG[read]) {
            read(deg);
        }
        if (across.length() > MOVING_DPS) {
            moment.add(across, dtMs * MS_TO_S, Math.min(1, dtMs / FORGETTING_MS));
        }
    }

    private void read(double deg) {
        read++;
        if (rise.dot(turned) > 0) { // back on itself: what was read before was a flick
            rise.set(0, 0, 0);
        }
        rise.addScaled(turned, -1 / deg);
        if (!confirmed) { // good enough to see this very stride by
            axis.set(rise);
            axis.normalise();
            found = true;
        }
    }

    private void rest() {
        if (read == READ_AT_DEG.length && rise.length() > 0 && ++unconfirmed >= UNCONFIRMED_TURNS) {
            confirmed = false;
            sum.set(0, 0, 0);
        }
        found = confirmed;
        rested = true;
        read = 0;
        rise.set(0, 0, 0);
        turned.set(0, 0, 0);
    }

    @Override
    void confirmStride() {
        if (read == 0) {
            return;
        }
        unconfirmed = 0;
        sum.scale(KEPT_PER_STRIDE);
        sum.addScaled(rise, 1);
        sum.removeAlong(up);
        rise.set(0, 0, 0);
        if (sum.length() < SMALLEST_SUM) {
            return;
        }
        if (most.length() == 0) {
            most.set(sum);
        }
        for (int i = 0; i < POWER_STEPS; i++) {
            moment.follow(most);
        }
        axis.set(sum);
        axis.normalise();
        axis.addScaled(most, axis.dot(most));
        axis.normalise();
        confirmed = true;
        watch();
    }

    @Override
    void lose() {
        rested = false;
        read = 0;
        rise.set(0, 0, 0);
        turned.set(0, 0, 0);
    }
}
