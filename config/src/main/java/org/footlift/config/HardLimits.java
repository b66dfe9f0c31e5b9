package org.footlift.config;

/**
 * Compiled ceilings, above every setting, profile and request. No code path raises them. Sources: the project's design table, after
 * IEC 60601-2-10 as cited by makers, and the ranges of drop-foot stimulators on the market.
 */
public final class HardLimits {
    /** Amplitude, microampere: the top of drop-foot stimulators on the market (ODFS class). */
    @Ceiling(value = "Amplitude", unit = "microampere", because = "The top of drop-foot stimulators on the market.")
    public static final int AMPLITUDE_UA = 100_000;
    /** First-phase width, microseconds: wider pulses add charge and discomfort, not selectivity. */
    @Ceiling(value = "Width of the first phase", unit = "microseconds", because = "Wider pulses add charge and discomfort, not selectivity.")
    public static final int PULSE_WIDTH_US = 500;
    /** Charge per phase, nanocoulomb (µA·µs / 1000). */
    @Ceiling(value = "Charge per phase", unit = "nanocoulomb", because = "Bounds amplitude and width together: the widest pulse may have 80 mA, the strongest 400 µs.")
    public static final int CHARGE_NC = 40_000;
    /** Shortest spacing of pulses on one channel, microseconds: a closely spaced pair, not a train. */
    @Ceiling(value = "Shortest spacing of two pulses on a channel", unit = "microseconds", because = "Allows a closely spaced pair, which lifts the foot faster, but no train at that rate.")
    public static final int SPACING_US = 5_000;
    /** Most pulses on one channel within any {@link #PULSE_WINDOW_US}. */
    @Ceiling(value = "Pulses on a channel within the pulse window", unit = "pulses", because = "70 Hz on average, a closely spaced first pair counted.")
    public static final int PULSES_PER_WINDOW = 7;
    /** The window of {@link #PULSES_PER_WINDOW}, microseconds. */
    @Ceiling(value = "Pulse window", unit = "microseconds", because = "Short enough that no burst hides in an average.")
    public static final int PULSE_WINDOW_US = 100_000;
    /** Lowest pulse frequency, hertz: the slowest drop-foot stimulators on the market give 16.7 Hz, and below a muscle twitches instead of lifting. */
    @Ceiling(value = "Lowest pulse frequency", unit = "hertz", because = "The slowest drop-foot stimulators give 16.7 Hz; a slower train makes a muscle twitch, lifts no foot, and its gaps cannot be told from the pause between two steps.")
    public static final int LOWEST_FREQUENCY_HZ = 15;
    /** R.m.s. current density over half the declared pad area, microampere per square centimetre: IEC 60601-2-10 asks for attention above 2 mA/cm². */
    @Ceiling(value = "R.m.s. current density over half the declared pad", unit = "microampere per square centimetre", because = "IEC 60601-2-10 asks for the operator's special attention above 2 mA/cm².")
    public static final int DENSITY_UA_PER_CM2 = 2_000;
    /** The part of the declared area that is trusted: software cannot see a half-lifted pad. */
    @Ceiling(value = "Divisor of the declared pad area", unit = "(a number)", because = "Software cannot see a half-lifted pad, so half of it is trusted.")
    public static final int AREA_DIVISOR = 2;
    /** R.m.s. current of one channel while it bursts, microampere, whatever its pads: half of the 50 mA of IEC 60601-2-10. */
    @Ceiling(value = "R.m.s. current of a channel", unit = "microampere", because = "Half of the 50 mA that IEC 60601-2-10 allows up to 400 Hz: with large pads the density alone would not bound a closely spaced pair.")
    public static final int RMS_UA = 25_000;
    /** Energy per pulse into 500 Ω, microjoule: thirty times below the 300 mJ of IEC 60601-2-10. */
    @Ceiling(value = "Energy per pulse into the stated load", unit = "microjoule", because = "Thirty times below the 300 mJ of IEC 60601-2-10.")
    public static final int ENERGY_UJ = 10_000;
    /** Load for which the energy is stated, ohm. */
    @Ceiling(value = "Load for which the energy is stated", unit = "ohm", because = "The load for which IEC 60601-2-10 states its limit.")
    public static final int ENERGY_LOAD_OHM = 500;
    /** Longest burst in walking and test, milliseconds; then off until a valid stance. */
    @Ceiling(value = "Longest burst in walking and test", unit = "milliseconds", because = "Longer than any swing, even a slow one: then something is wrong, and it is off until a valid stance.")
    public static final int BURST_MS = 2_500;
    /** Largest part of {@link #DUTY_WINDOW_MS} stimulated in walking, percent. */
    @Ceiling(value = "Part of the duty window stimulated in walking", unit = "percent", because = "Heel-triggered bursts with extension reach 62 to 71 % in real recordings.")
    public static final int DUTY_PCT = 80;
    /** Window of {@link #DUTY_PCT}, milliseconds. */
    @Ceiling(value = "Duty window in walking", unit = "milliseconds", because = "A minute of walking.")
    public static final int DUTY_WINDOW_MS = 60_000;
    /** Longest on-time in exercise, milliseconds. */
    @Ceiling(value = "Longest on-time in exercise", unit = "milliseconds", because = "A tired muscle gains nothing from more.")
    public static final int EXERCISE_ON_MS = 15_000;
    /** Largest part of {@link #EXERCISE_DUTY_WINDOW_MS} stimulated in exercise, percent. */
    @Ceiling(value = "Part of the exercise duty window stimulated in exercise", unit = "percent", because = "A muscle needs its rest.")
    public static final int EXERCISE_DUTY_PCT = 60;
    /** Window of {@link #EXERCISE_DUTY_PCT}, milliseconds. */
    @Ceiling(value = "Duty window in exercise", unit = "milliseconds", because = "Several cycles of exercise.")
    public static final int EXERCISE_DUTY_WINDOW_MS = 120_000;
    /** Fastest rise from zero to full scale within a burst, milliseconds. */
    @Ceiling(value = "Fastest rise from zero to full scale in a burst", unit = "milliseconds", because = "A sudden pull startles, and stretches a spastic calf.")
    public static final int FULL_SCALE_RISE_MS = 200;
    /** Fastest rise between settings, microampere per second. */
    @Ceiling(value = "Fastest rise between settings", unit = "microampere per second", because = "The wearer must have time to press stop.")
    public static final int SETTING_RISE_UA_PER_S = 2_000;
    /** Shortest pause between two bursts, milliseconds. A shorter one is a gap within one burst. */
    @Ceiling(value = "Shortest pause between two bursts", unit = "milliseconds", because = "A shorter one cannot be told from a pulse that came late, and no foot steps that fast.")
    public static final int REFRACTORY_MS = 100;
    /** Longest falling ramp, and longest ramp of a soft stop, milliseconds. */
    @Ceiling(value = "Longest falling ramp, also of a soft stop", unit = "milliseconds", because = "A stop must end soon.")
    public static final int FALLING_RAMP_MS = 300;
    /** Longest that a burst runs on after the cause of a soft stop, milliseconds, before it falls. */
    @Ceiling(value = "Longest that a burst runs on after the cause of a soft stop", unit = "milliseconds", because = "Dropping the foot in mid-swing is a trip hazard of its own; half a second ends most swings.")
    public static final int SOFT_STOP_MS = 500;
    /** Lateness of a tick above which stimulation stops softly, milliseconds. */
    @Ceiling(value = "Lateness of a tick above which stimulation stops softly", unit = "milliseconds", because = "As long as a sensor may be silent: what was decided before is as old.")
    public static final int LOOP_LATE_MS = 100;
    /** Lateness of a tick above which the stop latches, milliseconds. */
    @Ceiling(value = "Lateness of a tick above which the stop latches", unit = "milliseconds", because = "As long as a sensor may be gone.")
    public static final int LOOP_STALLED_MS = 1_000;
    /** Age of the newest sensor sample at which stimulation stops softly, milliseconds. */
    @Ceiling(value = "Age of the newest sensor sample at which stimulation stops softly", unit = "milliseconds", because = "Older samples cannot tell swing from stance.")
    public static final int SENSOR_STALE_MS = 100;
    /** Age of the newest sensor sample at which the stop latches, milliseconds. */
    @Ceiling(value = "Age of the newest sensor sample at which the stop latches", unit = "milliseconds", because = "A sensor gone that long will not come back by itself: the wearer decides.")
    public static final int SENSOR_LOST_MS = 1_000;

    private HardLimits() {}
}
