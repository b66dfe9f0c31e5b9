package org.footlift.controller.gait;

import org.footlift.config.ImuDetectorSettings;
import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;

/**
 * The four events from one IMU on foot or shank, sample by sample.
 *
 * <p>A stride as the sensor sees it: rest in flat stance, a growing backward rate while the heel rises, its peak at push-off, a quick return
 * through zero as the toes leave, forward rate in swing, and a backward rate at the strike. Angles decide whether each part was real: a
 * swing must give back what the push-off turned. Every threshold is a share of the wearer's own strides ({@link StrideMemory}) with a
 * floor against noise. A step without that sagittal shape, in a turn or out of standing, begins with a fast rotation about any axis while
 * the foot is accelerated, and ends when that is over.
 */
final class ImuDetector implements LegDetector {
    private static final double NS_TO_MS = 1e-6;
    /** A share of what is usual that a push-off or a swing must reach to be one. */
    private static final double REAL_SHARE = 0.3;
    /** Smallest push-off peak, degrees per second: slow hemiparetic push-offs reach 45. */
    private static final double PUSH_FLOOR_DPS = 25;
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
    /** A rise this much earlier than usual must be this large, degrees: a foot that has not come down flat yet turns back as well. */
    private static final double EARLY_SHARE = 0.8;
    private static final double EARLY_RISE_DEG = 4;
    /** No heel leaves the floor before this share of the usual stance. */
    private static final double EARLIEST_SHARE = 0.35;
    /** Backward rate of a shank that begins the first step out of standing, degrees per second. */
    private static final double FIRST_STEP_DPS = 40;
    /**
     * The first step out of standing of a foot: turned back within the last while, milliseconds, still turning about any axis, degrees per second,
     * lifted for so long without a pause, milliseconds, and as fast as a step: taps, tiptoe and turns on the spot stay below. A rising heel alone could be tiptoe. Toes up before, degrees, is a tap or a leg
     * that swings.
     */
    private static final double FIRST_BACKWARD_MS = 100;
    private static final double FIRST_RATE_DPS = 40;
    private static final double FIRST_LIFT_MS = 40;
    private static final double TOES_UP_DEG = 10;
    /** Somebody who stepped so lately, milliseconds, may step off more softly: no lift needed, and the heel may have risen earlier. */
    private static final double LATELY_MS = 10_000;
    private static final double LATELY_BACKWARD_MS = 300;
    /** A foot that begins a step out of standing or in a turn moves at least this fast, metres per second; one that turns on the spot stays. */
    private static final double STEP_SPEED_MPS = 0.3;
    /** A step carries the foot at least this far, metres; hemiparetic ones 0.3, small turning ones 0.2. */
    private static final double SHORTEST_STEP_M = 0.15;
    private static final double STEPPED_AWAY_M = 0.3;
    /** A foot leaves the floor this soon after it stood still, milliseconds; what moved longer drifts. The longest in the recordings is 520. */
    private static final double LEAVES_WITHIN_MS = 800;
    /** A foot stands when a blow came this shortly before, or when it has rested for so long, milliseconds; one that dangles has neither. */
    private static final double BLOW_MS = 60;
    private static final double GROUNDED_REST_MS = 120;
    /** Acceleration this long ago still belongs to the motion seen, milliseconds. */
    private static final double JOLT_MS = 60;
    /** The push-off was not over when the rate falls back beyond these shares of its own and of the usual peak. */
    private static final double STILL_PUSHING_OWN_SHARE = 0.6;
    private static final double STILL_PUSHING_USUAL_SHARE = 0.5;
    private static final double STRIKE_SHARE = 0.2;
    /** A turning step must rotate for this long before it is one, milliseconds, and may not be a push-off. */
    private static final double TURN_MS = 80;
    private static final double TURN_LOWEST_DPS = -40;
    /** A flick of the foot before push-off is over after this long; without a push-off the toes have left by then, milliseconds. */
    private static final double FLICK_MS = 80;
    /** A step that turned the foot this far about the vertical, degrees, has landed when its rotation falls below this share of its peak. */
    private static final double TURNED_DEG = 30;
    private static final double LANDED_SHARE = 0.4;
    /** A swing that ends without a strike ends in rest or slowness, milliseconds. */
    private static final double SWING_REST_MS = 100;
    private static final double SWING_SLOW_MS = 30;
    /** A blow may lie this long before the end of a swing, milliseconds: the end is told by rest. */
    private static final double LANDED_BLOW_MS = BLOW_MS + SWING_REST_MS;
    /** Rest this long after a heel rise without a push-off was a shift of weight; in a swing, it was no swing, milliseconds. */
    private static final double SHIFT_MS = 250;
    private static final double NO_SWING_MS = 400;
    /** No swing and no pre-swing lasts longer, milliseconds. */
    private static final double PHASE_TIMEOUT_MS = 2_000;
    /** Loading ends by itself, milliseconds: some feet never come to rest. */
    private static final double LOADING_MS = 400;
    /** The wearer stands when nothing happened for this share of the usual stance, within these bounds, milliseconds. */
    private static final double STANDING_SHARE = 2;
    private static final double SOONEST_STANDING_MS = 700;
    private static final double STANDING_MS = 2_500;

