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
 * swing must give back what the push-off turned. A step without that sagittal shape, in a turn or out of standing, begins with a fast
 * rotation about any axis while the foot is accelerated, and ends when that is over. What counts as each of these is in {@link StepSigns};
 * this class has the phases, their times, and whether the foot is on the floor.
 */
final class ImuDetector implements LegDetector {
    private static final double NS_TO_MS = 1e-6;
    /** A rise sooner than this share of the usual time is early, and no heel leaves the floor before this share of the usual stance. */
    private static final double EARLY_SHARE = 0.8;
    private static final double EARLIEST_SHARE = 0.35;
    /** Somebody who stepped so lately, milliseconds, may step off more softly. */
    private static final double LATELY_MS = 10_000;
    /** A foot stands when a blow came this shortly before, or when it has rested for so long, milliseconds; one that dangles has neither. */
    private static final double BLOW_MS = 60;
    private static final double GROUNDED_REST_MS = 120;
    /** A blow may lie this long before the end of a swing, milliseconds: the end is told by rest. */
    private static final double LANDED_BLOW_MS = BLOW_MS + StepSigns.SWING_REST_MS;
    /** A flick of the foot before push-off is over after this long; without a push-off the toes have left by then, milliseconds. */
    private static final double FLICK_MS = 80;
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
    private final StepSigns signs;

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
        this.signs = new StepSigns(motion, usual, traits, settings);
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
        } else if (signs.swings()) {
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
            boolean turns = signs.turnsFast();
            heelOff();
            pushAwaited = true;
            turning = turns;
        } else if (!walking() && signs.swingsAway()) {
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
            return signs.shankStepsOut();
        }
        double sinceStrikeMs = sinceStrikeMs();
        return sinceStrikeMs >= earliestMs()
                && signs.heelRises(sinceStrikeMs < EARLY_SHARE * usual.heelOffMs.usual());
    }

    /** The leg is already on its way: lifted as a whole, in a turn, or after a heel rise too soft to see. Late is better than not at all. */
    private boolean leftWithoutPush() {
        if (!walking()) {
            return signs.footStepsOut(walkedLately());
        }
        return sinceStrikeMs() >= earliestMs() && (signs.turnsFast() || signs.swingsAlready());
    }

    private boolean walkedLately() {
        return steppedNs != NEVER && (timeNs - steppedNs) * NS_TO_MS < LATELY_MS;
    }

    private void heelOff() {
        emit(GaitEvent.HEEL_OFF);
        usual.heelOff(timeNs);
        enter(GaitPhase.PRE_SWING);
    }

    private void whenPreSwing() {
        pushPeakDps = Math.max(pushPeakDps, -motion.rateDps());
        if (toesLeave()) {
            boolean turns = turning && !signs.pushedAndReturned(pushPeakDps);
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
        if (pushAwaited) {
            return signs.pushedAndReturned(pushPeakDps) || (phaseMs() >= FLICK_MS && signs.doesNotPush(turning));
        }
        return signs.toesLeave(pushPeakDps);
    }

    private void whenSwing() {
        double rateDps = motion.rateDps();
        swingPeakDps = Math.max(swingPeakDps, rateDps);
        swingPeakAllDps = Math.max(swingPeakAllDps, motion.allDps());
        strikePeakDps = Math.max(strikePeakDps, -rateDps);
        boolean longEnough = phaseMs() >= settings.minSwingMs();
        boolean swung = longEnough && signs.swung();
        if (swung && signs.strikes()) {
            if (cameDown()) {
                learn();
            }
            strike();
        } else if (!swung && signs.stillPushing(pushPeakDps)) {
            enter(GaitPhase.PRE_SWING);
        } else if (longEnough && signs.landed(swingPeakAllDps)) {
            strike();
        } else if (phaseMs() > PHASE_TIMEOUT_MS || motion.restMs() > NO_SWING_MS) {
            enter(GaitPhase.UNKNOWN);
        }
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
        boolean carriedOn = signs.carriedOn();
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
        return signs.mayStep();
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
