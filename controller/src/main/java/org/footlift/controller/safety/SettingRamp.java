package org.footlift.controller.safety;

import org.footlift.config.HardLimits;

/**
 * Lets the amplitude that a channel is set to rise only at {@link HardLimits#SETTING_RISE_UA_PER_S}, from nothing at power-up and after a
 * hard stop. It falls at once. Integers only; allocates nothing.
 */
final class SettingRamp {
    private static final long NEVER = Long.MIN_VALUE;
    private static final long NS_PER_S = 1_000_000_000L;

    private long reachedNa; // nanoampere: a tick's share of 2 mA/s is 10 µA at 200 Hz, and must not round to nothing at 1 kHz
    private long lastNs = NEVER;

    /**
     * Lets time pass.
     *
     * @param stimulating false while the mode gives nothing: waiting earns no rise
     * @param targetUa the amplitude that setting and level ask for, microampere; a lower one is taken at once
     */
    void advance(long nowNs, boolean stimulating, int targetUa) {
        if (lastNs != NEVER && stimulating) {
            long elapsedNs = Math.max(0, Math.min(nowNs - lastNs, NS_PER_S / 10)); // a stall earns nothing
            reachedNa += HardLimits.SETTING_RISE_UA_PER_S * elapsedNs / 1_000_000L;
        }
        reachedNa = Math.min(reachedNa, Math.max(0, targetUa) * 1_000L);
        lastNs = nowNs;
    }

    /** From nothing again. */
    void reset() {
        reachedNa = 0;
    }

    /** As if it had reached so much at {@code nowNs}. */
    void restore(long toNa, long nowNs) {
        reachedNa = toNa;
        lastNs = nowNs;
    }

    /** What it has reached, nanoampere. */
    long reachedNa() {
        return reachedNa;
    }

    /** The amplitude allowed now, microampere. */
    int allowedUa() {
        return (int) (reachedNa / 1_000);
    }
}