    private final GaitEvents events = new GaitEvents();
    private final SiteTraits traits;
    private final ImuDetectorSettings settings;
    private final StrideMemory usual = new StrideMemory();
    private final SegmentMotion motion;

    private GaitPhase phase = GaitPhase.UNKNOWN;
    private long timeNs;
    private long lastValidNs = NEVER;
    private long phaseSinceNs;
    private long lastEventNs = NEVER;
    /** The step began about no sagittal axis: a turn, or a foot lifted as a whole. */
    private boolean turning;
    /** The foot left without a push-off so far: toe off waits to see whether one follows. */
    private boolean pushAwaited;
    /** This swing's beginning was not seen: it is no stride until the foot is on the floor. */
    private boolean unannounced;
    private long steppedNs = NEVER;
    /** The foot struck the floor, or lies still on it: a leg that swings freely does neither. A shank cannot tell, and is believed. */
    private boolean grounded;
    /** What looked like a stride never came to the floor, and the foot has not stood since. */
    private boolean dangles;
    private double pushPeakDps;
    private double swingPeakDps;
    private double swingPeakAllDps;
    private double strikePeakDps;

    ImuDetector(ImuSite site, ImuSettings worn, ImuDetectorSettings settings) {
        this.traits = SiteTraits.of(site);
        this.settings = settings;
        this.motion = new SegmentMotion(worn, traits, usual);
        this.grounded = !traits.comesToRest();
    }

    /** Takes one sample. One that is missing, impossible or older than what is known is no sample. */
    void accept(ImuSample sample) {
        if (!motion.isUsable(sample) || sample.timeNs < lastValidNs) {
            return;
        }
        if (lastValidNs != NEVER && LegDetector.isGap(sample.timeNs - lastValidNs)) {
            lose();
        }
        timeNs = sample.timeNs;
        lastValidNs = sample.timeNs;
        motion.accept(sample, turning, phase == GaitPhase.SWING);
        switch (phase) {
            case UNKNOWN -> whenUnknown();
            case STANCE -> whenStance();
            case PRE_SWING -> whenPreSwing();
            case SWING -> whenSwing();
            case LOADING -> whenLoading();
        }
    }

    private void whenUnknown() {
        if (motion.restMs() >= Math.max(GROUNDED_REST_MS, traits.quietMs())) {
            grounded = true;
            enter(GaitPhase.STANCE);
        } else if (motion.rateDps() > swingThresholdDps()) {
            swingUnannounced();
        }
    }

    private void whenStance() {
        motion.settle();
        if (!grounded) {
            grounded = motion.restMs() >= GROUNDED_REST_MS;
            motion.flat(); // what it turned in the air is no heel rise
            return;
        }
        if (heelRises()) {
            heelOff();
        } else if (leftWithoutPush()) {
            boolean turns = turnsFast();
            heelOff();
            pushAwaited = true;
            turning = turns;
        } else if (!walking() && motion.travel().movedM() > STEPPED_AWAY_M && !motion.goesBack()
                && motion.rateDps() > swingThresholdDps()) {
            swingUnannounced();
        }
    }

    /** A swing whose beginning was not seen: too late to stimulate, but walking is noticed. */
    private void swingUnannounced() {
        enter(GaitPhase.SWING);
        unannounced = true;
    }

