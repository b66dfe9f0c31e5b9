package org.footlift.sim.stimulator;

import org.footlift.sim.wearer.TruthListener;
import org.footlift.telemetry.GaitEvent;

/**
 * How many true swings were stimulated, counted as the walk goes on. A swing runs from a toe off to the next heel strike and is at least
 * 100 ms long. It is covered when one burst is on from toe off + 50 ms at the latest until heel strike − 50 ms at the earliest, and missed
 * when no burst overlaps it. A swing is judged once no later pulse can change the answer. Allocates nothing. Used by one thread at a time.
 */
public final class SwingCoverage implements TruthListener {
    private static final long TOLERANCE_NS = 50_000_000;
    private static final long SHORTEST_NS = 100_000_000;
    private static final int WAITING = 8;

    private final BurstLog bursts;
    private final long[] toeOffNs = new long[WAITING];
    private final long[] heelStrikeNs = new long[WAITING];
    private long found;
    private long judged;
    private long covered;
    private long missed;
    private boolean inSwing;
    private long latestToeOffNs;

    /** Coverage of swings by the bursts that {@code bursts} is told of. */
    public SwingCoverage(BurstLog bursts) {
        this.bursts = bursts;
    }

    @Override
    public void happened(GaitEvent event, long timeNs) {
        if (event == GaitEvent.TOE_OFF) {
            inSwing = true;
            latestToeOffNs = timeNs;
        } else if (event == GaitEvent.HEEL_STRIKE && inSwing) {
            inSwing = false;
            if (timeNs - latestToeOffNs >= SHORTEST_NS) {
                add(latestToeOffNs, timeNs);
            }
        }
    }

    /** Says that every pulse up to {@code nowNs} has been told, and judges what can be judged. */
    public void advanceTo(long nowNs) {
        while (judged < found && heelStrikeNs[(int) (judged % WAITING)] + bursts.periodNs() <= nowNs) {
            judgeOldest();
        }
    }

    /** Judges every swing that has ended: no pulse will follow. */
    public void finish() {
        while (judged < found) {
            judgeOldest();
        }
    }

    /** Swings judged so far. */
    public long swings() {
        return judged;
    }

    /** Of them, those covered. */
    public long covered() {
        return covered;
    }

    /** Of them, those without any stimulation. */
    public long missed() {
        return missed;
    }

    private void add(long fromNs, long untilNs) {
        if (found - judged == WAITING) {
            judgeOldest();
        }
        toeOffNs[(int) (found % WAITING)] = fromNs;
        heelStrikeNs[(int) (found % WAITING)] = untilNs;
        found++;
    }

    private void judgeOldest() {
        int i = (int) (judged++ % WAITING);
        if (bursts.covers(toeOffNs[i] + TOLERANCE_NS, heelStrikeNs[i] - TOLERANCE_NS)) {
            covered++;
        } else if (!bursts.overlaps(toeOffNs[i], heelStrikeNs[i])) {
            missed++;
        }
    }
}
