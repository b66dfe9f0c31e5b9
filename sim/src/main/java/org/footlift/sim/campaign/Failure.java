package org.footlift.sim.campaign;

import java.util.List;

/**
 * A walk in which an invariant did not hold, made as small as it gets.
 *
 * @param walkSeed of the walk: {@link Campaign} draws the same one from it
 * @param breach what did not hold in the smallest walk
 * @param outfit what is worn
 * @param drawn incidents that were drawn
 * @param needed those without which it does not happen
 */
public record Failure(long walkSeed, Breach breach, String outfit, int drawn, List<Incident> needed) {
    /** Copies its collection. */
    public Failure {
        needed = List.copyOf(needed);
    }
}
