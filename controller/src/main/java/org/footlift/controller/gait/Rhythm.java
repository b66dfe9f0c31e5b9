package org.footlift.controller.gait;

import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitEvent;

/**
 * The wearer's own timing over the last strides: where in the stride the leg is, when the toes will leave the floor, and how sure that
 * is. Sure only after steady strides, and not at all from the moment at which an event comes twice, out of order, at another time than
 * usual, or not at all.
 *
 * <p>One thread; allocates nothing after construction; integers only; its state depends on nothing but what it was told.
 */
public final class Rhythm {
    private static final long MS = 1_000_000L;
    private static final long NEVER = LegDetector.NEVER;
    /** No stride is shorter or longer than what enters the cadence. */
    private static final long SHORTEST_STRIDE_NS = 500 * MS;
    private static final long LONGEST_STRIDE_NS = 4_000 * MS;
    /** Strides to compare with: one could be the odd one. */
    private static final int FEWEST = 2;
    /**
     * An event came as expected within this share of the stride, and this at least, nanoseconds. Stride times vary by 3 % (able) to 8 %
     * (hemiparetic): two to five standard deviations. A stop or a stumble is farther off.
     */
    private static final int TOLERANCE_PCT = 15;
    private static final long LEAST_TOLERANCE_NS = 80 * MS;
    /** Steady strides in a row for full confidence, and without which nothing is trusted: two may be alike by chance. */
    private static final int STEADY_STRIDES = 4;
    private static final int FEWEST_STEADY = 3;
    /** The spread, percent of the stride, that leaves no confidence: a lead of 100 ms would then be a guess. */
    private static final int LARGEST_SPREAD_PCT = 10;
    /** Confidence that is trusted, percent. */
    private static final int TRUSTED_PCT = 50;

    private final UsualInterval stride = new UsualInterval();
    private final UsualInterval strikeToFlat = new UsualInterval();
    private final UsualInterval strikeToHeelOff = new UsualInterval();
    private final UsualInterval strikeToToeOff = new UsualInterval();
    private final UsualInterval heelOffToToeOff = new UsualInterval();

    private DetectorSource source = DetectorSource.NONE;
    private long strikeNs = NEVER;
    private long flatNs = NEVER;
    private long heelOffNs = NEVER;
    private long toeOffNs = NEVER;
    /** The present stride so far: every event once, in order and in time. */
    private boolean sound;
    private int steadyStrides;

    /** Takes what the sensors said in this tick. */
    public void update(Gait gait, long nowNs) {
        if (gait.source() == DetectorSource.NONE) {
            withdraw();
            return;
        }
        if (gait.source() != source) {
            forget(); // another sensor says its events at other times
            source = gait.source();
        }
        if (gait.has(GaitEvent.HEEL_STRIKE)) {
            strike(gait.eventTimeNs(GaitEvent.HEEL_STRIKE));
        }
        if (gait.has(GaitEvent.FOOT_FLAT)) {
            flatNs = gait.eventTimeNs(GaitEvent.FOOT_FLAT);
        }
        if (gait.has(GaitEvent.HEEL_OFF)) {
            heelOff(gait.eventTimeNs(GaitEvent.HEEL_OFF));
        }
        if (gait.has(GaitEvent.TOE_OFF)) {
            toeOff(gait.eventTimeNs(GaitEvent.TOE_OFF));
        }
        if (overdue(nowNs)) {
            withdraw();
        }
    }

    /** Nothing is expected any more until the wearer has walked some steady strides again; what is usual is kept. */
    public void withdraw() {
        steadyStrides = 0;
        sound = false;
    }

    private void forget() {
        withdraw();
        stride.forget();
        strikeToFlat.forget();
        strikeToHeelOff.forget();
        strikeToToeOff.forget();
        heelOffToToeOff.forget();
        strikeNs = NEVER;
        begin(NEVER);
    }

    private void strike(long timeNs) {
        boolean whole = strikeNs != NEVER && heelOffNs != NEVER && toeOffNs != NEVER;
        long strideNs = whole ? timeNs - strikeNs : 0;
        if (strideNs >= SHORTEST_STRIDE_NS && strideNs <= LONGEST_STRIDE_NS) {
            boolean steady = sound && stride.count() >= FEWEST && near(strideNs, stride);
            learn(strideNs);
            steadyStrides = steady ? Math.min(steadyStrides + 1, STEADY_STRIDES) : 0;
        } else {
            steadyStrides = 0;
        }
        begin(timeNs);
    }