    private boolean heelRises() {
        if (!walking()) {
            return !traits.comesToRest() && motion.rateDps() < -FIRST_STEP_DPS
                    && motion.pitchDeg() < -traits.firstStepDeg();
        }
        double sinceStrikeMs = sinceStrikeMs();
        if (sinceStrikeMs < earliestMs()) {
            return false;
        }
        if (!traits.comesToRest()) {
            return motion.rateDps() < -Math.max(traits.heelOffFloorDps(),
                    traits.heelOffShare() * usual.pushDps.usual());
        }
        double leastDeg = sinceStrikeMs < EARLY_SHARE * usual.heelOffMs.usual() ? EARLY_RISE_DEG : RISE_FLOOR_DEG;
        return motion.riseDeg() > Math.max(leastDeg, RISE_SHARE * usual.dropDeg.usual());
    }

    /** The leg is already on its way: lifted as a whole, in a turn, or after a heel rise too soft to see. Late is better than not at all. */
    private boolean leftWithoutPush() {
        if (!walking()) {
            return traits.comesToRest() && stepsOut();
        }
        return sinceStrikeMs() >= earliestMs() && (turnsFast() || swingsAlready());
    }

    /** The first step out of standing: the foot itself goes somewhere from the floor, it does not only turn, and it does not go back. */
    private boolean stepsOut() {
        boolean lifted = walkedLately() || motion.force().liftMs() >= FIRST_LIFT_MS;
        FootTravel travel = motion.travel();
        return lifted && travel.speedMps() >= STEP_SPEED_MPS && !motion.goesBack()
                && travel.stoodOnFloor() && travel.sinceStandstillMs() < LEAVES_WITHIN_MS
                && motion.sinceBackwardMs() < (walkedLately() ? LATELY_BACKWARD_MS : FIRST_BACKWARD_MS)
                && motion.allDps() > FIRST_RATE_DPS && motion.highestPitchDeg() < TOES_UP_DEG;
    }

    private boolean walkedLately() {
        return steppedNs != NEVER && (timeNs - steppedNs) * NS_TO_MS < LATELY_MS;
    }

    private boolean turnsFast() {
        return traits.comesToRest() && motion.turnMs() >= TURN_MS && accelerated() && !turnsOnTheSpot()
                && motion.rateDps() > TURN_LOWEST_DPS;
    }

    /** True only when it is known that the foot goes nowhere. */
    private boolean turnsOnTheSpot() {
        return motion.travel().known() && motion.travel().speedMps() < STEP_SPEED_MPS;
    }

    private boolean swingsAlready() {
        return motion.rateDps() > swingThresholdDps()
                && forwardDeg() >= Math.max(FORWARD_FLOOR_DEG, FORWARD_SHARE * usual.dropDeg.usual());
    }

    private boolean accelerated() {
        return motion.force().sinceJoltMs() < JOLT_MS;
    }

    private void heelOff() {
        emit(GaitEvent.HEEL_OFF);
        usual.heelOff(timeNs);
        enter(GaitPhase.PRE_SWING);
    }

    private void whenPreSwing() {
        pushPeakDps = Math.max(pushPeakDps, -motion.rateDps());
        if (toesLeave()) {
            boolean turns = turning && !pushedAndReturned();
            if (!usual.toeIsOff()) {
                emit(GaitEvent.TOE_OFF);
                usual.toeOff(timeNs);
            }
            enter(GaitPhase.SWING);
            turning = turns;
        } else if (Math.min(motion.restMs(), motion.sinceRiseMs()) > SHIFT_MS || phaseMs() > PHASE_TIMEOUT_MS) {
            enter(GaitPhase.STANCE);
        }
    }

    private boolean toesLeave() {
        double rateDps = motion.rateDps();
        if (pushAwaited) {
            return pushedAndReturned() || (phaseMs() >= FLICK_MS && rateDps > (turning ? TURN_LOWEST_DPS : 0));
        }
        boolean shortStep = -motion.lowestPitchDeg() >= RAISED_FLOOR_DEG && rateDps > settings.swingRateDps()
                && forwardDeg() >= SHORT_FORWARD_DEG;
        return shortStep || pushedAndReturned() || (raised() && rateDps > swingThresholdDps());
    }

