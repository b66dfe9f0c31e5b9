package org.footlift.sim.sensor;

import org.footlift.hal.HeelSample;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.LegState;

/**
 * A switch under the virtual heel: closes above a load, opens below a smaller one, and its contacts bounce both times. Feeding it and
 * taking edges allocate nothing; every edge due is taken before the next step is fed. Times in nanoseconds since the wearer appeared.
 */
public final class VirtualHeelSwitch {
    private static final double CLOSES_N = 50;
    private static final double OPENS_N = 35;
    /** Pairs of extra edges, so that a bounce always ends where it should. */
    private static final int MOST_BOUNCES = 2;
    private static final double SHORTEST_CONTACT_BOUNCE_NS = 2e6;
    private static final double LONGEST_CONTACT_BOUNCE_NS = 20e6;
    private static final double SHORTEST_RELEASE_BOUNCE_NS = 5e6;
    private static final double LONGEST_RELEASE_BOUNCE_NS = 30e6;
    /** Taken as they fall due, edges wait only for their own future, at most one bounce of it; the rest is margin. */
    private static final int CAPACITY = 16;

    private final Dice dice;
    private final long[] edgeNs = new long[CAPACITY];
    private int first;
    private int count;
    private boolean closed;
    /** Level after every edge queued. */
    private boolean queuedLevel;
    /** Level after every edge taken. */
    private boolean takenLevel;

    /** A switch under a wearer whose leg is in state {@code leg} now. */
    public VirtualHeelSwitch(Dice dice, LegState leg) {
        this.dice = dice;
        closed = leg.heelLoadN >= CLOSES_N;
        queuedLevel = closed;
        takenLevel = closed;
    }

    /** Follows the wearer through one step. */
    public void follow(LegState earlier, LegState later) {
        double limitN = closed ? OPENS_N : CLOSES_N;
        boolean crossed = closed ? later.heelLoadN < limitN : later.heelLoadN >= limitN;
        if (!crossed) {
            return;
        }
        double share = (limitN - earlier.heelLoadN) / (later.heelLoadN - earlier.heelLoadN);
        double within = StrictMath.max(0, StrictMath.min(1, share));
        long timeNs = earlier.timeNs + StrictMath.round(within * (later.timeNs - earlier.timeNs));
        closed = !closed;
        dropFrom(timeNs);
        if (queuedLevel != closed) {
            queue(timeNs);
        }
        bounce(timeNs);
    }

    /** True when an edge stamped at or before {@code nowNs} waits. */
    public boolean hasEdge(long nowNs) {
        return count > 0 && edgeNs[first] <= nowNs;
    }

    /** Takes the oldest edge; ask {@link #hasEdge} first. */
    public void takeEdge(HeelSample into) {
        takenLevel = !takenLevel;
        fill(edgeNs[first], into);
        first = (first + 1) % CAPACITY;
        count--;
    }

    /** Reads the level at {@code nowNs}, after every edge up to then was taken. */
    public void poll(long nowNs, HeelSample into) {
        fill(nowNs, into);
    }

    private void fill(long timeNs, HeelSample into) {
        into.timeNs = timeNs;
        into.valid = true;
        into.loaded = takenLevel;
    }

    private void bounce(long timeNs) {
        int bounces = dice.oneOf(0, MOST_BOUNCES);
        double lastsNs = closed
                ? dice.between(SHORTEST_CONTACT_BOUNCE_NS, LONGEST_CONTACT_BOUNCE_NS)
                : dice.between(SHORTEST_RELEASE_BOUNCE_NS, LONGEST_RELEASE_BOUNCE_NS);
        int edges = 2 * bounces;
        for (int i = 1; i <= edges; i++) {
            queue(timeNs + StrictMath.round(lastsNs * (i - dice.between(0, 0.8)) / edges));
        }
    }

    private void queue(long timeNs) {
        edgeNs[(first + count) % CAPACITY] = timeNs;
        count++;
        queuedLevel = !queuedLevel;
    }

    /** The load changed before the last bounce had settled: the rest of it does not happen. */
    private void dropFrom(long timeNs) {
        while (count > 0 && edgeNs[(first + count - 1) % CAPACITY] >= timeNs) {
            count--;
            queuedLevel = !queuedLevel;
        }
    }
}
