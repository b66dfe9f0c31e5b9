package org.footlift.hal.stimulator;

import org.footlift.hal.PulseCommand;

/**
 * A pulse as ScienceMode3 and 4 take it: points of a duration and a current. First phase, a rest of 100 µs, recovery phase of equal charge;
 * currents are steps of 0.5 mA, always rounded towards nothing.
 */
final class Points {
    /** Points of a pulse. */
    static final int COUNT = 3;
    /** Bytes of a pulse. */
    static final int BYTES = 4 * COUNT;
    /** Largest current that a device takes, microampere. */
    static final int STRONGEST_UA = 130_000;
    /** Longest phase that a device takes, microseconds. */
    static final int LONGEST_US = 4_095;

    private static final int STEP_UA = 500;
    private static final int ZERO = 300;
    private static final int REST_US = 100;
    /** A shorter phase would be given as this, which is more than was asked for. */
    private static final int SHORTEST_US = 10;

    private Points() {}

    /**
     * Writes {@code pulse} at {@code at}; false when nothing is left of it, or its phases cannot be given. With a recovery phase that is n
     * times as long the current is rounded to n steps, for the two charges must stay equal.
     */
    static boolean put(PulseCommand pulse, byte[] into, int at) {
        int width = pulse.pulseWidthUs;
        int recovery = pulse.recoveryWidthUs;
        if (width < SHORTEST_US || recovery > LONGEST_US || recovery % width != 0 || recovery == 0) {
            return false;
        }
        int ratio = recovery / width;
        int stepUa = STEP_UA * ratio;
        int amplitudeUa = StrictMath.min(pulse.amplitudeUa, STRONGEST_UA) / stepUa * stepUa;
        if (!(amplitudeUa > 0)) {
            return false;
        }
        put(width, amplitudeUa, into, at);
        put(REST_US, 0, into, at + 4);
        put(recovery, -amplitudeUa / ratio, into, at + 8);
        return true;
    }

    private static void put(int durationUs, int currentUa, byte[] into, int at) {
        int current = currentUa / STEP_UA + ZERO;
        into[at] = (byte) (durationUs >> 4);
        into[at + 1] = (byte) (((durationUs & 0xF) << 4) | (current >> 6));
        into[at + 2] = (byte) ((current & 0x3F) << 2);
        into[at + 3] = 0;
    }
}
