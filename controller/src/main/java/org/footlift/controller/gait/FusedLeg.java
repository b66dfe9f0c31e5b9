package org.footlift.controller.gait;

import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;

/**
 * Heel switch and IMU as one: the switch says when, the IMU says whether. Every edge of the switch that the motion supports counts at
 * once; one that it does not waits, and an edge that never came is made up for by the IMU, late rather than not at all.
 *
 * <p>Used while both are fresh. One thread; allocates nothing after construction.
 */
final class FusedLeg implements LegDetector {
    private static final long MS = 1_000_000L;
    /** A rise sooner than this share of its usual time is early: steps of hemiparetic walkers vary by more than a quarter. */
    private static final double EARLY_SHARE = 0.4;
    /** Load this long without a break is a strike whatever the IMU says, once a strike is due. */
    private static final long FIRM_NS = 100 * MS;
    /** The switch may follow the IMU's strike by this much: a forefoot strike loads the heel late. */
    private static final long HEEL_AFTER_STRIKE_NS = 300 * MS;
    /** A push-off lasts 0.5 s in a slow walk. */
    private static final long FIRST_STEP_NS = 800 * MS;
    /** Without a step of the IMU for this long the switch alone begins none: a foot that taps opens and closes it, too. */
    private static final long STANDING_NS = 3_000 * MS;
    /** Longer up or down is no part of a stride, milliseconds. */
    private static final double PAUSE_MS = 3_000;

    private final HeelSwitchDetector heel;
    private final GaitEvents events = new GaitEvents();
    /** Usual time from strike to heel off and back, milliseconds; 0 while not known. */
    private final RunningScale downMs = RunningScale.unknown(PAUSE_MS);
    private final RunningScale upMs = RunningScale.unknown(PAUSE_MS);
    private final PushOff pushOff = new PushOff();

    private ImuDetector imu;
    /** Where in the stride the foot is. Not known at first and after a gap: then the switch's level is taken as it is, and is no event. */
    private boolean placed;
    private boolean up;
    private long upNs = NEVER;
    private long downNs = NEVER;
    /** Edges of the switch that were not believed yet. */
    private boolean riseWaits;
    private boolean strikeWaits;
    /** When the switch opened and closed last. */
    private long openedNs = NEVER;
    private long loadedNs = NEVER;
    /** The last strike of the IMU, in this swing and ever. */
    private long imuStrikeNs = NEVER;
    private long stepNs = NEVER;

    FusedLeg(HeelSwitchDetector heel, ImuDetector imu) {
        this.heel = heel;
        this.imu = imu;
    }

    /** Decides from what both said in this tick. {@code walking}: a stride began or ended a short while ago. */
    void update(ImuDetector freshImu, boolean walking) {
        imu = freshImu;
        noteLoad();
        if (imu.events().has(GaitEvent.HEEL_STRIKE)) {
            imuStrikeNs = imu.events().timeNs(GaitEvent.HEEL_STRIKE);
            stepNs = imuStrikeNs;
        }
        if (!placed) {
            follow();
        } else if (up) {
            whenUp();
        } else {
            whenDown(walking && stepNs != NEVER && newestNs() - stepNs < STANDING_NS);
        }
    }

    /** The switch decides alone in this tick: its edges are taken as they are. */
    void follow() {
        noteLoad();
        boolean heelUp = heel.phase() == GaitPhase.PRE_SWING;
        if (heelUp != up) {
            upNs = heelUp ? heel.lastValidNs() : upNs;
            downNs = heelUp ? downNs : heel.lastValidNs();
        }
        placed = heel.phase() != GaitPhase.UNKNOWN;
        up = heelUp;
        riseWaits = false;
        strikeWaits = false;
        imuStrikeNs = NEVER; // of another stride
    }

    private void noteLoad() {
        if (heel.events().has(GaitEvent.HEEL_STRIKE)) {
            loadedNs = heel.events().timeNs(GaitEvent.HEEL_STRIKE);
        }
    }

    private void whenDown(boolean walking) {
        if (heel.events().has(GaitEvent.HEEL_OFF)) {
            riseWaits = true;
            openedNs = heel.events().timeNs(GaitEvent.HEEL_OFF);
            pushOff.begin(imu.pitchDeg());
        }
        if (heelIsDown()) {
            riseWaits = false;
        }
        boolean inTime = riseWaits && walking && !isEarly(loadedNs, EARLY_SHARE * downMs.usual());
        if (inTime || (heelIsUp() && (walking ? imuMoves() : firstStep()))) {
            rise(heel.events().has(GaitEvent.HEEL_OFF) ? heel.events().timeNs(GaitEvent.HEEL_OFF) : newestNs());
        } else if (walking && imuStarts()) {
            rise(imu.lastValidNs());
        }
    }

    /**
     * Out of standing the heel rises, and at once the foot pushes off and goes on, or the IMU sees a step. Rising onto the toes stays where it is;
     * in a leg that hangs the heel is up for long.
     */
    private boolean firstStep() {
        boolean pushed = pushOff.isOver(imu.rateDps(), imu.pitchDeg()) && imu.mayStep();
        boolean roseJustNow = openedNs != NEVER && newestNs() - openedNs <= FIRST_STEP_NS;
        return roseJustNow && (pushed || imuMoves());
    }

    /** The foot leaves although the heel never rose. */
    private boolean imuStarts() {
        return imu.events().has(GaitEvent.TOE_OFF) && !isEarly(downNs, downMs.usual());
    }

    private void rise(long timeNs) {
        up = true;
        riseWaits = false;
        strikeWaits = false;
        upNs = timeNs;
        imuStrikeNs = NEVER;
        events.add(GaitEvent.HEEL_OFF, timeNs);
    }

    private void whenUp() {
        if (heel.events().has(GaitEvent.HEEL_STRIKE)) {
            strikeWaits = true;
        }
        if (heelIsUp()) {
            strikeWaits = false;
        }
        boolean due = !isEarly(upNs, upMs.usual());
        if (strikeWaits) {
            if (!imuMoves() || (due && heel.lastValidNs() - loadedNs >= FIRM_NS)) {
                strike(heel.events().has(GaitEvent.HEEL_STRIKE) ? loadedNs : newestNs());
            }
        } else if (!imuMoves() && (heelIsDown() || (due && waitedForHeel()))) {
            strike(imu.lastValidNs());
        }
    }

    private boolean waitedForHeel() {
        return imuStrikeNs != NEVER && imu.lastValidNs() - imuStrikeNs >= HEEL_AFTER_STRIKE_NS;
    }

    private void strike(long timeNs) {
        learn((timeNs - upNs) / (double) MS);
        up = false;
        riseWaits = false;
        strikeWaits = false;
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

    private boolean heelIsUp() {
        return heel.phase() == GaitPhase.PRE_SWING;
    }

    private long newestNs() {
        return Math.max(heel.lastValidNs(), imu.lastValidNs());
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
        return !up && heel.validStance();
    }

    @Override
    public long lastValidNs() {
        return heel.lastValidNs();
    }

    @Override
    public void lose() {
        placed = false;
    }
}
