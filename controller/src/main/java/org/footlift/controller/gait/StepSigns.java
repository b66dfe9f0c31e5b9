package org.footlift.controller.gait;

import org.footlift.config.ImuDetectorSettings;

/**
 * What the motion of one segment shows of a step at this moment. Every threshold is a share of the wearer's own strides ({@link StrideMemory})
 * with a floor against noise. It knows no phase and remembers nothing; {@link ImuDetector} asks what matters in the phase it is in. Peaks that
 * it is told are in degrees per second; allocates nothing after construction.
 */
final class StepSigns {
    /** A share of what is usual that a push-off or a swing must reach to be one. */
    private static final double REAL_SHARE = 0.3;
    /** Smallest push-off peak, degrees per second: slow hemiparetic push-offs reach 45. */
    private static final double PUSH_FLOOR_DPS = 25;
    /** The push-off was not over when the rate falls back beyond these shares of its own and of the usual peak. */
    private static final double STILL_PUSHING_OWN_SHARE = 0.6;
    private static final double STILL_PUSHING_USUAL_SHARE = 0.5;
    /** Smallest turn back before toe off, and smallest turn forward in a swing, degrees. */
    private static final double RAISED_FLOOR_DEG = 3;
    private static final double SWUNG_FLOOR_DEG = 4;
    private static final double SWUNG_SHARE = 0.5;
    /** The last step before standing is short: so much forward turn after a small rise is toe off as well, degrees. */
    private static final double SHORT_FORWARD_DEG = 2;
    /** A step's own turn back is believed down to this share of the usual one; below, toe off came before the push-off was over. */
    private static final double SHORT_SHARE = 0.15;
    /** A swing whose heel rise was missed shows when it has turned this far; a flick of the foot before push-off stays below. */
    private static final double FORWARD_FLOOR_DEG = 8;
    private static final double FORWARD_SHARE = 0.4;
    /** The heel is up after this much of a rise, degrees, or this share of the usual turn until toe off. */
    private static final double RISE_FLOOR_DEG = 0.8;
    private static final double RISE_SHARE = 0.02;
    /** A rise that is early must be this large, degrees: a foot that has not come down flat yet turns back as well. */
    private static final double EARLY_RISE_DEG = 4;
    private static final double STRIKE_SHARE = 0.2;
    /** Backward rate of a shank that begins the first step out of standing, degrees per second. */
    private static final double FIRST_STEP_DPS = 40;
    /**
     * The first step out of standing of a foot: turned back within the last while, milliseconds, still turning about any axis, degrees per second,
     * lifted for so long without a pause, milliseconds, and as fast as a step: taps, tiptoe and turns on the spot stay below. A rising heel alone
     * could be tiptoe. Toes up before, degrees, is a tap or a leg that swings. Who stepped lately may step off more softly: no lift needed, and
     * the heel may have risen earlier.
     */
    private static final double FIRST_BACKWARD_MS = 100;
    private static final double LATELY_BACKWARD_MS = 300;
    private static final double FIRST_RATE_DPS = 40;
    private static final double FIRST_LIFT_MS = 40;
    private static final double TOES_UP_DEG = 10;
    /** A foot that begins a step out of standing or in a turn moves at least this fast, metres per second; one that turns on the spot stays. */
    private static final double STEP_SPEED_MPS = 0.3;
    /** A step carries the foot at least this far, metres; hemiparetic ones 0.3, small turning ones 0.2. */
    private static final double SHORTEST_STEP_M = 0.15;
    private static final double STEPPED_AWAY_M = 0.3;
    /** A foot leaves the floor this soon after it stood still, milliseconds; what moved longer drifts. The longest in the recordings is 520. */
    private static final double LEAVES_WITHIN_MS = 800;
    /** Acceleration this long ago still belongs to the motion seen, milliseconds. */
    private static final double JOLT_MS = 60;
    /** A turning step must rotate for this long before it is one, milliseconds, and may not be a push-off. */
    private static final double TURN_MS = 80;
    private static final double TURN_LOWEST_DPS = -40;
    /** A step that turned the foot this far about the vertical, degrees, has landed when its rotation falls below this share of its peak. */
    private static final double TURNED_DEG = 30;
    private static final double LANDED_SHARE = 0.4;
    /** A swing that ends without a strike ends in rest or slowness, milliseconds. */
    static final double SWING_REST_MS = 100;
    private static final double SWING_SLOW_MS = 30;

    private final SegmentMotion motion;
    private final StrideMemory usual;
    private final SiteTraits traits;
    private final ImuDetectorSettings settings;

    StepSigns(SegmentMotion motion, StrideMemory usual, SiteTraits traits, ImuDetectorSettings settings) {
        this.motion = motion;
        this.usual = usual;
        this.traits = traits;
        this.settings = settings;
    }

    /** The heel of somebody who walks leaves the floor; {@code early} when it is sooner after the strike than usual. */
    boolean heelRises(boolean early) {
        if (!traits.comesToRest()) {
            return motion.rateDps() < -Math.max(traits.heelOffFloorDps(),
                    traits.heelOffShare() * usual.pushDps.usual());
        }
        double leastDeg = early ? EARLY_RISE_DEG : RISE_FLOOR_DEG;
        return motion.riseDeg() > Math.max(leastDeg, RISE_SHARE * usual.dropDeg.usual());
    }

    /** The first step out of standing as a shank shows it. */
    boolean shankStepsOut() {
        return !traits.comesToRest() && motion.rateDps() < -FIRST_STEP_DPS
                && motion.pitchDeg() < -traits.firstStepDeg();
    }

