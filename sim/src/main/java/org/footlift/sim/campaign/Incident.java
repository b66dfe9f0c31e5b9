package org.footlift.sim.campaign;

import java.util.Locale;

/**
 * Something that happens in a walk.
 *
 * @param kind what
 * @param atMs when it begins, milliseconds from the beginning of the walk
 * @param forMs how long it lasts, milliseconds; what happens at once uses it for its size
 * @param seed of whatever is random in it, so that it does the same whatever else happens
 */
public record Incident(IncidentKind kind, int atMs, int forMs, long seed) {
    boolean is(IncidentKind other) {
        return kind == other;
    }

    int untilMs() {
        return atMs + forMs;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s at %.3f s for %d ms", kind.label(), atMs / 1e3, forMs);
    }
}
