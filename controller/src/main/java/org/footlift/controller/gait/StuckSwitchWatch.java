package org.footlift.controller.gait;

import org.footlift.config.HeelDetectorSettings;
import org.footlift.telemetry.GaitEvent;

/**
 * Whether a heel switch that once spoke is stuck, or its lead broken: the IMU walks while it does not change. An edge clears it. One
 * thread; allocates nothing after construction.
 */
final class StuckSwitchWatch {
    private static final long MS = 1_000_000L;
    /** Heel strikes of the IMU without any edge of the switch, in a walk that both saw so far, and out of standing or sitting. */
    private static final int STRIKES_IN_A_WALK = 2;
    private static final int STRIKES_OUT_OF_NOWHERE = 3;
    /** A stride that both saw this long ago belongs to the same walk. */
    private static final long SAME_WALK_NS = 5_000 * MS;
    /** A switch has an edge at least every stride, and strides of one walk vary by a tenth: percent of a usual one without any. */
    private static final long QUIET_PCT = 125;
    /** Strikes further apart are no walk. */
    private static final long LONGEST_STRIDE_NS = 4_000 * MS;

    private final HeelSwitchDetector heel;
    private final long longestNs;
    private long heardNs = LegDetector.NEVER;
    private long edgeNs = LegDetector.NEVER;
    private long strikeNs = LegDetector.NEVER;
    private int strikes;
    private boolean stuck;

    StuckSwitchWatch(HeelSwitchDetector heel, HeelDetectorSettings settings) {
        this.heel = heel;
        longestNs = settings.stuckMs() * MS;
    }

    /**
     * Takes what the IMU said in this tick; true while the switch is stuck.
     *
     * @param agreedNs when both last saw the same stride, nanoseconds; {@link LegDetector#NEVER} when they never did
     * @param strideMs how long a stride usually takes, 0 when not known
     */
    boolean update(GaitEvents imu, long agreedNs, int strideMs, long nowNs) {
        if (heardNs == LegDetector.NEVER) {
            if (heel.lastValidNs() == LegDetector.NEVER) {
                return false; // it never spoke: not worn, or not connected
            }
            heardNs = nowNs;
        }
        if (edgeNs != heel.lastEdgeNs()) {
            edgeNs = heel.lastEdgeNs();
            strikes = 0;
            stuck = false;
        }
        if (imu.has(GaitEvent.HEEL_STRIKE)) {
            long timeNs = imu.timeNs(GaitEvent.HEEL_STRIKE);
            boolean walks = strikes > 0 && timeNs - strikeNs <= LONGEST_STRIDE_NS;
            strikes = walks ? strikes + 1 : 1;
            strikeNs = timeNs;
            boolean sameWalk = agreedNs != LegDetector.NEVER && strideMs > 0 && nowNs - agreedNs < SAME_WALK_NS;
            long quietNs = nowNs - Math.max(heardNs, edgeNs);
            stuck |= sameWalk
                    ? strikes >= STRIKES_IN_A_WALK && quietNs > Math.min(longestNs, strideMs * MS * QUIET_PCT / 100)
                    : strikes >= STRIKES_OUT_OF_NOWHERE && quietNs > longestNs;
        }
        return stuck;
    }
}
