package org.footlift.controller.gait;

import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSample;

/**
 * On a shank: it turns most about the axis sought (largest eigenvector of the second moment, across the mean direction of gravity), and it
 * rolls back slowly in stance but forward fast in swing, so the skewness of the rate tells the sign: 0.5 to 1 in healthy and
 * hemiparetic walkers alike (measured on the UNISS-UNIGE recordings).
 */
final class ShankMounting extends Mounting {
    private static final double UP_TIME_CONSTANT_MS = 2_000;
    private static final double MOVING_DPS = 20;
    /** A declared axis counts as about one slow stride, (degrees per second)² · s. */
    private static final double DECLARED_WEIGHT = 1_500;
    /** The sign is first judged after so much motion, milliseconds: about a stride, because each begins with its backward part. */
    private static final double FIRST_JUDGED_MS = 1_000;
    /** Then, or of a declared axis, each time so much has gone by, milliseconds. */
    private static final double JUDGED_MS = 3_000;
    /** An axis that serves is turned round only when the skewness says so this clearly, in units of the cube over the square to the 3/2. */
    private static final double CLEARLY = 0.3;

    private final Vector3 across = new Vector3();
    private final Vector3 most = new Vector3();
    private final SecondMoment moment = new SecondMoment();
    private double squares;
    private double cubes;
    private double motionMs;

    ShankMounting(ImuSettings worn) {
        super(worn);
        moment.add(axis, DECLARED_WEIGHT, 0);
        most.set(axis);
    }

    @Override
    void accept(Vector3 rateDps, ImuSample sample, double dtMs, boolean resting) {
        followUp(sample, dtMs, UP_TIME_CONSTANT_MS);
        across.set(rateDps);
        across.removeAlong(up);
        if (across.length() < MOVING_DPS) {
            return;
        }
        if (most.length() == 0) {
            most.set(across);
            most.normalise();
        }
        double weight = dtMs * MS_TO_S;
        double forgotten = Math.min(1, dtMs / FORGETTING_MS);
        moment.add(across, weight, forgotten);
        moment.follow(most);
        double alongDps = across.dot(most);
        squares += weight * alongDps * alongDps - forgotten * squares;
        cubes += weight * alongDps * alongDps * alongDps - forgotten * cubes;
        motionMs += dtMs;
        if (motionMs >= (found ? JUDGED_MS : FIRST_JUDGED_MS)) {
            motionMs = 0;
            judgeSign();
            found = true;
        }
        if (found) {
            axis.set(most);
        }
    }

    private void judgeSign() {
        double least = found ? CLEARLY * squares * Math.sqrt(squares) : 0;
        if (cubes < -least) {
            most.scale(-1);
            cubes = -cubes;
        }
    }

    @Override
    void confirmStride() {
        watch();
    }

    @Override
    void lose() {
        // What the leg turned about before the gap is still what it turns about.
    }
}
