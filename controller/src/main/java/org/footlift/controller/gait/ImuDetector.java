package org.footlift.controller.gait;

import org.footlift.config.ImuDetectorSettings;
import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;

/**
 * The four events from the sagittal rate of one IMU on foot or shank, sample by sample.
 *
 * <p>A stride as the sensor sees it: rest in flat stance, a growing backward rate while the heel rises, its peak at push-off, a quick return
 * through zero as the toes leave, forward rate in swing, and back through zero at the strike. Every threshold is a share of the
 * wearer's own recent peaks ({@link StrideScale}) with a floor against noise.
 */
final class ImuDetector implements LegDetector {
    private static final double NS_TO_MS = 1e-6;
    /** A share of the usual peak that a push-off or a swing must reach to be one. */
    private static final double REAL_SHARE = 0.3;
    /** Smallest push-off peak, degrees per second: slow hemiparetic push-offs reach 45. */
    private static final double PUSH_FLOOR_DPS = 25;
    /** Rest this long after a heel rise without a push-off was a shift of weight, milliseconds. */
    private static final double SHIFT_MS = 400;
    /** No swing and no pre-swing lasts longer, milliseconds. */
    private static final double PHASE_TIMEOUT_MS = 2_000;
    /** Loading ends by itself, milliseconds: some feet never come to rest. */
    private static final double LOADING_MS = 400;
    /** Without an event for this long the wearer stands, milliseconds. */
    private static final double STANDING_MS = 2_500;
    /** The strike is certain at this backward rate, whatever the angle says, degrees per second. */
    private static final double CERTAIN_STRIKE_DPS = 60;

    private final GaitEvents events = new GaitEvents();
    private final Mounting mounting;
    private final SiteTraits traits;
    private final ImuDetectorSettings settings;
    private final StrideScale push = new StrideScale(150, 30, 600);
    private final StrideScale swing = new StrideScale(150, 40, 600);

    private GaitPhase phase = GaitPhase.UNKNOWN;
    private long timeNs;
    private long lastValidNs = NEVER;
    private long phaseSinceNs;
    private long lastEventNs = NEVER;
    private double rateDps;
    private double restMs;
    private double pitchDeg;
    private double lowestPitchDeg;
    private double pushPeakDps;
    private double swingPeakDps;

    ImuDetector(ImuSite site, ImuSettings worn, ImuDetectorSettings settings) {
        this.mounting = new Mounting(worn);
        this.traits = SiteTraits.of(site, settings);
        this.settings = settings;
    }

    /** Takes one sample, in order of time. */
    void accept(ImuSample sample) {
        double rate = mounting.sagittalRateDps(sample);
        if (!(Math.abs(rate) <= 4_000)) {
            return; // missing, not a number, or more than any gyroscope measures: no sample
        }
        if (sample.timeNs < lastValidNs) {
            return; // older than what is known
        }
        if (lastValidNs != NEVER && LegDetector.isGap(sample.timeNs - lastValidNs)) {
            lose();
        }
        double dtMs = lastValidNs == NEVER ? 0 : (sample.timeNs - lastValidNs) * NS_TO_MS;
        timeNs = sample.timeNs;
        lastValidNs = sample.timeNs;
        rateDps = rate;
        pitchDeg += rate * dtMs * 1e-3;
        restMs = Math.abs(rate) < traits.quietDps() ? restMs + dtMs : 0;
        switch (phase) {
            case UNKNOWN -> whenUnknown();
            case STANCE -> whenStance();
            case PRE_SWING -> whenPreSwing();
            case SWING -> whenSwing();
            case LOADING -> whenLoading();
        }
    }

    private void whenUnknown() {
        if (restMs >= Math.max(100, traits.quietMs())) {
            enter(GaitPhase.STANCE);
        } else if (rateDps > swingThresholdDps()) {
            enter(GaitPhase.SWING);
        }
    }

    private void whenStance() {
        if (restMs > 0) {
            pitchDeg *= 0.9; // a resting foot is flat: forget drift
        }
        if (heelRises()) {
            emit(GaitEvent.HEEL_OFF);
            enter(GaitPhase.PRE_SWING);
        } else if (rateDps > swingThresholdDps() && phaseMs() >= settings.minStanceMs()) {
            // The leg is already swinging: the heel rise was too soft to see. Late is better than not at all.
            emit(GaitEvent.HEEL_OFF);
            emit(GaitEvent.TOE_OFF);
            enter(GaitPhase.SWING);
        }
    }

    private boolean heelRises() {
        if (phaseMs() < settings.minStanceMs() && walking()) {
            return false;
        }
        double needed = Math.max(traits.heelOffFloorDps(), traits.heelOffShare() * push.dps());
        if (!walking()) {
            return rateDps < -Math.max(needed, traits.firstStepDps()) && pitchDeg < -traits.firstStepDeg();
        }
        return rateDps < -needed;
    }

    private void whenPreSwing() {
        pushPeakDps = Math.max(pushPeakDps, -rateDps);
        lowestPitchDeg = Math.min(lowestPitchDeg, pitchDeg);
        boolean pushed = pushPeakDps >= Math.max(PUSH_FLOOR_DPS, REAL_SHARE * push.dps());
        if (pushed && rateDps > -traits.toeOffShare() * pushPeakDps) {
            push.add(pushPeakDps);
            emit(GaitEvent.TOE_OFF);
            enter(GaitPhase.SWING);
        } else if (rateDps > swingThresholdDps()) {
            emit(GaitEvent.TOE_OFF);
            enter(GaitPhase.SWING);
        } else if (restMs > SHIFT_MS || phaseMs() > PHASE_TIMEOUT_MS) {
            enter(GaitPhase.STANCE);
        }
    }

    private void whenSwing() {
        swingPeakDps = Math.max(swingPeakDps, rateDps);
        lowestPitchDeg = Math.min(lowestPitchDeg, pitchDeg);
        boolean swung = swingPeakDps >= swingThresholdDps() && phaseMs() >= settings.minSwingMs();
        boolean recovered = traits.pitchRecoveredShare() == 0
                || pitchDeg >= (1 - traits.pitchRecoveredShare()) * lowestPitchDeg;
        if (swung && ((rateDps <= 0 && recovered) || rateDps <= -CERTAIN_STRIKE_DPS)) {
            swing.add(swingPeakDps);
            emit(GaitEvent.HEEL_STRIKE);
            enter(GaitPhase.LOADING);
        } else if (phaseMs() > PHASE_TIMEOUT_MS || restMs > SHIFT_MS) {
            enter(GaitPhase.UNKNOWN);
        }
    }

    private void whenLoading() {
        if (restMs >= traits.quietMs() || phaseMs() >= LOADING_MS) {
            emit(GaitEvent.FOOT_FLAT);
            enter(GaitPhase.STANCE);
        }
    }

    private double swingThresholdDps() {
        return Math.max(settings.swingRateDps(), REAL_SHARE * swing.dps());
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
    }

    private void enter(GaitPhase next) {
        phase = next;
        phaseSinceNs = timeNs;
        switch (next) {
            case STANCE -> forgetPitch();
            case PRE_SWING -> pushPeakDps = -rateDps;
            case SWING -> swingPeakDps = rateDps;
            case UNKNOWN -> {
                restMs = 0;
                forgetPitch();
            }
            case LOADING -> restMs = 0;
        }
    }

    private void forgetPitch() {
        pitchDeg = 0;
        lowestPitchDeg = 0;
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
        lastValidNs = NEVER;
        lastEventNs = NEVER;
    }
}
