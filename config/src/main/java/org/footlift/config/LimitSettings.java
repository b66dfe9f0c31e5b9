package org.footlift.config;

/**
 * The caps of clinician and wearer. They only ever tighten {@link HardLimits}.
 *
 * @param clinicianAmplitudeUa the clinician's cap, microampere
 * @param wearerAmplitudeUa the wearer's own cap, microampere
 * @param pulseWidthUs cap of the first-phase width, microseconds
 * @param chargeNc cap of the charge per phase, nanocoulomb
 * @param spacingMs shortest spacing of pulses, milliseconds
 * @param burstMs longest burst in walking and test, milliseconds
 * @param dutyPct largest part of a minute stimulated in walking, percent
 * @param exerciseOnMs longest on-time in exercise, milliseconds
 */
public record LimitSettings(
        @Setting(value = "The clinician's cap of the amplitude.", key = "clinician_amplitude_ma", unit = "milliampere", scale = 1000, min = 0, max = HardLimits.AMPLITUDE_UA) int clinicianAmplitudeUa,
        @Setting(value = "The wearer's own cap of the amplitude.", key = "wearer_amplitude_ma", unit = "milliampere", scale = 1000, min = 0, max = HardLimits.AMPLITUDE_UA) int wearerAmplitudeUa,
        @Setting(value = "Cap of the first-phase width.", unit = "microseconds", min = 10, max = HardLimits.PULSE_WIDTH_US) int pulseWidthUs,
        @Setting(value = "Cap of the charge per phase.", key = "charge_uc", unit = "microcoulomb", scale = 1000, min = 0, max = HardLimits.CHARGE_NC) int chargeNc,
        @Setting(value = "Shortest spacing of pulses on a channel.", unit = "milliseconds", min = HardLimits.SPACING_US
                / 1000, max = 200) int spacingMs,
        @Setting(value = "Longest burst in walking and test; then off until a valid stance.", unit = "milliseconds", min = 200, max = HardLimits.BURST_MS) int burstMs,
        @Setting(value = "Largest part of any minute stimulated in walking.", unit = "percent", min = 1, max = HardLimits.DUTY_PCT) int dutyPct,
        @Setting(value = "Longest on-time in exercise.", unit = "milliseconds", min = 500, max = HardLimits.EXERCISE_ON_MS) int exerciseOnMs)
        implements
            Settings.Part {

    /** The shipped caps of the design table. */
    public static final LimitSettings DEFAULT = new LimitSettings(40_000, 40_000, 300, 12_000, 25, 2_000,
            HardLimits.DUTY_PCT, 8_000);

    /** Checks itself. */
    public LimitSettings {
        Ranges.check(LimitSettings.class, clinicianAmplitudeUa, wearerAmplitudeUa, pulseWidthUs, chargeNc, spacingMs,
                burstMs, dutyPct, exerciseOnMs);
    }

    /** How far below the duty limit bursts are planned, percent: 1.2 s of a minute, in which they may differ from each other. */
    static final int DUTY_RESERVE_PCT = 2;

    /** The part of every stride that bursts can keep up without meeting the duty limit, percent, 0 or more. */
    public int strideSharePct() {
        return Math.max(0, Math.min(dutyPct, HardLimits.DUTY_PCT) - DUTY_RESERVE_PCT);
    }
}
