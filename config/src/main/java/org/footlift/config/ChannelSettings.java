package org.footlift.config;

/**
 * What a pulse is on one channel.
 *
 * @param enabled whether the channel is used
 * @param amplitudeUa amplitude at level 100 %, microampere
 * @param pulseWidthUs first-phase width, microseconds
 * @param frequencyHz pulses per second
 * @param waveform shape of the recovery phase
 * @param electrodeAreaMm2 contact area of the smaller pad, square millimetres
 */
public record ChannelSettings(
        @Setting("Whether this channel is used.") boolean enabled,
        @Setting(value = "Amplitude at level 100 %.", key = "amplitude_ma", unit = "milliampere", scale = 1000, min = 0, max = HardLimits.AMPLITUDE_UA) int amplitudeUa,
        @Setting(value = "Width of the first phase.", unit = "microseconds", min = 10, max = HardLimits.PULSE_WIDTH_US) int pulseWidthUs,
        @Setting(value = "Pulses per second. The period is rounded up to whole ticks.", unit = "hertz", min = HardLimits.LOWEST_FREQUENCY_HZ, max = 70) int frequencyHz,
        @Setting("Recovery phase: symmetric (equal and opposite), or asymmetric (a quarter of the current for four times as long).") Waveform waveform,
        @Setting(value = "Contact area of the smaller pad. Halved before it limits the current density.", key = "electrode_area_cm2", unit = "square centimetres", scale = 100, min = 400, max = 20_000) int electrodeAreaMm2) {

    /** Shape of the recovery phase. */
    public enum Waveform {
        /** Equal and opposite. */
        SYMMETRIC,
        /** A quarter of the current for four times as long. */
        ASYMMETRIC
    }

    /** 25 mA, 300 µs, 40 Hz through 5 × 5 cm pads. */
    public static final ChannelSettings DEFAULT = new ChannelSettings(true, 25_000, 300, 40, Waveform.SYMMETRIC, 2_500);

    /** Checks itself. */
    public ChannelSettings {
        Ranges.check(ChannelSettings.class, enabled, amplitudeUa, pulseWidthUs, frequencyHz, waveform,
                electrodeAreaMm2);
    }
}
