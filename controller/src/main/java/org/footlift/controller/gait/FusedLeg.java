package org.footlift.controller.gait;

import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;

/**
 * Heel switch and IMU as one: the switch says when, the IMU says whether. Every edge of the switch that the motion supports counts at
 * once; one that it does not waits, and an edge that never came is made up for by the IMU, late rather than not at all. What
 * disagreed is kept for the last three strides.
 *
 * <p>Used while both are fresh. One thread; allocates nothing after construction.
 */
final class FusedLeg implements LegDetector {
    private static final long MS = 1_000_000L;
    /** A rise sooner than this share of its usual time is early: steps of hemiparetic walkers vary by more than a quarter. */
    private static final double EARLY_RISE_SHARE = 0.4;
    /** A strike is believed to be early with less: holding it costs nothing but the end of a burst. */
    private static final double EARLY_STRIKE_SHARE = 0.7;
    /** A rise that the IMU makes up for must be due, or its own mistakes in mid-stance would begin bursts. */
    private static final double DUE_SHARE = 1;
    /** Load this long without a break is a strike whatever the IMU says. */
    private static final long FIRM_NS = 100 * MS;
    /** The switch may follow the IMU's strike by this much: a forefoot strike loads the heel late. */
    private static final long HEEL_AFTER_STRIKE_NS = 300 * MS;
    /** A contact bounces for up to 30 ms: what begins or is over within this is no false contact. */
    private static final long BOUNCE_NS = 40 * MS;
    /** Shorter than this share of the usual rise, and without motion, the rise was a bad contact. */
    private static final double BRIEF_SHARE = 0.5;
    /** Longer up or down is no part of a stride, milliseconds. */
    private static final double PAUSE_MS = 3_000;
    /** The last three strides, one bit each. */
    private static final int LAST_THREE = 0b111;
    private static final int MOST_OF_THREE = 2;

    private final HeelSwitchDetector heel;
    private final GaitEvents events = new GaitEvents();
    /** Usual time from strike to heel off and back, milliseconds; 0 while not known. */
    private final RunningScale downMs = new RunningScale(0, 0, PAUSE_MS);
    private final RunningScale upMs = new RunningScale(0, 0, PAUSE_MS);

    private LegDetector imu;
    private boolean up;
    private long upNs = NEVER;
    private long downNs = NEVER;
    /** Edges of the switch that were not believed yet. */
    private boolean riseWaits;
    private boolean strikeWaits;
    private long openedNs;
    private long loadedNs;
    private long imuStrikeNs = NEVER;
    private boolean imuMoved;
    /** This stride so far. */
    private boolean flicker;
    private boolean missing;
    /** The last strides, newest lowest. */
    private int silent;
    private int disagreed;
    private int flickered;
    private boolean imuDecides;
    private long agreedNs = NEVER;

    FusedLeg(HeelSwitchDetector heel, LegDetector imu) {
        this.heel = heel;
        this.imu = imu;
    }

    /** Decides from what both said in this tick. {@code walking}: a stride began or ended a short while ago. */
    void update(LegDetector freshImu, boolean walking) {
        imu = freshImu;
        if (imu.events().has(GaitEvent.HEEL_STRIKE)) {
            imuStrikeNs = imu.events().timeNs(GaitEvent.HEEL_STRIKE);
        }
        if (!walking) {
            forgive();
        }
        if (up) {
            whenUp(walking);
        } else {
            whenDown(walking);
        }
    }

    /** The switch decides alone in this tick: its edges are taken as they are. */
    void follow() {
        boolean heelUp = heel.phase() == GaitPhase.PRE_SWING;
        if (heelUp != up) {
            upNs = heelUp ? heel.lastValidNs() : upNs;
            downNs = heelUp ? downNs : heel.lastValidNs();
        }
        up = heelUp;
        riseWaits = false;
        strikeWaits = false;
        flicker = false;
        missing = false;
        imuStrikeNs = NEVER; // of another stride
        imuMoved = true; // nobody knows
    }

    private void whenDown(boolean walking) {
        if (heel.events().has(GaitEvent.HEEL_OFF)) {
            riseWaits = true;
            openedNs = heel.events().timeNs(GaitEvent.HEEL_OFF);
        }
        if (heel.events().has(GaitEvent.HEEL_STRIKE)) {
            flicker |= riseWaits && walking && isFalse(downNs, openedNs, heel.events().timeNs(GaitEvent.HEEL_STRIKE));
            riseWaits = false;
        }
        if (riseWaits && (imuMoves() || (walking && !isEarly(downNs, EARLY_RISE_SHARE * downMs.usual())))) {
            rise(heel.events().has(GaitEvent.HEEL_OFF) ? heel.events().timeNs(GaitEvent.HEEL_OFF) : newestNs());
        } else if (walking && imuStarts()) {
            missing = true;
            rise(imu.lastValidNs());
        }
    }

    /** The foot leaves although the heel never rose. A switch that said nothing in the last strides is not waited for: the IMU's own heel off counts. */
    private boolean imuStarts() {
        boolean leaves = imu.events().has(GaitEvent.TOE_OFF)
                || (silent != 0 && imu.events().has(GaitEvent.HEEL_OFF));
        return leaves && !isEarly(downNs, DUE_SHARE * downMs.usual());
    }

    private void rise(long timeNs) {
        up = true;
        riseWaits = false;
        strikeWaits = false;
        upNs = timeNs;
        imuMoved = false;
        imuStrikeNs = NEVER;
        events.add(GaitEvent.HEEL_OFF, timeNs);
    }

