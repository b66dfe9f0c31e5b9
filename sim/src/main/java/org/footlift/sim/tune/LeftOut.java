package org.footlift.sim.tune;

import java.util.List;

/**
 * A person, or a recording, that had no part in the choice of the parameters it is judged with.
 *
 * @param name whose, or which
 * @param values the parameters chosen on the others, in the order of {@link DetectorFit#searched}
 * @param before the figures with the profile's parameters
 * @param after the figures with {@code values}
 */
public record LeftOut(String name, List<Integer> values, FitFigures before, FitFigures after) {
    /** Copies the values. */
    public LeftOut {
        values = List.copyOf(values);
    }
}
