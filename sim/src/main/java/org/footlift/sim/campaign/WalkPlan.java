package org.footlift.sim.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.footlift.sim.tape.Tapes;
import org.footlift.sim.wearer.Dice;

/**
 * One walk of a campaign, drawn from a seed and then fixed: whoever takes an incident away leaves the others as they were.
 *
 * @param seed of the walk
 * @param outfit what is worn
 * @param tape who walks, an index of {@link Tapes#all()}
 * @param stand where on the tape it begins
 * @param originNs what the process clock shows at the beginning
 * @param restartMs how long the wearer waits before pressing Start (again)
 * @param strides strides of the walk; it goes on after them until stimulation is back
 * @param incidents what happens, in order of time
 */
record WalkPlan(long seed, Outfit outfit, int tape, int stand, long originNs, int restartMs, int strides,
        List<Incident> incidents) {

    /** A stride of the slowest wearer, milliseconds; incidents are spread over so much for each stride. */
    private static final int STRIDE_MS = 1_100;
    /** One incident of a pair follows the other within this, milliseconds, or comes as long before its end. */
    private static final int PAIR_MS = 1_500;
    private static final int STRIDES_PER_PAIR = 12;
    private static final int STRIDES_PER_ACT = 20;
    private static final int SHORTEST_MS = 5;
    private static final int LONGEST_MS = 8_000;
    private static final int FIRST_MS = 2_000;

    WalkPlan {
        incidents = incidents.stream().sorted(Comparator.comparingInt(Incident::atMs)).toList();
    }

    /**
     * Draws a walk.
     *
     * @param faults kinds that may happen; with none the wearer does what wearers do and nothing else happens
     */
    static WalkPlan draw(long seed, int strides, Set<IncidentKind> faults) {
        Dice dice = new Dice(seed);
        List<Incident> incidents = new ArrayList<>();
        List<IncidentKind> kinds = faults.stream().sorted().toList();
        int lastMs = FIRST_MS + strides * STRIDE_MS;
        for (int i = 0; !kinds.isEmpty() && i < StrictMath.max(1, strides / STRIDES_PER_PAIR); i++) {
            int atMs = dice.oneOf(FIRST_MS, lastMs);
            incidents.add(incident(kinds.get(dice.oneOf(0, kinds.size() - 1)), atMs, dice));
            int secondMs = StrictMath.max(FIRST_MS, atMs + dice.oneOf(-PAIR_MS, PAIR_MS));
            incidents.add(incident(kinds.get(dice.oneOf(0, kinds.size() - 1)), secondMs, dice));
        }
        for (int i = 0; i < strides / STRIDES_PER_ACT; i++) {
            List<IncidentKind> acts = IncidentKind.ORDINARY;
            IncidentKind act = acts.get(dice.oneOf(0, acts.size() - 1));
            if (!(act == IncidentKind.STOP && faults.isEmpty())) { // a stop that was asked for is not needless
                incidents.add(new Incident(act, dice.oneOf(FIRST_MS, lastMs), dice.oneOf(1_000, 20_000),
                        dice.oneOf(0, Integer.MAX_VALUE - 1)));
            }
        }
        List<Outfit> outfits = Outfit.drawn();
        int tape = dice.oneOf(0, 23) == 0 ? Tapes.SEATED : dice.oneOf(0, Tapes.SEATED - 1);
        return new WalkPlan(seed, outfits.get(dice.oneOf(0, outfits.size() - 1)), tape,
                dice.oneOf(0, Tapes.all().get(tape).stands() - 1), dice.oneOf(-1_000_000, 1_000_000) * 1_000_000L,
                dice.oneOf(300, 3_000), strides, incidents);
    }

    private static Incident incident(IncidentKind kind, int atMs, Dice dice) {
        // As many short ones as long ones, by the logarithm.
        double share = dice.between(0, 1);
        int forMs = (int) (SHORTEST_MS * StrictMath.pow(LONGEST_MS / (double) SHORTEST_MS, share));
        return new Incident(kind, atMs, forMs, dice.oneOf(0, Integer.MAX_VALUE - 1));
    }

    /** The same walk with other incidents. */
    WalkPlan with(List<Incident> others) {
        return new WalkPlan(seed, outfit, tape, stand, originNs, restartMs, strides, others);
    }

    /** When the last incident is over, milliseconds. */
    int calmFromMs() {
        return incidents.stream().mapToInt(Incident::untilMs).max().orElse(0);
    }

    boolean hasFaults() {
        return incidents.stream().anyMatch(each -> each.kind().group() != IncidentKind.Group.ORDINARY);
    }

    boolean has(IncidentKind kind) {
        return incidents.stream().anyMatch(each -> each.is(kind));
    }
}