    private void whenUp(boolean walking) {
        imuMoved |= imuMoves() || imuStrikeNs != NEVER;
        if (heel.events().has(GaitEvent.HEEL_STRIKE)) {
            strikeWaits = true;
            loadedNs = heel.events().timeNs(GaitEvent.HEEL_STRIKE);
        }
        if (heel.events().has(GaitEvent.HEEL_OFF)) {
            flicker |= strikeWaits && walking && isFalse(upNs, loadedNs, heel.events().timeNs(GaitEvent.HEEL_OFF));
            strikeWaits = false;
            missing = false; // late, but it rose
        }
        if (strikeWaits) {
            boolean firm = heel.lastValidNs() - loadedNs >= FIRM_NS
                    && !isEarly(upNs, EARLY_STRIKE_SHARE * upMs.usual());
            if (!imuMoves() || firm) {
                boolean atOnce = heel.events().has(GaitEvent.HEEL_STRIKE);
                strike(atOnce ? loadedNs : newestNs());
            }
        } else if (imuStrikeNs != NEVER && !imuMoves() && (heelIsDown() || waitedForHeel())) {
            missing |= !heelIsDown();
            strike(imu.lastValidNs());
        } else if (heelIsDown() && !imuMoves()) {
            strike(imu.lastValidNs()); // the IMU began this one and took it back
        }
    }

    /** A contact that came and went, and is neither the bounce of the edge before nor a bounce itself. */
    private static boolean isFalse(long edgeBeforeNs, long fromNs, long untilNs) {
        return untilNs - fromNs > BOUNCE_NS && (edgeBeforeNs == NEVER || fromNs - edgeBeforeNs > BOUNCE_NS);
    }

    private boolean waitedForHeel() {
        return imu.lastValidNs() - imuStrikeNs >= HEEL_AFTER_STRIKE_NS;
    }

    private void strike(long timeNs) {
        double roseMs = (timeNs - upNs) / (double) MS;
        flicker |= !imuMoved && timeNs - upNs > BOUNCE_NS && roseMs < BRIEF_SHARE * upMs.usual();
        judge();
        if (!flicker && !missing) {
            learn(roseMs);
            agreedNs = imuMoved ? timeNs : agreedNs;
        }
        up = false;
        riseWaits = false;
        strikeWaits = false;
        flicker = false;
        missing = false;
        downNs = timeNs;
        events.add(GaitEvent.HEEL_STRIKE, timeNs);
    }

    /** The times of this stride, unless one was a pause. */
    private void learn(double roseMs) {
        double stoodMs = downNs == NEVER ? PAUSE_MS : (upNs - downNs) / (double) MS;
        if (roseMs < PAUSE_MS && stoodMs < PAUSE_MS) {
            upMs.add(roseMs);
            downMs.add(stoodMs);
        }
    }

    private void judge() {
        boolean noEdge = heel.lastEdgeNs() < downNs;
        silent = shift(silent, missing && noEdge);
        disagreed = shift(disagreed, flicker || (missing && !noEdge)); // without any edge it is stuck, and judged elsewhere
        flickered = shift(flickered, flicker);
        imuDecides = Integer.bitCount(flickered) >= MOST_OF_THREE || (imuDecides && flickered != 0);
    }

    private static int shift(int strides, boolean newest) {
        return (strides << 1 | (newest ? 1 : 0)) & LAST_THREE;
    }

    /** What was said while standing and shifting proves nothing: every walk begins with a clean slate. */
    private void forgive() {
        silent = 0;
        disagreed = 0;
        flickered = 0;
        imuDecides = false;
    }

    private boolean isEarly(long sinceNs, double leastMs) {
        return sinceNs != NEVER && newestNs() - sinceNs < leastMs * MS;
    }

    private boolean imuMoves() {
        return imu.phase() == GaitPhase.PRE_SWING || imu.phase() == GaitPhase.SWING
                || imu.events().has(GaitEvent.HEEL_OFF) || imu.events().has(GaitEvent.TOE_OFF);
    }

    private boolean heelIsDown() {
        return heel.phase() == GaitPhase.STANCE;
    }

    private long newestNs() {
        return Math.max(heel.lastValidNs(), imu.lastValidNs());
    }

    /** True while, of the last three strides, one had a contact that no foot makes, or in two an edge was missing. */
    boolean unreliable() {
        return flickered != 0 || Integer.bitCount(disagreed) >= MOST_OF_THREE;
    }

    /** True from two strides of three with false contacts on until three in a row have none: the IMU's word counts. */
    boolean imuDecides() {
        return imuDecides;
    }

    /** Time of the last heel strike of a stride that both saw, nanoseconds; {@link #NEVER} before one. */
    long agreedNs() {
        return agreedNs;
    }

    @Override
    public GaitEvents events() {
        return events;
    }

    @Override
    public GaitPhase phase() {
        if (heel.phase() == GaitPhase.UNKNOWN) {
            return GaitPhase.UNKNOWN;
        }
        if (!up) {
            return GaitPhase.STANCE;
        }
        return imu.phase() == GaitPhase.SWING ? GaitPhase.SWING : GaitPhase.PRE_SWING;
    }

    @Override
    public boolean validStance() {
        return !up && (heel.validStance() || (silent != 0 && imu.validStance()));
    }

    @Override
    public long lastValidNs() {
        return heel.lastValidNs();
    }

    @Override
    public void lose() {
        follow();
        downNs = NEVER;
    }
}