    private boolean pushedAndReturned() {
        boolean pushed = pushPeakDps >= Math.max(PUSH_FLOOR_DPS, REAL_SHARE * usual.pushDps.usual());
        return pushed && raised() && motion.rateDps() > -traits.toeOffShare() * pushPeakDps;
    }

    private boolean raised() {
        return -motion.lowestPitchDeg() >= Math.max(RAISED_FLOOR_DEG, REAL_SHARE * usual.dropDeg.usual());
    }

    private double forwardDeg() {
        return motion.pitchDeg() - motion.lowestPitchDeg();
    }

    private void whenSwing() {
        double rateDps = motion.rateDps();
        swingPeakDps = Math.max(swingPeakDps, rateDps);
        swingPeakAllDps = Math.max(swingPeakAllDps, motion.allDps());
        strikePeakDps = Math.max(strikePeakDps, -rateDps);
        boolean longEnough = phaseMs() >= settings.minSwingMs();
        boolean swung = longEnough && swung();
        boolean struck = rateDps <= -Math.max(traits.strikeFloorDps(), STRIKE_SHARE * usual.strikeDps.usual());
        if (swung && recovered() && struck) {
            if (cameDown()) {
                learn();
            }
            strike();
        } else if (!swung && stillPushing()) {
            enter(GaitPhase.PRE_SWING);
        } else if (longEnough && (cameToRest() || landedFromTurn())) {
            strike();
        } else if (phaseMs() > PHASE_TIMEOUT_MS || motion.restMs() > NO_SWING_MS) {
            enter(GaitPhase.UNKNOWN);
        }
    }

    private boolean swung() {
        double usualDeg = usual.dropDeg.usual();
        double dropDeg = Math.min(usualDeg, Math.max(-motion.lowestPitchDeg(), SHORT_SHARE * usualDeg));
        return forwardDeg() >= Math.max(SWUNG_FLOOR_DEG, SWUNG_SHARE * dropDeg);
    }

    private boolean recovered() {
        return traits.pitchRecoveredShare() == 0
                || motion.pitchDeg() >= (1 - traits.pitchRecoveredShare()) * motion.lowestPitchDeg();
    }

    private boolean stillPushing() {
        return motion.rateDps() < -Math.max(STILL_PUSHING_OWN_SHARE * pushPeakDps,
                STILL_PUSHING_USUAL_SHARE * usual.pushDps.usual());
    }

    private boolean cameToRest() {
        return motion.restMs() > SWING_REST_MS || (traits.comesToRest() && motion.slowMs() > SWING_SLOW_MS);
    }

    private boolean landedFromTurn() {
        return traits.comesToRest() && Math.abs(motion.yawDeg()) > TURNED_DEG
                && motion.allDps() < LANDED_SHARE * swingPeakAllDps && motion.rateDps() < swingThresholdDps();
    }

    private void learn() {
        usual.swingDps.add(swingPeakDps);
        usual.pushDps.add(pushPeakDps);
        usual.dropDeg.add(-motion.lowestPitchDeg());
        usual.learnTimes();
    }

    /** Of a swing whose beginning was not seen, a blow must tell: a leg that swings while sitting turns as in a stride. */
    private boolean cameDown() {
        return !unannounced || !traits.comesToRest() || motion.force().sinceBlowMs() < LANDED_BLOW_MS;
    }

    private void strike() {
        boolean carriedOn = carriedOn();
        boolean landed = cameDown();
        if (unannounced && !carriedOn) {
            stopWalking();
            return;
        }
        enter(GaitPhase.LOADING);
        grounded = !traits.comesToRest();
        if (landed) {
            believeStride(carriedOn);
        } else {
            unannounced = true;
        }
    }

    private void believeStride(boolean carriedOn) {
        unannounced = false;
        emit(GaitEvent.HEEL_STRIKE);
        usual.strike(phaseSinceNs);
        motion.confirmStride();
        if (!carriedOn) {
            lastEventNs = NEVER; // a foot that came back to where it was: the next step must show itself anew
        } else if (motion.travel().known()) {
            motion.travel().confirmStride();
            steppedNs = timeNs;
        }
    }

    /** False only when it is known that the foot came down where it stood. */
    private boolean carriedOn() {
        return !motion.travel().known() || motion.travel().movedM() >= SHORTEST_STEP_M;
    }

