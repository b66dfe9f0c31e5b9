package org.footlift.sim.campaign;

import java.util.List;
import org.footlift.sim.wearer.Dice;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are on now. Of two of one kind that overlap the later counts. Advanced once a tick; an incident shorter than a tick is on for
 * the tick after its beginning. One thread.
 */
final class Timeline {
    private static final int KINDS = IncidentKind.values().length;

    private final List<Incident> incidents;
    private final @Nullable Incident[] current = new Incident[KINDS];
    private final @Nullable Dice[] dice = new Dice[KINDS];
    private int next;
    private long on;
    private long began;
    private double endsMs = Double.POSITIVE_INFINITY;
    private double nowMs;

    Timeline(List<Incident> incidents) {
        this.incidents = incidents;
    }

    /** Moves to {@code ms}, which does not decrease. */
    void advance(double ms) {
        nowMs = ms;
        began = 0;
        if (nowMs >= endsMs) {
            endWhatIsOver();
        }
        while (next < incidents.size() && incidents.get(next).atMs() <= nowMs) {
            Incident incident = incidents.get(next++);
            int kind = incident.kind().ordinal();
            current[kind] = incident;
            dice[kind] = new Dice(incident.seed());
            on |= incident.kind().bit();
            began |= incident.kind().bit();
            endsMs = StrictMath.min(endsMs, incident.untilMs());
        }
    }

    private void endWhatIsOver() {
        endsMs = Double.POSITIVE_INFINITY;
        for (int kind = 0; kind < KINDS; kind++) {
            Incident incident = current[kind];
            if (incident == null) {
                continue;
            }
            if (nowMs >= incident.untilMs()) {
                current[kind] = null;
                on &= ~(1L << kind);
            } else {
                endsMs = StrictMath.min(endsMs, incident.untilMs());
            }
        }
    }

    /** Bits of the kinds that are on. */
    long mask() {
        return on;
    }

    boolean on(IncidentKind kind) {
        return (on & kind.bit()) != 0;
    }

    /** True in the tick in which it begins. */
    boolean begins(IncidentKind kind) {
        return (began & kind.bit()) != 0;
    }

    /** How long it has been on, milliseconds. */
    double sinceMs(IncidentKind kind) {
        return nowMs - of(kind).atMs();
    }

    /** The incident of a kind that is on. */
    Incident of(IncidentKind kind) {
        Incident incident = current[kind.ordinal()];
        if (incident == null) {
            throw new IllegalStateException(kind + " is not on");
        }
        return incident;
    }

    /** The dice of a kind that is on. */
    Dice dice(IncidentKind kind) {
        Dice own = dice[kind.ordinal()];
        if (own == null) {
            throw new IllegalStateException(kind + " is not on");
        }
        return own;
    }

    boolean chance(IncidentKind kind, double probability) {
        return dice(kind).between(0, 1) < probability;
    }
}
