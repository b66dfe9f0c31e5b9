package org.footlift.sim.campaign;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.footlift.sim.wearer.Dice;

/**
 * A campaign that ends at the first breach. Takes a seed and the most strides to walk, gives the strides walked and what was seen, empty when
 * nothing was. Nothing but types of the JDK go in and out, since its classes may be loaded beside others of the same name.
 */
public final class PlantedTrial implements BiFunction<Long, Long, Map.Entry<Long, String>> {
    @Override
    public Map.Entry<Long, String> apply(Long seed, Long most) {
        Set<IncidentKind> faults = IncidentKind.all();
        Dice seeds = new Dice(seed);
        long strides = 0;
        while (strides < most) {
            WalkResult walk = CampaignWalk
                    .of(WalkPlan.draw(seeds.oneOf(0, Integer.MAX_VALUE - 1), Campaign.STRIDES, faults));
            strides += StrictMath.max(1, walk.strides());
            Breach breach = walk.breach();
            if (breach != null) {
                return Map.entry(strides, breach.toString());
            }
        }
        return Map.entry(strides, "");
    }
}