    private void whenLoading() {
        strikePeakDps = Math.max(strikePeakDps, -motion.rateDps());
        grounded |= motion.force().sinceBlowMs() < BLOW_MS || (unannounced && liesOnFloor());
        if (unannounced && grounded) {
            believeStride(true);
        }
        boolean quiet = !unannounced && motion.restMs() >= traits.quietMs();
        if (!quiet && !grounded && phaseMs() >= LOADING_MS) {
            stopWalking();
        } else if (quiet || phaseMs() >= LOADING_MS) {
            usual.strikeDps.add(strikePeakDps);
            emit(GaitEvent.FOOT_FLAT);
            enter(GaitPhase.STANCE);
        }
    }

    /** After a gap or at first, rest is enough; a foot that is known to dangle rests wherever its swing turns. */
    private boolean liesOnFloor() {
        return !dangles && motion.restMs() >= GROUNDED_REST_MS && motion.travel().standsOnFloor();
    }

    /** What looked like a stride never came to the floor. */
    private void stopWalking() {
        usual.lose();
        lastEventNs = NEVER;
        enter(GaitPhase.UNKNOWN);
        dangles = true;
    }

    private double swingThresholdDps() {
        return Math.max(settings.swingRateDps(), REAL_SHARE * usual.swingDps.usual());
    }

    private double earliestMs() {
        return Math.max(settings.minStanceMs(), EARLIEST_SHARE * usual.stanceMs.usual());
    }

    private double sinceStrikeMs() {
        return usual.sinceStrikeMs(timeNs, phaseMs());
    }

    private boolean walking() {
        double standingMs = Math.max(SOONEST_STANDING_MS, STANDING_SHARE * usual.stanceMs.usual());
        return lastEventNs != NEVER && (timeNs - lastEventNs) * NS_TO_MS < Math.min(STANDING_MS, standingMs);
    }

    private double phaseMs() {
        return (timeNs - phaseSinceNs) * NS_TO_MS;
    }

    private void emit(GaitEvent event) {
        events.add(event, timeNs);
        lastEventNs = timeNs;
    }

    private void enter(GaitPhase next) {
        phase = next;
        phaseSinceNs = timeNs;
        turning = false;
        unannounced &= next == GaitPhase.PRE_SWING || next == GaitPhase.SWING;
        pushAwaited = false;
        switch (next) {
            case STANCE -> {
                dangles = false;
                motion.flat();
            }
            case PRE_SWING -> pushPeakDps = -motion.rateDps();
            case SWING -> {
                swingPeakDps = motion.rateDps();
                swingPeakAllDps = motion.allDps();
                strikePeakDps = 0;
            }
            case UNKNOWN -> {
                grounded = !traits.comesToRest();
                motion.flat();
                motion.restless();
            }
            case LOADING -> motion.restless();
        }
    }

    /** Sagittal rate, degrees per second, positive in swing. */
    double rateDps() {
        return motion.rateDps();
    }

    /** Magnitude of the whole rate on a foot, of the sagittal rate on a shank, degrees per second; without the gyroscope's offset. */
    double allDps() {
        return motion.allDps();
    }

    /** Turned since the segment last lay flat, degrees, toe-up positive. */
    double pitchDeg() {
        return motion.pitchDeg();
    }

    /** False only when it is known that the foot does not go where a step goes. */
    boolean mayStep() {
        FootTravel travel = motion.travel();
        return !traits.comesToRest() || !travel.known() || (travel.speedMps() >= STEP_SPEED_MPS && !motion.goesBack());
    }

    /** True when the sensor does not sit as declared, or has moved. */
    boolean misfit() {
        return motion.misfit();
    }

    @Override
    public GaitEvents events() {
        return events;
    }

    @Override
    public GaitPhase phase() {
        return phase;
    }

    @Override
    public boolean validStance() {
        // A quick walker's shank is upright for a moment only; the foot has carried since it struck.
        return phase == GaitPhase.STANCE
                && (phaseMs() >= settings.minStanceMs() / 2.0
                        || (walking() && sinceStrikeMs() >= settings.minStanceMs()));
    }

    @Override
    public long lastValidNs() {
        return lastValidNs;
    }

    @Override
    public void lose() {
        enter(GaitPhase.UNKNOWN);
        dangles = false;
        motion.lose();
        usual.lose();
        lastValidNs = NEVER;
    }
}
