package org.footlift.sim.stimulator;

import org.footlift.config.LimitSettings;
import org.footlift.config.Settings;

/**
 * What a wearer's profile allows below the ceilings that {@link PulseMonitor} knows by itself. Caps only tighten.
 *
 * @param amplitudeMa strongest current, milliampere
 * @param fullScaleMa what a burst may rise by in 200 ms, milliampere: the clinician's cap
 * @param widthUs longest first phase, microseconds
 * @param chargeUc most charge in a phase, microcoulomb
 * @param spacingMs shortest time between two pulses of a channel, milliseconds
 * @param walkingS longest burst in walking and test, seconds
 * @param exerciseS longest burst in exercise, seconds
 * @param walkingShare largest part of a minute stimulated in walking, 0 to 1
 * @param pauseMs shortest pause before a burst in walking and test, milliseconds
 */
public record OutputCaps(double amplitudeMa, double fullScaleMa, double widthUs, double chargeUc, double spacingMs,
        double walkingS, double exerciseS, double walkingShare, double pauseMs) {
    /** No profile: the ceilings alone. Without a clinician's cap nobody knows what full scale is, and no rise is too fast. */
    public static final OutputCaps NONE = new OutputCaps(100, Double.POSITIVE_INFINITY, 500, 40, 5, 2.5, 15, 0.8, 100);

    /**
     * The caps of a profile. The one on spacing is kept in whole ticks, and a tick may come late by less than one: so much closer may two pulses be
     * in time.
     */
    public static OutputCaps of(Settings settings) {
        LimitSettings limits = settings.limits();
        return new OutputCaps(StrictMath.min(limits.clinicianAmplitudeUa(), limits.wearerAmplitudeUa()) / 1e3,
                limits.clinicianAmplitudeUa() / 1e3, limits.pulseWidthUs(), limits.chargeNc() / 1e3,
                limits.spacingMs() - settings.loop().periodNs() / 1e6, limits.burstMs() / 1e3,
                limits.exerciseOnMs() / 1e3, limits.dutyPct() / 100.0, settings.envelope().refractoryMs());
    }
}
