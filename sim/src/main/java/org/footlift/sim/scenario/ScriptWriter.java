package org.footlift.sim.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.footlift.sim.wearer.Activity;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WalkScript.Act;
import org.footlift.sim.wearer.WalkScript.Part;
import org.footlift.sim.wearer.WalkScript.Stand;
import org.footlift.sim.wearer.WalkScript.Walk;

/** Writes a script of a given length, part by part, in an order that the dice decide. Begins with two seconds of quiet standing, for Start. */
final class ScriptWriter {
    private static final long START_MS = 2_000;

    private final Dice dice;
    private final List<Part> parts = new ArrayList<>();
    private long leftMs;

    ScriptWriter(long seed, long durationMs) {
        dice = new Dice(seed);
        leftMs = durationMs - START_MS;
        parts.add(new Stand(START_MS));
    }

    /** Walking all the time. */
    WalkScript walk() {
        add(new Walk(leftMs));
        return script();
    }

    /** Walks of 4 to 20 s with stops of 1 to 6 s. */
    WalkScript stopAndGo() {
        while (leftMs > 0) {
            add(new Walk(part(4_000, 20_000)));
            stand(1_000, 6_000);
        }
        return script();
    }

    /** One activity in bouts of 1 to 3 minutes. */
    WalkScript only(Activity activity) {
        while (leftMs >= Act.SHORTEST_MS) {
            add(new Act(activity, part(60_000, 180_000)));
            stand(1_000, 4_000);
        }
        return script();
    }

    /** Every activity, round after round in another order, half a minute to two minutes each. */
    WalkScript everyActivity() {
        while (leftMs >= Act.SHORTEST_MS) {
            for (Activity activity : shuffled()) {
                act(activity, 30_000, 120_000);
                if (dice.between(0, 1) < 0.5) {
                    stand(500, 5_000);
                }
            }
        }
        return script();
    }

    /** Every activity, with walks of 5 to 40 s between them. */
    WalkScript errands() {
        while (leftMs >= Act.SHORTEST_MS) {
            for (Activity activity : shuffled()) {
                if (leftMs > 0) {
                    add(new Walk(part(5_000, 40_000)));
                }
                stand(200, 3_000);
                act(activity, 20_000, 60_000);
                stand(200, 3_000);
            }
        }
        return script();
    }

    private void act(Activity activity, int shortestMs, int longestMs) {
        if (leftMs >= Act.SHORTEST_MS) {
            add(new Act(activity, part(shortestMs, longestMs)));
        }
    }

    private void stand(int shortestMs, int longestMs) {
        if (leftMs > 0) {
            add(new Stand(part(shortestMs, longestMs)));
        }
    }

    /** A length within the bounds, but all that is left rather than a remainder in which nothing fits. */
    private long part(int shortestMs, int longestMs) {
        long drawnMs = dice.oneOf(shortestMs, longestMs);
        return leftMs - drawnMs < Act.SHORTEST_MS ? leftMs : drawnMs;
    }

    private void add(Part part) {
        parts.add(part);
        leftMs -= part.durationMs();
    }

    private WalkScript script() {
        return new WalkScript(parts);
    }

    private List<Activity> shuffled() {
        List<Activity> order = new ArrayList<>(Arrays.asList(Activity.values()));
        for (int i = order.size() - 1; i > 0; i--) {
            int j = dice.oneOf(0, i);
            Activity moved = order.get(i);
            order.set(i, order.get(j));
            order.set(j, moved);
        }
        return order;
    }
}
