package org.footlift.controller.gait;

import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSample;

/**
 * How a sensor sits on its segment: which way is up, and about which axis the leg swings. Both are found from the motion and kept watch on; a
 * declared axis is where the search begins, so that the first step counts. Rates in degrees per second; allocates nothing after construction.
 */
abstract sealed class Mounting permits FootMounting, ShankMounting {
    static final double MS_TO_S = 1e-3;
    /** Motion is forgotten over this much time in motion, milliseconds: about four strides. */
    static final double FORGETTING_MS = 3_000;
    /** Less than this is no gravity: a sensor without an accelerometer, or one that falls, metres per second squared. */
    private static final double SMALLEST_FORCE_MPS2 = 5;
    /** More than any accelerometer shows; one such sample would turn up into nonsense for good. */
    private static final double LARGEST_FORCE_MPS2 = 1_000;
    /** The found axis does not fit the one it began with when they are further apart than 60°, and fits again within 45°. */
    private static final double MISFIT_COSINE = 0.5;
    private static final double FIT_COSINE = 0.707;

    /** The axis of the leg's swing: a rate along it is positive in swing. */
    final Vector3 axis = new Vector3();
    /** Against gravity; zero while not known. */
    final Vector3 up = new Vector3();
    /** The axis that was declared, or the first that was found and confirmed. */
    private final Vector3 first = new Vector3();
    private boolean firstKnown;
    private boolean misfit;
    private final Vector3 force = new Vector3();

    /** False while the search has found nothing; the sagittal rate is zero then. */
    boolean found;

    static Mounting of(ImuSettings worn, SiteTraits traits) {
        return traits.comesToRest() ? new FootMounting(worn) : new ShankMounting(worn);
    }

    Mounting(ImuSettings worn) {
        double sign = worn.swingSign() == ImuSettings.Sign.POSITIVE ? 1 : -1;
        switch (worn.mediolateralAxis()) {
            case X -> axis.set(sign, 0, 0);
            case Y -> axis.set(0, sign, 0);
            case Z -> axis.set(0, 0, sign);
            case FIND -> {
                return;
            }
        }
        found = true;
        first.set(axis);
        firstKnown = true;
    }

    /** Takes one usable sample; {@code resting} while the segment lies still. */
    abstract void accept(Vector3 rateDps, ImuSample sample, double dtMs, boolean resting);

    /** A stride was seen and was one. */
    abstract void confirmStride();

    /** After a gap: what was going on is forgotten, what was found is kept. */
    abstract void lose();

    final double sagittalDps(Vector3 rateDps) {
        return found ? rateDps.dot(axis) : 0;
    }

    /** Rate about the vertical; zero while that is not known. */
    final double yawDps(Vector3 rateDps) {
        return rateDps.dot(up);
    }

    /** True when the sensor does not sit as declared, or has moved since: the axis found is far from where it began. */
    final boolean misfit() {
        return misfit;
    }

    /** Compares the axis, found anew after a stride, with where it began. */
    final void watch() {
        if (!firstKnown) {
            first.set(axis);
            firstKnown = true;
        }
        double cosine = first.dot(axis);
        misfit = cosine < (misfit ? FIT_COSINE : MISFIT_COSINE);
    }

    /** The specific force shows up, followed with a time constant. */
    final void followUp(ImuSample sample, double dtMs, double timeConstantMs) {
        force.set(sample.accXMps2, sample.accYMps2, sample.accZMps2);
        if (force.length() > SMALLEST_FORCE_MPS2 && force.length() < LARGEST_FORCE_MPS2) {
            force.normalise();
            boolean known = up.length() > 0;
            up.addScaled(force, known ? Math.min(1, dtMs / timeConstantMs) : 1);
            up.normalise();
        }
    }

    /** Magnitude of the whole rate, whatever its axis, degrees per second. */
    static double magnitudeDps(ImuSample sample) {
        return magnitude(sample.gyroXDps, sample.gyroYDps, sample.gyroZDps);
    }

    /** Magnitude of the specific force, metres per second squared. */
    static double magnitudeMps2(ImuSample sample) {
        return magnitude(sample.accXMps2, sample.accYMps2, sample.accZMps2);
    }

    private static double magnitude(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z); // exact by IEEE 754 on every machine
    }
}
