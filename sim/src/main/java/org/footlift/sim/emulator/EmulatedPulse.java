package org.footlift.sim.emulator;

import org.footlift.hal.PulseCommand;

/** A pulse as ScienceMode3 and 4 are told of it: points of a duration and a signed current. */
final class EmulatedPulse {
    private static final int POINT_BYTES = 4;
    private static final int STEP_UA = 500;
    private static final int ZERO = 300;
    private static final int STRONGEST_STEPS = 260;
    private static final int SHORTEST_US = 10;
    private static final int ELECTRODE_TEST_UA = 15_000;

    private final int[] durationUs;
    private final int[] currentUa;

    private EmulatedPulse(int points) {
        durationUs = new int[points];
        currentUa = new int[points];
    }

    /** The pulse of {@code points} points at {@code at}; null when a device refuses one of them. */
    static @org.jspecify.annotations.Nullable EmulatedPulse read(byte[] data, int at, int points) {
        EmulatedPulse pulse = new EmulatedPulse(points);
        for (int i = 0; i < points; i++) {
            int from = at + i * POINT_BYTES;
            int high = data[from + 1] & 0xFF;
            int steps = (((high & 0xF) << 6) | ((data[from + 2] & 0xFF) >> 2)) - ZERO;
            if (StrictMath.abs(steps) > STRONGEST_STEPS) {
                return null;
            }
            pulse.durationUs[i] = StrictMath.max(SHORTEST_US, ((data[from] & 0xFF) << 4) | (high >> 4));
            pulse.currentUa[i] = steps * STEP_UA;
        }
        return pulse;
    }

    /** Bytes of {@code points} points. */
    static int bytes(int points) {
        return points * POINT_BYTES;
    }

    /** From the first point to the end of the last, microseconds. */
    int lengthUs() {
        int sum = 0;
        for (int duration : durationUs) {
            sum += duration;
        }
        return sum;
    }

    /** True when it is strong enough for the test pulse before it to find a bad electrode. */
    boolean testsElectrode() {
        return StrictMath.max(peakUa(1), peakUa(-1)) >= ELECTRODE_TEST_UA;
    }

    /** As the skin sees it; each phase by its peak, and as long as its charge needs. */
    void into(PulseCommand command) {
        command.clear();
        command.amplitudeUa = peakUa(1);
        command.pulseWidthUs = widthUs(1, command.amplitudeUa);
        command.recoveryAmplitudeUa = peakUa(-1);
        command.recoveryWidthUs = widthUs(-1, command.recoveryAmplitudeUa);
    }

    private int peakUa(int sign) {
        int peak = 0;
        for (int current : currentUa) {
            peak = StrictMath.max(peak, sign * current);
        }
        return peak;
    }

    private int widthUs(int sign, int peakUa) {
        long charge = 0;
        for (int i = 0; i < currentUa.length; i++) {
            charge += (long) StrictMath.max(0, sign * currentUa[i]) * durationUs[i];
        }
        return peakUa == 0 ? 0 : (int) StrictMath.ceilDiv(charge, peakUa);
    }
}
