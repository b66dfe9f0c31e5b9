package org.footlift.hal.heel;

/**
 * A force sensor under the heel as a heel sensor: loaded above an upper threshold, unloaded below a lower one at least a tenth of full scale
 * under it. Both follow the wearer slowly, and only while the heel is lifted and put down: somebody who stands still teaches it nothing, or
 * standing would become the new "unloaded". Pinned within 2 % of either end (a broken lead, a short, an absent chip) is invalid.
 */
public final class HeelForce implements HeelSensor {
    static final int LOWEST = ForceInput.FULL_SCALE * 2 / 100;
    static final int HIGHEST = ForceInput.FULL_SCALE - LOWEST;
    static final int LEAST_APART = ForceInput.FULL_SCALE / 10;
    /** What a lifted and put down heel changes at least. */
    static final int LEAST_SPAN = ForceInput.FULL_SCALE / 4;
    /** More than this is no empty shoe, however tight: the sensor then stays loaded. */
    static final int HIGHEST_EMPTY = ForceInput.FULL_SCALE * 3 / 10;
    /** A heel that presses more than this is never lifted, whatever was learnt. */
    static final int HIGHEST_LOWER = ForceInput.FULL_SCALE * 4 / 10;
    /** Long enough for several strides. */
    static final long LEARNING_NS = 10_000_000_000L;
    /** Each time this part of the way. */
    private static final int LEARNING_DIVISOR = 4;
    private static final int UPPER_PCT = 60;
    private static final int APART_PCT = 20;
    private static final int PCT = 100;
    /** Once lost the converter is set up again this often. */
    static final long RETRY_NS = 100_000_000;

    private final ForceInput input;
    /** With the divider of docs/hardware.md. */
    private int empty = 900;
    private int full = 5_000;
    private boolean loaded = true;
    private boolean begun;
    private boolean lost;
    private long lostNs;
    private int least = ForceInput.FULL_SCALE;
    private int most;
    private boolean learning;
    private long learningSinceNs;

    /** With the force sensor at {@code input}. */
    public HeelForce(ForceInput input) {
        this.input = input;
    }

    @Override
    public HeelReading read(long nowNs) {
        int value = value(nowNs);
        if (!(value >= LOWEST && value <= HIGHEST)) {
            loaded = true; // unloaded is believed only when it is seen again
            return HeelReading.INVALID;
        }
        lost = false;
        learn(value, nowNs);
        if (value >= upper()) {
            loaded = true;
        } else if (value <= lower()) {
            loaded = false;
        }
        return loaded ? HeelReading.LOADED : HeelReading.UNLOADED;
    }

    /** The input's value; 0, which is pinned, without one. */
    private int value(long nowNs) {
        try {
            if (!begun || (lost && nowNs - lostNs >= RETRY_NS)) {
                lostNs = nowNs;
                input.begin();
                begun = true;
            }
            int value = input.read();
            if (value < LOWEST || value > HIGHEST) {
                lose(nowNs); // a chip that lost its power reads 0 until it is set up again
            }
            return value;
        } catch (ForceInput.Failed failed) { // said by the invalid reading itself, hundreds of times a second
            lose(nowNs);
            return 0;
        }
    }

    private void lose(long nowNs) {
        if (!lost) {
            lost = true;
            lostNs = nowNs;
        }
    }

    private void learn(int value, long nowNs) {
        if (!learning) {
            learning = true;
            learningSinceNs = nowNs;
        }
        least = Math.min(least, value);
        most = Math.max(most, value);
        if (nowNs - learningSinceNs < LEARNING_NS) {
            return;
        }
        if (most - least >= LEAST_SPAN) {
            empty = Math.min(HIGHEST_EMPTY, empty + (least - empty) / LEARNING_DIVISOR);
            full = Math.max(empty + LEAST_SPAN, full + (most - full) / LEARNING_DIVISOR);
        }
        least = ForceInput.FULL_SCALE;
        most = 0;
        learningSinceNs = nowNs;
    }

    int upper() {
        return empty + (full - empty) * UPPER_PCT / PCT;
    }

    int lower() {
        return Math.min(HIGHEST_LOWER, upper() - Math.max(LEAST_APART, (full - empty) * APART_PCT / PCT));
    }
}
