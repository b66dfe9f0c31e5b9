package org.footlift.sim.campaign;

import java.util.Locale;

/**
 * An invariant that did not hold.
 *
 * @param invariant which
 * @param atMs when, milliseconds from the beginning of the walk
 * @param tick the controller's tick
 * @param what what was seen, for an engineer
 */
public record Breach(Invariant invariant, long atMs, long tick, String what) {
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s (%s) at %.3f s, tick %d: %s", invariant.label(), invariant, atMs / 1e3,
                tick, what);
    }
}
