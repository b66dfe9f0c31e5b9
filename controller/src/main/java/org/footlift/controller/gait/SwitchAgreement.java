package org.footlift.controller.gait;

import org.footlift.telemetry.GaitEvent;

/**
 * Whether the heel switch follows the foot, judged once a stride, from one toe off of the IMU to the next: it must close once and open once,
 * each about as far from what the IMU sees as it usually does. One thread; allocates nothing after construction.
 */
final class SwitchAgreement {
    private static final double MS = 1e6;
    /** A contact bounces for up to 30 ms: a level that is over within this was none. */
    private static final long BOUNCE_NS = 40_000_000L;
    /** A stride of the IMU this far from the usual one is its own mistake, or no stride: it judges nobody. */
    private static final double SHORTEST_SHARE = 0.6;
    private static final double LONGEST_SHARE = 1.6;
    /** The last three strides, one bit each. */
    private static final int LAST_THREE = 0b111;

    /** Each edge beside what the IMU sees, and beside the edge before. */
    private final UsualOffset closing = new UsualOffset();
    private final UsualOffset opening = new UsualOffset();
    private final UsualOffset upTime = new UsualOffset();
    private final UsualOffset downTime = new UsualOffset();
    /** This stride so far. */
    private int opens;
    private int closes;
    private double upMs;
    private double downMs;
    private long openNs = LegDetector.NEVER;
    private long closeNs = LegDetector.NEVER;
    private long strikeNs = LegDetector.NEVER;
    private long toeOffNs = LegDetector.NEVER;
    /** The last strides that disagreed, newest lowest. */
    private int disagreed;
    private long agreedNs = LegDetector.NEVER;

    /** Takes what both said in this tick. {@code strideMs}: how long a stride usually takes, 0 when not known. */
    void update(GaitEvents heel, GaitEvents imu, boolean walking, int strideMs) {
        if (!walking) {
            forgive();
        }
        if (heel.has(GaitEvent.HEEL_STRIKE)) {
            close(heel.timeNs(GaitEvent.HEEL_STRIKE));
        }
        if (heel.has(GaitEvent.HEEL_OFF)) {
            open(heel.timeNs(GaitEvent.HEEL_OFF));
        }
        if (imu.has(GaitEvent.HEEL_STRIKE)) {
            strikeNs = imu.timeNs(GaitEvent.HEEL_STRIKE);
        }
        if (imu.has(GaitEvent.TOE_OFF)) {
            judge(imu.timeNs(GaitEvent.TOE_OFF), strideMs);
        }
    }

    private void close(long timeNs) {
        if (bounces(openNs, timeNs)) {
            opens--;
            return;
        }
        closes++;
        upMs = (timeNs - openNs) / MS;
        closeNs = timeNs;
    }

    private void open(long timeNs) {
        if (bounces(closeNs, timeNs)) {
            closes--;
            return;
        }
        opens++;
        downMs = (timeNs - closeNs) / MS;
        openNs = timeNs;
    }

    private static boolean bounces(long edgeNs, long timeNs) {
        return edgeNs != LegDetector.NEVER && timeNs - edgeNs <= BOUNCE_NS;
    }

    private void judge(long timeNs, int strideMs) {
        boolean begun = toeOffNs != LegDetector.NEVER && strikeNs > toeOffNs; // an IMU that saw no strike judges nobody
        if (begun && isUsual((timeNs - toeOffNs) / MS, strideMs)) {
            boolean agrees = opens == 1 && closes == 1 && fits(timeNs);
            disagreed = (disagreed << 1 | (agrees ? 0 : 1)) & LAST_THREE;
            agreedNs = agrees ? timeNs : agreedNs;
        }
        begin(openNs == LegDetector.NEVER ? LegDetector.NEVER : timeNs); // else there is nothing to count from
    }

    /** All four are taken, whatever the first of them says: each learns from every stride. */
    private boolean fits(long timeNs) {
        boolean closed = closing.accept((closeNs - strikeNs) / MS);
        boolean closedAfterUsualTime = upTime.accept(upMs);
        boolean opened = opening.accept((timeNs - openNs) / MS);
        boolean openedAfterUsualTime = downTime.accept(downMs);
        return (closed || closedAfterUsualTime) && (opened || openedAfterUsualTime);
    }

    private static boolean isUsual(double ms, int strideMs) {
        return ms >= SHORTEST_SHARE * strideMs && ms <= LONGEST_SHARE * strideMs;
    }

    private void begin(long timeNs) {
        toeOffNs = timeNs;
        opens = 0;
        closes = 0;
    }

    /** What was said while standing and shifting, or by one alone, proves nothing: every walk begins with a clean slate. */
    void forgive() {
        begin(LegDetector.NEVER);
        disagreed = 0;
    }

    /** True while one of the last three strides disagreed. */
    boolean doubted() {
        return disagreed != 0;
    }

    /** When both last saw the same stride, nanoseconds; {@link LegDetector#NEVER} when they never did. */
    long agreedNs() {
        return agreedNs;
    }
}
