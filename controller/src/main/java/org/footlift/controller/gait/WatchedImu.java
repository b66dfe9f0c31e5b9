package org.footlift.controller.gait;

import org.footlift.hal.ImuSample;
import org.footlift.telemetry.GaitEvent;
import org.jspecify.annotations.Nullable;

/**
 * An IMU's detector and whether its sensor measures at all. A real sensor has noise: six values that repeat exactly for 200 ms are a
 * frozen register or a dead bus, and from then on its samples are no samples. A sensor that shows nothing while the heel switch opens
 * and closes stride by stride is silent. One thread; allocates nothing after construction.
 */
final class WatchedImu {
    private static final long MS = 1_000_000L;
    /** 20 samples of a slow sensor: by chance six noisy values never repeat that often. */
    private static final long FROZEN_NS = 200 * MS;
    /** Beyond any offset (20 °/s) and the shaking of a car; every step turns foot or shank faster, degrees per second. */
    private static final double MOTION_DPS = 40;
    /** Less than this, without the offset, shows a sensor that lies somewhere; a heel that taps turns the foot faster, degrees per second. */
    private static final double STILL_DPS = 8;
    /** A stride of the switch: from load to load, and how long the heel is up in it, milliseconds. */
    private static final long SHORTEST_STRIDE_MS = 500;
    private static final long LONGEST_STRIDE_MS = 4_000;
    private static final long SHORTEST_RISE_MS = 200;
    /** Strides follow each other within this share; taps and shifts of weight seldom do. */
    private static final double REGULAR_SHARE = 0.25;
    /** So many strides of the switch in a row, unseen: two without any motion, or six with motion but never a step. */
    private static final int UNSEEN = 6;
    private static final int UNSEEN_WITHOUT_MOTION = 3;

    private final ImuDetector detector;
    private final ImuSample last = new ImuSample();
    private long changedNs = LegDetector.NEVER;
    private boolean frozen;

    private boolean moved;
    /** The foot went somewhere, or it is not known that it did not. */
    private boolean left;
    private boolean stepped;
    private long riseNs = LegDetector.NEVER;
    private long loadNs = LegDetector.NEVER;
    private long strideMs;
    private int unseen;

    WatchedImu(ImuDetector detector) {
        this.detector = detector;
    }

    /** The detector, fed with what is a measurement. */
    ImuDetector detector() {
        return detector;
    }

    /** Takes one sample as it came. */
    void accept(ImuSample sample) {
        if (sample.valid) {
            watch(sample);
        }
        if (!frozen) {
            detector.accept(sample);
        }
    }

    private void watch(ImuSample sample) {
        if (changedNs == LegDetector.NEVER || !repeats(sample)) {
            last.copyFrom(sample);
            changedNs = sample.timeNs;
            frozen = false;
        } else {
            frozen = sample.timeNs - changedNs > FROZEN_NS;
        }
        moved |= moves(sample);
    }

    private boolean repeats(ImuSample sample) {
        return sample.gyroXDps == last.gyroXDps && sample.gyroYDps == last.gyroYDps && sample.gyroZDps == last.gyroZDps
                && sample.accXMps2 == last.accXMps2 && sample.accYMps2 == last.accYMps2
                && sample.accZMps2 == last.accZMps2;
    }

    private static boolean moves(ImuSample sample) {
        double x = sample.gyroXDps;
        double y = sample.gyroYDps;
        double z = sample.gyroZDps;
        return x * x + y * y + z * z > MOTION_DPS * MOTION_DPS;
    }

    /** Compares with what the heel switch said in this tick; null when it does not speak. */
    void compareWith(@Nullable GaitEvents heel) {
        GaitEvents said = detector.events();
        stepped |= said.has(GaitEvent.HEEL_OFF) || said.has(GaitEvent.TOE_OFF); // the strike may be of the step before
        if (stepped) {
            unseen = 0;
        }
        if (heel == null) {
            return;
        }
        if (heel.has(GaitEvent.HEEL_OFF)) {
            riseNs = heel.timeNs(GaitEvent.HEEL_OFF);
            moved = false; // what counts is the swing
            left = false;
        }
        moved |= detector.allDps() > STILL_DPS;
        left |= detector.mayStep();
        if (heel.has(GaitEvent.HEEL_STRIKE)) {
            loaded(heel.timeNs(GaitEvent.HEEL_STRIKE));
        }
    }

    private void loaded(long timeNs) {
        long lastMs = strideMs;
        strideMs = loadNs == LegDetector.NEVER ? 0 : (timeNs - loadNs) / MS;
        loadNs = timeNs;
        boolean regular = strideMs >= SHORTEST_STRIDE_MS && strideMs <= LONGEST_STRIDE_MS
                && Math.abs(strideMs - lastMs) <= REGULAR_SHARE * lastMs
                && riseNs != LegDetector.NEVER && timeNs - riseNs >= SHORTEST_RISE_MS * MS;
        if (!regular || (moved && !left)) { // a foot that moved where it stood tapped
            unseen = 0;
        } else if (!stepped) {
            unseen = Math.min(UNSEEN, unseen + (moved ? 1 : UNSEEN_WITHOUT_MOTION));
        }
        stepped = false;
    }

    /** True while the sensor repeats itself, or shows nothing of the strides that the heel switch sees; a step it shows clears it. */
    boolean silent() {
        return frozen || unseen >= UNSEEN;
    }
}
