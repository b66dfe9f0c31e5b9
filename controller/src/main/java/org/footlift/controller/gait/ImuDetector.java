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
 * floor against noise. A turning step has no such sagittal shape: it begins with a fast rotation about any axis and ends when that is over.
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
    /** A swing whose heel rise was missed shows when it has turned this far; a flick of the foot before push-off stays below. */
    private static final double FORWARD_FLOOR_DEG = 8;
    private static final double FORWARD_SHARE = 0.4;
    /** The heel is up after this much of a rise, degrees, or this share of the usual turn until toe off. */
    private static final double RISE_FLOOR_DEG = 0.8;
    private static final double RISE_SHARE = 0.02;
    /** No heel leaves the floor before this share of the usual stance. */
    private static final double EARLIEST_SHARE = 0.35;
    /** Backward rate that begins the first step out of standing, degrees per second. */
    private static final double FIRST_STEP_DPS = 40;
    /** The push-off was not over when the rate falls back beyond these shares of its own and of the usual peak. */
    private static final double STILL_PUSHING_OWN_SHARE = 0.6;
    private static final double STILL_PUSHING_USUAL_SHARE = 0.5;
    private static final double STRIKE_SHARE = 0.2;
    /** A turning step must rotate for this long before it is one, milliseconds, and may not be a push-off. */
    private static final double TURN_MS = 40;
    private static final double TURN_LOWEST_DPS = -40;
    /** A swing that ends without a strike ends in rest or slowness, milliseconds. */
    private static final double SWING_REST_MS = 100;
    private static final double SWING_SLOW_MS = 30;
    /** Rest this long after a heel rise without a push-off was a shift of weight, milliseconds. */
    private static final double SHIFT_MS = 400;
    /** No swing and no pre-swing lasts longer, milliseconds. */
    private static final double PHASE_TIMEOUT_MS = 2_000;
    /** Loading ends by itself, milliseconds: some feet never come to rest. */
    private static final double LOADING_MS = 400;
    /** Rest out of nowhere is a stance after this long, milliseconds. */
    private static final double FIRST_REST_MS = 100;
    /** Without an event for this long the wearer stands, milliseconds. */
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
    private long lastStrikeNs = NEVER;
    private long lastToeOffNs = NEVER;
    private boolean turning;
    private double pushPeakDps;
    private double swingPeakDps;
    private double strikePeakDps;

    ImuDetector(ImuSite site, ImuSettings worn, ImuDetectorSettings settings) {
        this.traits = SiteTraits.of(site);
        this.settings = settings;
        this.motion = new SegmentMotion(worn, traits, usual);
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
        motion.accept(sample, turning);
        switch (phase) {
            case UNKNOWN -> whenUnknown();
            case STANCE -> whenStance();
            case PRE_SWING -> whenPreSwing();
            case SWING -> whenSwing();
            case LOADING -> whenLoading();
        }
    }

    private void whenUnknown() {
        if (motion.restMs() >= Math.max(FIRST_REST_MS, traits.quietMs())) {
            enter(GaitPhase.STANCE);
        } else if (motion.rateDps() > swingThresholdDps()) {
            enter(GaitPhase.SWING);
        }
    }

    private void whenStance() {
        motion.settle();
        if (heelRises()) {
            emit(GaitEvent.HEEL_OFF);
            enter(GaitPhase.PRE_SWING);
        } else if (walking() && stanceIsLongEnough()) {
            boolean turns = traits.comesToRest() && motion.turnMs() >= TURN_MS && motion.rateDps() > TURN_LOWEST_DPS;
            boolean swings = motion.rateDps() > swingThresholdDps() && forwardDeg() >= Math.max(FORWARD_FLOOR_DEG,
                    FORWARD_SHARE * usual.dropDeg.usual());
            if (turns || swings) {
                // The leg is already on its way: a turning step, or a heel rise too soft to see. Late is better than not at all.
                emit(GaitEvent.HEEL_OFF);
                emit(GaitEvent.TOE_OFF);
                enter(GaitPhase.SWING);
                turning = turns;
            }
        }
    }

    private double forwardDeg() {
        return motion.pitchDeg() - motion.lowestPitchDeg();
    }

    private boolean heelRises() {
        if (!walking()) {
            return motion.rateDps() < -FIRST_STEP_DPS && motion.pitchDeg() < -traits.firstStepDeg();
        }
        if (!stanceIsLongEnough()) {
            return false;
        }
        if (traits.comesToRest()) {
            return motion.riseDeg() > Math.max(RISE_FLOOR_DEG, RISE_SHARE * usual.dropDeg.usual());
        }
        return motion.rateDps() < -Math.max(traits.heelOffFloorDps(), traits.heelOffShare() * usual.pushDps.usual());
    }

    private boolean stanceIsLongEnough() {
        double sinceMs = lastStrikeNs == NEVER ? phaseMs() : (timeNs - lastStrikeNs) * NS_TO_MS;
        return sinceMs >= Math.max(settings.minStanceMs(), EARLIEST_SHARE * usual.stanceMs.usual());
    }

    private void whenPreSwing() {
        double rateDps = motion.rateDps();
        pushPeakDps = Math.max(pushPeakDps, -rateDps);
        boolean raised = -motion.lowestPitchDeg() >= Math.max(RAISED_FLOOR_DEG, REAL_SHARE * usual.dropDeg.usual());
        boolean pushed = pushPeakDps >= Math.max(PUSH_FLOOR_DPS, REAL_SHARE * usual.pushDps.usual());
        boolean returned = pushed && rateDps > -traits.toeOffShare() * pushPeakDps;
        if (raised && (returned || rateDps > swingThresholdDps())) {
            emit(GaitEvent.TOE_OFF);
            enter(GaitPhase.SWING);
        } else if (motion.restMs() > SHIFT_MS || phaseMs() > PHASE_TIMEOUT_MS) {
            enter(GaitPhase.STANCE);
        }
    }

    private void whenSwing() {
        double rateDps = motion.rateDps();
        swingPeakDps = Math.max(swingPeakDps, rateDps);
        strikePeakDps = Math.max(strikePeakDps, -rateDps);
        boolean longEnough = phaseMs() >= settings.minSwingMs();
        boolean swung = longEnough
                && forwardDeg() >= Math.max(SWUNG_FLOOR_DEG, SWUNG_SHARE * usual.dropDeg.usual());
        boolean recovered = traits.pitchRecoveredShare() == 0
                || motion.pitchDeg() >= (1 - traits.pitchRecoveredShare()) * motion.lowestPitchDeg();
        boolean struck = rateDps <= -Math.max(traits.strikeFloorDps(), STRIKE_SHARE * usual.strikeDps.usual());
        if (swung && recovered && struck) {
            learn();
            strike();
        } else if (!swung && stillPushing()) {
            enter(GaitPhase.PRE_SWING);
        } else if (longEnough && cameToRest()) {
            strike();
        } else if (phaseMs() > PHASE_TIMEOUT_MS || motion.restMs() > SHIFT_MS) {
            enter(GaitPhase.UNKNOWN);
        }
    }

    private boolean stillPushing() {
        return motion.rateDps() < -Math.max(STILL_PUSHING_OWN_SHARE * pushPeakDps,
                STILL_PUSHING_USUAL_SHARE * usual.pushDps.usual());
    }

    private boolean cameToRest() {
        return motion.restMs() > SWING_REST_MS || (traits.comesToRest() && motion.slowMs() > SWING_SLOW_MS);
    }

    private void learn() {
        usual.swingDps.add(swingPeakDps);
        usual.pushDps.add(pushPeakDps);
        usual.dropDeg.add(-motion.lowestPitchDeg());
        if (lastStrikeNs != NEVER && lastToeOffNs > lastStrikeNs) {
            usual.stanceMs.add((lastToeOffNs - lastStrikeNs) * NS_TO_MS);
        }
    }

    private void strike() {
        emit(GaitEvent.HEEL_STRIKE);
        lastStrikeNs = timeNs;
        enter(GaitPhase.LOADING);
    }

    private void whenLoading() {
        strikePeakDps = Math.max(strikePeakDps, -motion.rateDps());
        if (motion.restMs() >= traits.quietMs() || phaseMs() >= LOADING_MS) {
            usual.strikeDps.add(strikePeakDps);
            emit(GaitEvent.FOOT_FLAT);
            enter(GaitPhase.STANCE);
        }
    }

    private double swingThresholdDps() {
        return Math.max(settings.swingRateDps(), REAL_SHARE * usual.swingDps.usual());
    }

    private boolean walking() {
        return lastEventNs != NEVER && (timeNs - lastEventNs) * NS_TO_MS < STANDING_MS;
    }

    private double phaseMs() {
        return (timeNs - phaseSinceNs) * NS_TO_MS;
    }

    private void emit(GaitEvent event) {
        events.add(event, timeNs);
        lastEventNs = timeNs;
        if (event == GaitEvent.TOE_OFF) {
            lastToeOffNs = timeNs;
        }
    }

    private void enter(GaitPhase next) {
        phase = next;
        phaseSinceNs = timeNs;
        turning = false;
        switch (next) {
            case STANCE -> motion.flat();
            case PRE_SWING -> pushPeakDps = -motion.rateDps();
            case SWING -> {
                swingPeakDps = motion.rateDps();
                strikePeakDps = 0;
            }
            case UNKNOWN -> {
                motion.flat();
                motion.restless();
            }
            case LOADING -> motion.restless();
        }
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
        return phase == GaitPhase.STANCE && phaseMs() >= settings.minStanceMs() / 2.0;
    }

    @Override
    public long lastValidNs() {
        return lastValidNs;
    }

    @Override
    public void lose() {
        enter(GaitPhase.UNKNOWN);
        motion.lose();
        lastValidNs = NEVER;
        lastEventNs = NEVER;
        lastStrikeNs = NEVER;
        lastToeOffNs = NEVER;
    }
}