    private void learn(long strideNs) {
        stride.add(strideNs);
        strikeToHeelOff.add(heelOffNs - strikeNs);
        strikeToToeOff.add(toeOffNs - strikeNs);
        heelOffToToeOff.add(toeOffNs - heelOffNs);
        if (flatNs != NEVER) {
            strikeToFlat.add(flatNs - strikeNs);
        }
    }

    private void begin(long timeNs) {
        strikeNs = timeNs;
        flatNs = NEVER;
        heelOffNs = NEVER;
        toeOffNs = NEVER;
        sound = timeNs != NEVER;
    }

    private void heelOff(long timeNs) {
        boolean expected = strikeNs != NEVER && heelOffNs == NEVER && toeOffNs == NEVER
                && near(timeNs - strikeNs, strikeToHeelOff);
        heelOffNs = timeNs;
        if (!expected) {
            withdraw();
        }
    }

    private void toeOff(long timeNs) {
        boolean expected = heelOffNs != NEVER && toeOffNs == NEVER && near(timeNs - heelOffNs, heelOffToToeOff);
        toeOffNs = timeNs;
        if (!expected) {
            withdraw();
        }
    }

    /** While there is too little to compare with, everything is near; such strides do not count as steady. */
    private boolean near(long intervalNs, UsualInterval usual) {
        return usual.count() < FEWEST || Math.abs(intervalNs - usual.usualNs()) <= toleranceNs();
    }

    private long toleranceNs() {
        return Math.max(LEAST_TOLERANCE_NS, stride.usualNs() * TOLERANCE_PCT / 100);
    }

    /** The next event should have come. */
    private boolean overdue(long nowNs) {
        if (strikeNs == NEVER || stride.count() < FEWEST) {
            return false;
        }
        long expectedNs;
        if (heelOffNs == NEVER) {
            expectedNs = strikeNs + strikeToHeelOff.usualNs();
        } else if (toeOffNs == NEVER) {
            expectedNs = heelOffNs + heelOffToToeOff.usualNs();
        } else {
            expectedNs = strikeNs + stride.usualNs();
        }
        return nowNs - expectedNs > toleranceNs();
    }

    /**
     * How sure {@link #toeOffNs} is, 0 to 100 percent: the share of steady strides, less by the spread of the interval it is reckoned by.
     * A heel that is up tells more than the heel strike before: confidence may rise with it.
     */
    public int confidencePct() {
        if (steadyStrides == 0 || !sound) {
            return 0;
        }
        long largestNs = stride.usualNs() * LARGEST_SPREAD_PCT / 100;
        long spreadNs = (heelOffNs == NEVER ? strikeToToeOff : heelOffToToeOff).spreadNs();
        long leftNs = Math.max(0, largestNs - spreadNs);
        return (int) (100L * steadyStrides * leftNs / (STEADY_STRIDES * largestNs));
    }

    /** True while a burst may be timed by {@link #toeOffNs}. */
    public boolean trusted() {
        return steadyStrides >= FEWEST_STEADY && confidencePct() >= TRUSTED_PCT;
    }

    /** When the toes are expected to leave, or were, nanoseconds; meaningful only while {@link #trusted}. */
    public long toeOffNs() {
        return heelOffNs == NEVER ? strikeNs + strikeToToeOff.usualNs() : heelOffNs + heelOffToToeOff.usualNs();
    }

    /** When the heel is expected to leave the floor, nanoseconds; meaningful only while {@link #heelOffIsNext}. */
    public long heelOffNs() {
        return strikeNs + strikeToHeelOff.usualNs();
    }

    /**
     * When the heel will have struck the floor again, by all that is usual, nanoseconds; meaningful only while {@link #trusted}.
     */
    public long latestStrikeNs() {
        return strikeNs + stride.usualNs() + stride.spreadNs();
    }

    /** True when the toes have left the floor in the present stride. */
    public boolean toesAreOff() {
        return toeOffNs != NEVER;
    }

    /**
     * True while heel strike and foot flat of the present stride came as expected and the heel is expected to rise: no burst may be timed
     * from heel strike without it.
     */
    public boolean heelOffIsNext() {
        return trusted() && heelOffNs == NEVER && flatNs != NEVER && strikeToFlat.count() >= FEWEST
                && near(flatNs - strikeNs, strikeToFlat);
    }

    /** How far the present stride is, 0 to 100 percent from heel strike to heel strike; 0 while there is no confidence. */
    public int stridePct(long nowNs) {
        if (confidencePct() == 0) {
            return 0;
        }
        return (int) Math.max(0, Math.min(100, (nowNs - strikeNs) * 100 / stride.usualNs()));
    }
}
