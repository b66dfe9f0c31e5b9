package org.footlift.sim.score;

import java.util.Arrays;
import java.util.List;

/**
 * A stretch of a run that is left out, its ends not included.
 *
 * @param fromS seconds
 * @param toS seconds; a window that ends before it begins holds nothing
 */
record Window(double fromS, double toS) {
    boolean holds(double timeS) {
        return fromS < timeS && timeS < toS;
    }

    boolean overlaps(double beginS, double endS) {
        return beginS < toS && fromS < endS;
    }

    static boolean anyHolds(List<Window> windows, double timeS) {
        return windows.stream().anyMatch(w -> w.holds(timeS));
    }

    static boolean anyOverlaps(List<Window> windows, double beginS, double endS) {
        return windows.stream().anyMatch(w -> w.overlaps(beginS, endS));
    }

    /** The times that no window holds, in their order. */
    static double[] outside(double[] timesS, List<Window> windows) {
        return Arrays.stream(timesS).filter(t -> !anyHolds(windows, t)).toArray();
    }
}
