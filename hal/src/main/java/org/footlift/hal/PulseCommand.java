package org.footlift.hal;

/**
 * One charge-balanced biphasic pulse: a first phase, then a recovery phase of opposite sign and equal charge. Mutable and reused. A
 * command with {@link #isPulse()} false asks for nothing.
 */
public final class PulseCommand {
    /** Current of the first phase, microampere; 0 means no pulse. */
    public int amplitudeUa;
    /** Duration of the first phase, microseconds. */
    public int pulseWidthUs;
    /** Current of the recovery phase, microampere, of opposite sign. */
    public int recoveryAmplitudeUa;
    /** Duration of the recovery phase, microseconds. */
    public int recoveryWidthUs;
    /** The last moment at which this pulse may leave for the stimulator, nanoseconds; later it must be dropped. */
    public long expiresNs;

    /** True when this command asks for a pulse. */
    public boolean isPulse() {
        return amplitudeUa > 0 && pulseWidthUs > 0;
    }

    /** Asks for nothing. */
    public void clear() {
        amplitudeUa = 0;
        pulseWidthUs = 0;
        recoveryAmplitudeUa = 0;
        recoveryWidthUs = 0;
        expiresNs = 0;
    }

    /** Makes this command an equal of {@code other}. */
    public void copyFrom(PulseCommand other) {
        amplitudeUa = other.amplitudeUa;
        pulseWidthUs = other.pulseWidthUs;
        recoveryAmplitudeUa = other.recoveryAmplitudeUa;
        recoveryWidthUs = other.recoveryWidthUs;
        expiresNs = other.expiresNs;
    }
}
