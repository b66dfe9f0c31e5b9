package org.footlift.controller.safety;

import org.footlift.config.ChannelSettings.Waveform;
import org.footlift.config.HardLimits;
import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.Limit;

/**
 * The largest first-phase amplitude that each physical limit permits, in whole microampere, rounded down. For a first phase of current I
 * and width W with recovery current I/k over k·W, the charge per phase is I·W and the sum of I²·t over both phases is I²·W·(k+1)/k.
 */
final class PulseArithmetic {
    private PulseArithmetic() {}

    /** Recovery ratio k: how many times weaker and longer the recovery phase is. */
    static int recoveryRatio(Waveform waveform) {
        return switch (waveform) {
            case SYMMETRIC -> 1;
            case ASYMMETRIC -> 4;
        };
    }

    /** Clears a pulse whose phases do not carry exactly the same charge, and says {@link Limit#MALFORMED}; else 0. */
    static int clearUnbalanced(PulseCommand command) {
        boolean balanced = (long) command.amplitudeUa * command.pulseWidthUs == (long) command.recoveryAmplitudeUa
                * command.recoveryWidthUs;
        if (balanced) {
            return 0;
        }
        command.clear();
        return Limit.MALFORMED.bit();
    }

    /** I such that I·W ≤ {@code chargeNc}. µA·µs is pC. */
    static int largestByCharge(int chargeNc, int widthUs) {
        return clamp(chargeNc * 1_000L / widthUs);
    }

    /**
     * I such that the r.m.s. current of a train of such pulses, {@code periodUs} apart, stays within the density limit over the trusted
     * part of the pad: I²·W·(k+1)/k ≤ Irms²·T. Not averaged over the pause between bursts.
     */
    static int largestByDensity(int areaMm2, int widthUs, int ratio, long periodUs) {
        return largestByRms((long) HardLimits.DENSITY_UA_PER_CM2 * areaMm2 / (100L * HardLimits.AREA_DIVISOR), widthUs,
                ratio, periodUs);
    }

    /** The same for an r.m.s. current of {@code rmsUa}, 200 mA at most. */
    static int largestByRms(long rmsUa, int widthUs, int ratio, long periodUs) {
        // At most (200 000 µA)² · 10⁶ µs · 4 = 1.6e17: fits a long.
        long budget = rmsUa * rmsUa * Math.min(periodUs, 1_000_000L);
        return clamp(floorSqrt(budget * ratio / ((ratio + 1L) * widthUs)));
    }

    /** I such that R·I²·W·(k+1)/k ≤ {@code HardLimits.ENERGY_UJ}. µA²·µs·Ω is 10⁻¹² µJ. */
    static int largestByEnergy(int widthUs, int ratio) {
        long budget = HardLimits.ENERGY_UJ * 1_000_000_000_000L / HardLimits.ENERGY_LOAD_OHM;
        return clamp(floorSqrt(budget * ratio / ((ratio + 1L) * widthUs)));
    }

    /** The largest whole number whose square is at most {@code value}; 0 for a negative one. */
    static long floorSqrt(long value) {
        long root = 0;
        for (long bit = 1L << 31; bit != 0; bit >>= 1) {
            long candidate = root | bit;
            if (candidate <= value / candidate) { // a square could overflow
                root = candidate;
            }
        }
        return root;
    }

    private static int clamp(long amplitudeUa) {
        return (int) Math.max(0, Math.min(amplitudeUa, Integer.MAX_VALUE));
    }
}
