package org.footlift.hal.imu;

import java.util.Arrays;

/**
 * Whether what a sensor says can be a measurement on a living leg. Keeps what it knows while the sensor is set up anew, so that one that is
 * really stuck does not pass for a moment each time. One thread; allocates nothing after construction.
 */
final class SampleCheck {
    /** What is to be thought of a sample. */
    enum Verdict {
        /** A measurement. */
        USABLE(""),
        /** All zero: asleep. All ones: not there. Gravity makes both impossible. */
        NOTHING("measures nothing (all bits are the same), as a chip that lost its power does. Check its wiring."),
        /** The first part of a transfer, and then no chip any more. */
        CUT_SHORT("was read in part only. Check its wiring."),
        /** The same values again and again; noise alone would change them. */
        STUCK("repeats one value. If that does not end, take its power away and give it back."),
        /** An axis does not come back from the end of its range; a leg is there for an instant only. */
        JAMMED("stays at the end of its range, as a broken chip does."
                + " If that does not end, take its power away and give it back."),
        /** Gravity is not to be seen in it. */
        IMPLAUSIBLE("does not feel gravity as a leg does: under half of it or over twice, over a whole second."
                + " The sensor is broken, or is not the model that the profile names.");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        /** What a message says after the name of the sensor. */
        String text() {
            return text;
        }
    }

    /** From here on a value is at the end of its range. */
    static final int CLIPPED = 32_700;
    /** So many equal samples in a row never come out of a sensor with noise, nor so many at the end of the range off a leg. */
    static final int STUCK_SAMPLES = 25;
    /** Over which gravity and rate are judged. */
    static final long WINDOW_NS = 1_000_000_000;

    private static final int AXES = 3;
    private static final double LOWEST_G = 0.5;
    private static final double HIGHEST_G = 2;

    private final double accGPerStep;
    private final boolean gyroIsNeverStill;
    private final int[] last = new int[2 * AXES];
    private final int[] samplesAtEnd = new int[2 * AXES];
    private int gyroRepeats;
    private int accRepeats;
    private boolean implausible;
    private long windowNs;
    private int windowSamples;
    private double windowG;
    private double rateHz;

    /**
     * Before the first sample.
     *
     * @param accGPerStep standard gravities for a step of the specific force
     * @param gyroIsNeverStill whether three equal rates again and again mean a fault; some sensors make them zero at rest themselves
     */
    SampleCheck(double accGPerStep, boolean gyroIsNeverStill) {
        this.accGPerStep = accGPerStep;
        this.gyroIsNeverStill = gyroIsNeverStill;
    }

    /** Judges rates x, y, z and forces x, y, z as the sensor gave them. */
    Verdict judge(long timeNs, int[] raw) {
        if (all(raw, AXES, 0) || all(raw, AXES, -1)) {
            return Verdict.NOTHING;
        }
        gyroRepeats = repeats(raw, 0) ? gyroRepeats + 1 : 0;
        accRepeats = repeats(raw, AXES) ? accRepeats + 1 : 0;
        System.arraycopy(raw, 0, last, 0, last.length);
        weigh(timeNs, raw);
        boolean jammed = jammed(raw);
        if (accRepeats >= STUCK_SAMPLES - 1 || (gyroIsNeverStill && gyroRepeats >= STUCK_SAMPLES - 1)) {
            return Verdict.STUCK;
        }
        if (jammed) {
            return Verdict.JAMMED;
        }
        if (gyroIsNeverStill && all(raw, 0, -1)) { // a chip that goes away leaves the line at ones; once by chance it costs one sample
            return Verdict.CUT_SHORT;
        }
        return implausible ? Verdict.IMPLAUSIBLE : Verdict.USABLE;
    }

    private void weigh(long timeNs, int[] raw) {
        if (windowSamples == 0) {
            windowNs = timeNs;
            windowG = 0;
        }
        double x = raw[AXES];
        double y = raw[AXES + 1];
        double z = raw[AXES + 2];
        windowG += Math.sqrt(x * x + y * y + z * z) * accGPerStep;
        windowSamples++;
        if (timeNs - windowNs >= WINDOW_NS) {
            double meanG = windowG / windowSamples;
            implausible = !(meanG >= LOWEST_G && meanG <= HIGHEST_G);
            rateHz = (windowSamples - 1) * 1e9 / (timeNs - windowNs);
            windowSamples = 0;
        }
    }

    /** After a gap a second begins anew. */
    void restartWindow() {
        windowSamples = 0;
        rateHz = 0;
    }

    /** Samples a second over the last whole second without a gap; 0 while there was none. */
    double rateHz() {
        return rateHz;
    }

    /** True when a value is at the end of its range. */
    static boolean clipped(int[] raw) {
        for (int value : raw) {
            if (atEnd(value)) {
                return true;
            }
        }
        return false;
    }

    private static boolean atEnd(int value) {
        return Math.abs(value) >= CLIPPED;
    }

    private boolean jammed(int[] raw) {
        boolean jammed = false;
        for (int i = 0; i < raw.length; i++) {
            samplesAtEnd[i] = atEnd(raw[i]) ? samplesAtEnd[i] + 1 : 0;
            jammed |= samplesAtEnd[i] >= STUCK_SAMPLES;
        }
        return jammed;
    }

    private boolean repeats(int[] raw, int from) {
        return Arrays.equals(raw, from, from + AXES, last, from, from + AXES);
    }

    private static boolean all(int[] raw, int from, int value) {
        return raw[from] == value && raw[from + 1] == value && raw[from + 2] == value;
    }
}
