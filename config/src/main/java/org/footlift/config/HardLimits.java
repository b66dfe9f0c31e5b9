package org.footlift.config;

/**
 * Compiled ceilings, above every setting, profile and request. No code path raises them. Sources: the project's design table, after
 * IEC 60601-2-10 as cited by makers, and the ranges of drop-foot stimulators on the market.
 */
public final class HardLimits {
    /** Amplitude, microampere: the top of drop-foot stimulators on the market (ODFS class). */
    public static final int AMPLITUDE_UA = 100_000;
    /** First-phase width, microseconds: wider pulses add charge and discomfort, not selectivity. */
    public static final int PULSE_WIDTH_US = 500;
    /** Charge per phase, nanocoulomb (µA·µs / 1000). */
    public static final int CHARGE_NC = 40_000;
    /** Shortest spacing of pulses on one channel, microseconds: a closely spaced pair, not a train. */
    public static final int SPACING_US = 5_000;
    /** Most pulses on one channel within any {@link #PULSE_WINDOW_US}. */
    public static final int PULSES_PER_WINDOW = 7;
    /** The window of {@link #PULSES_PER_WINDOW}, microseconds. */
    public static final int PULSE_WINDOW_US = 100_000;
    /** R.m.s. current density over half the declared pad area, microampere per square centimetre: IEC 60601-2-10 asks for attention above 2 mA/cm². */
    public static final int DENSITY_UA_PER_CM2 = 2_000;
    /** The part of the declared area that is trusted: software cannot see a half-lifted pad. */
    public static final int AREA_DIVISOR = 2;
    /** Energy per pulse into 500 Ω, microjoule: thirty times below the 300 mJ of IEC 60601-2-10. */
    public static final int ENERGY_UJ = 10_000;
    /** Load for which the energy is stated, ohm. */
    public static final int ENERGY_LOAD_OHM = 500;
    /** Longest burst in walking and test, milliseconds; then off until a valid stance. */
    public static final int BURST_MS = 2_500;
    /** Largest part of {@link #DUTY_WINDOW_MS} stimulated in walking, percent. */
    public static final int DUTY_PCT = 80;
    /** Window of {@link #DUTY_PCT}, milliseconds. */
    public static final int DUTY_WINDOW_MS = 60_000;
    /** Longest on-time in exercise, milliseconds. */
    public static final int EXERCISE_ON_MS = 15_000;
    /** Largest part of {@link #EXERCISE_DUTY_WINDOW_MS} stimulated in exercise, percent. */
    public static final int EXERCISE_DUTY_PCT = 60;
    /** Window of {@link #EXERCISE_DUTY_PCT}, milliseconds. */
    public static final int EXERCISE_DUTY_WINDOW_MS = 120_000;
    /** Fastest rise from zero to full scale within a burst, milliseconds. */
    public static final int FULL_SCALE_RISE_MS = 200;
    /** Fastest rise between settings, microampere per second. */
    public static final int SETTING_RISE_UA_PER_S = 2_000;
    /** Longest falling ramp, and longest ramp of a soft stop, milliseconds. */
    public static final int FALLING_RAMP_MS = 300;
    /** Longest that a burst runs on after the cause of a soft stop, milliseconds, before it falls. */
    public static final int SOFT_STOP_MS = 500;
    /** Age of the newest sensor sample at which stimulation stops softly, milliseconds. */
    public static final int SENSOR_STALE_MS = 100;
    /** Age of the newest sensor sample at which the stop latches, milliseconds. */
    public static final int SENSOR_LOST_MS = 1_000;

    private HardLimits() {}
}
