package org.footlift.controller.gait;

import org.footlift.hal.ImuSample;

/**
 * What the magnitude of the specific force tells, whatever the sensor's mounting: on the floor a foot shows gravity, in the air it is accelerated,
 * and its landing is a blow. Metres per second squared; a sensor without an accelerometer shows none of it. Allocates nothing after
 * construction.
 */
final class FootForce {
    private static final double LONG_AGO_MS = 1e6;
    /** Gravity as this accelerometer shows it at rest: consumer parts are off by up to 5 %. */
    private static final double GRAVITY_MPS2 = 9.81;
    private static final double GRAVITY_ERROR_MPS2 = 1;
    private static final double GRAVITY_REST_MS = 100;
    private static final double GRAVITY_TIME_CONSTANT_MS = 1_000;
    /** A foot in the air is accelerated by more than this, one that turns on the floor is not. */
    private static final double JOLT_MPS2 = 2;
    /** A foot that is being lifted shows more than this beyond gravity all the while; one that taps the floor, only for a moment. */
    private static final double LIFT_MPS2 = 2;
    private static final double CALM_MPS2 = 0.8;
    /** A blow leaves its own short mean by this much; a leg that swings freely, for all its centripetal force, does not. */
    private static final double BLOW_MPS2 = 2.5;
    private static final double MEAN_MS = 20;

    private double gravityMps2 = GRAVITY_MPS2;
    private double meanMps2 = GRAVITY_MPS2;
    private double sinceJoltMs = LONG_AGO_MS;
    private double sinceBlowMs = LONG_AGO_MS;
    private double liftMs;
    private boolean calm = true;

    /** Takes one sample, {@code dtMs} after the one before, of a foot that has been resting for {@code restMs}. */
    void accept(ImuSample sample, double dtMs, double restMs) {
        double forceMps2 = Mounting.magnitudeMps2(sample);
        if (restMs > GRAVITY_REST_MS && Math.abs(forceMps2 - GRAVITY_MPS2) < GRAVITY_ERROR_MPS2) {
            gravityMps2 += (forceMps2 - gravityMps2) * Math.min(1, dtMs / GRAVITY_TIME_CONSTANT_MS);
        }
        double beyondMps2 = forceMps2 - gravityMps2;
        sinceJoltMs = Math.abs(beyondMps2) > JOLT_MPS2 ? 0 : sinceJoltMs + dtMs;
        liftMs = beyondMps2 > LIFT_MPS2 ? liftMs + dtMs : 0;
        calm = !(Math.abs(beyondMps2) >= CALM_MPS2);
        sinceBlowMs = Math.abs(forceMps2 - meanMps2) > BLOW_MPS2 ? 0 : sinceBlowMs + dtMs;
        if (Double.isFinite(forceMps2)) {
            meanMps2 += (forceMps2 - meanMps2) * dtMs / (dtMs + MEAN_MS);
        }
    }

    /** After a gap: the sensor's gravity is kept. */
    void lose() {
        sinceJoltMs = LONG_AGO_MS;
        sinceBlowMs = LONG_AGO_MS;
        liftMs = 0;
        calm = true;
    }

    /** How long ago the foot was accelerated as only one in the air, or one set down, can be, milliseconds. */
    double sinceJoltMs() {
        return sinceJoltMs;
    }

    /** How long it has been lifted without a pause, milliseconds. */
    double liftMs() {
        return liftMs;
    }

    /** How long ago it struck something, milliseconds. */
    double sinceBlowMs() {
        return sinceBlowMs;
    }

    /** True while it shows hardly more or less than gravity; a sensor that shows nothing is taken as calm. */
    boolean calm() {
        return calm;
    }
}
