package org.footlift.sim.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Delta debugging: takes away what is not needed, in halves, quarters and so on down to single ones, until nothing more can go. */
final class Shrinker {
    private Shrinker() {}

    /**
     * The smallest part of {@code whole} found for which {@code fails} still holds; taking away any single element of it would make it hold no
     * longer.
     *
     * @param fails holds for {@code whole}
     */
    static <T> List<T> shrink(List<T> whole, Predicate<List<T>> fails) {
        List<T> smallest = List.copyOf(whole);
        int parts = 2;
        while (!smallest.isEmpty()) {
            List<T> smaller = withoutOnePart(smallest, parts, fails);
            if (smaller.size() < smallest.size()) {
                smallest = smaller;
                parts = StrictMath.max(2, parts - 1);
            } else if (parts >= smallest.size()) {
                return smallest;
            } else {
                parts = StrictMath.min(smallest.size(), 2 * parts);
            }
        }
        return smallest;
    }

    private static <T> List<T> withoutOnePart(List<T> whole, int parts, Predicate<List<T>> fails) {
        int count = StrictMath.min(parts, whole.size());
        for (int part = 0; part < count; part++) {
            int from = part * whole.size() / count;
            int to = (part + 1) * whole.size() / count;
            List<T> rest = new ArrayList<>(whole.subList(0, from));
            rest.addAll(whole.subList(to, whole.size()));
            if (fails.test(rest)) {
                return List.copyOf(rest);
            }
        }
        return whole;
    }
}