    /**
     * The first step out of standing as a foot shows it: the foot itself goes somewhere from the floor, it does not only turn, and it does not go
     * back.
     *
     * @param lately whether its wearer has stepped a short time ago
     */
    boolean footStepsOut(boolean lately) {
        boolean lifted = lately || motion.force().liftMs() >= FIRST_LIFT_MS;
        FootTravel travel = motion.travel();
        return traits.comesToRest() && lifted && travel.speedMps() >= STEP_SPEED_MPS && !motion.goesBack()
                && travel.stoodOnFloor() && travel.sinceStandstillMs() < LEAVES_WITHIN_MS
                && motion.sinceBackwardMs() < (lately ? LATELY_BACKWARD_MS : FIRST_BACKWARD_MS)
                && motion.allDps() > FIRST_RATE_DPS && motion.highestPitchDeg() < TOES_UP_DEG;
    }

    /** A swing of a foot that is known to have gone somewhere: its beginning was not seen. */
    boolean swingsAway() {
        return motion.travel().movedM() > STEPPED_AWAY_M && !motion.goesBack() && swings();
    }

    /** A step that begins in a turn, or with a foot lifted as a whole. */
    boolean turnsFast() {
        return traits.comesToRest() && motion.turnMs() >= TURN_MS && motion.force().sinceJoltMs() < JOLT_MS
                && !turnsOnTheSpot() && doesNotPush(true);
    }

    /** True only when it is known that the foot goes nowhere. */
    private boolean turnsOnTheSpot() {
        return motion.travel().known() && motion.travel().speedMps() < STEP_SPEED_MPS;
    }

    /** False only when it is known that the foot does not go where a step goes. */
    boolean mayStep() {
        return !traits.comesToRest() || !motion.travel().known()
                || (motion.travel().speedMps() >= STEP_SPEED_MPS && !motion.goesBack());
    }

    /** The leg swings forward, out of a heel rise that was too soft to see. */
    boolean swingsAlready() {
        return swings() && forwardDeg() >= Math.max(FORWARD_FLOOR_DEG, FORWARD_SHARE * usual.dropDeg.usual());
    }

    /** It turns forward as fast as a swing. */
    boolean swings() {
        return motion.rateDps() > swingThresholdDps();
    }

    private double swingThresholdDps() {
        return Math.max(settings.swingRateDps(), REAL_SHARE * usual.swingDps.usual());
    }

    /** It turns forward, or in a turn at least not back as in a push-off. */
    boolean doesNotPush(boolean turning) {
        return motion.rateDps() > (turning ? TURN_LOWEST_DPS : 0);
    }

    /** The toes leave after a heel rise that was seen. */
    boolean toesLeave(double pushPeakDps) {
        boolean shortStep = -motion.lowestPitchDeg() >= RAISED_FLOOR_DEG && motion.rateDps() > settings.swingRateDps()
                && forwardDeg() >= SHORT_FORWARD_DEG;
        return shortStep || pushedAndReturned(pushPeakDps) || (raised() && swings());
    }

    /** There was a push-off with this peak, and it is over. */
    boolean pushedAndReturned(double pushPeakDps) {
        boolean pushed = pushPeakDps >= Math.max(PUSH_FLOOR_DPS, REAL_SHARE * usual.pushDps.usual());
        return pushed && raised() && motion.rateDps() > -traits.toeOffShare() * pushPeakDps;
    }

    /** What was taken for a swing turns back like the push-off with this peak. */
    boolean stillPushing(double pushPeakDps) {
        return motion.rateDps() < -Math.max(STILL_PUSHING_OWN_SHARE * pushPeakDps,
                STILL_PUSHING_USUAL_SHARE * usual.pushDps.usual());
    }

    private boolean raised() {
        return -motion.lowestPitchDeg() >= Math.max(RAISED_FLOOR_DEG, REAL_SHARE * usual.dropDeg.usual());
    }

    private double forwardDeg() {
        return motion.pitchDeg() - motion.lowestPitchDeg();
    }

    /** It has turned forward as far as in a swing. */
    boolean swung() {
        double usualDeg = usual.dropDeg.usual();
        double dropDeg = Math.min(usualDeg, Math.max(-motion.lowestPitchDeg(), SHORT_SHARE * usualDeg));
        return forwardDeg() >= Math.max(SWUNG_FLOOR_DEG, SWUNG_SHARE * dropDeg);
    }

    /** After a swing: the heel strikes the floor. */
    boolean strikes() {
        boolean recovered = traits.pitchRecoveredShare() == 0
                || motion.pitchDeg() >= (1 - traits.pitchRecoveredShare()) * motion.lowestPitchDeg();
        return recovered
                && motion.rateDps() <= -Math.max(traits.strikeFloorDps(), STRIKE_SHARE * usual.strikeDps.usual());
    }

    /** A swing is over without a strike: in rest, or in a turn whose rotation has fallen from this peak. */
    boolean landed(double swingPeakAllDps) {
        return cameToRest() || landedFromTurn(swingPeakAllDps);
    }

    private boolean cameToRest() {
        return motion.restMs() > SWING_REST_MS || (traits.comesToRest() && motion.slowMs() > SWING_SLOW_MS);
    }

    private boolean landedFromTurn(double swingPeakAllDps) {
        return traits.comesToRest() && Math.abs(motion.yawDeg()) > TURNED_DEG
                && motion.allDps() < LANDED_SHARE * swingPeakAllDps && motion.rateDps() < swingThresholdDps();
    }

    /** False only when it is known that the foot came down where it stood. */
    boolean carriedOn() {
        return !motion.travel().known() || motion.travel().movedM() >= SHORTEST_STEP_M;
    }
}
