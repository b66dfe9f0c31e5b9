package org.footlift.controller.safety;

import java.util.Arrays;

/**
 * How much of the last while was stimulated. The window is kept in slots of a thousandth of its length, and the oldest counts whole, so the
 * answer errs on the side of more. Allocates nothing after construction.
 */
final class DutyWindow {
    private static final int SLOTS = 1_000;
    private static final long NEVER = Long.MIN_VALUE;

    private final long[] onNs = new long[SLOTS + 1];
    private final long slotNs;
    private final long allowedNs;
    private long newestSlot = NEVER;
    private long totalNs;

    /**
     * @param windowMs length of the window, milliseconds
     * @param sharePct largest part of it, percent
     */
    DutyWindow(int windowMs, int sharePct) {
        slotNs = windowMs * 1_000_000L / SLOTS;
        allowedNs = windowMs * 1_000_000L * sharePct / 100;
    }

    /** True when {@code moreNs} of stimulation would still fit. */
    boolean permits(long nowNs, long moreNs) {
        advance(nowNs);
        return totalNs + moreNs <= allowedNs;
    }

    /**
     * How long stimulation may go on that begins now and does not pause, nanoseconds, 0 or less for not at all: what fits in now, and what
     * is forgotten of the past while it lasts.
     *
     * @param firstNs what its first pulse adds
     * @param enoughNs nobody asks for more
     */
    long lastingNs(long nowNs, long firstNs, long enoughNs) {
        advance(nowNs);
        long lastsNs = allowedNs - totalNs - firstNs;
        for (long slot = newestSlot + 1; slot - newestSlot < onNs.length && lastsNs < enoughNs; slot++) {
            if (lastsNs < slot * slotNs - nowNs) {
                return lastsNs; // full before this slot begins and the oldest is forgotten
            }
            lastsNs += onNs[index(slot)];
        }
        return Math.min(lastsNs, enoughNs);
    }

    /** Counts {@code durationNs} of stimulation at {@code nowNs}. */
    void add(long nowNs, long durationNs) {
        advance(nowNs);
        onNs[index(newestSlot)] += durationNs;
        totalNs += durationNs;
    }

    /** As if nothing had been stimulated. */
    void forget() {
        newestSlot = NEVER;
    }

    private void advance(long nowNs) {
        long slot = Math.floorDiv(nowNs, slotNs);
        if (newestSlot == NEVER || slot - newestSlot >= onNs.length) {
            Arrays.fill(onNs, 0);
            totalNs = 0;
            newestSlot = slot;
        }
        while (newestSlot < slot) {
            newestSlot++;
            int index = index(newestSlot);
            totalNs -= onNs[index];
            onNs[index] = 0;
        }
    }

    /** The clock's origin is arbitrary: a slot number may be negative. */
    private int index(long slot) {
        return (int) Math.floorMod(slot, (long) onNs.length);
    }
}
