package org.footlift.sim.wearer;

import java.util.List;
import org.footlift.sim.wearer.WalkScript.Act;
import org.footlift.sim.wearer.WalkScript.Part;
import org.jspecify.annotations.Nullable;

/** Moves the leg through the activities of a script, forward only. Standing and walking are somebody else's: for them it adds nothing. */
final class ActivityMotion {
    private final List<Part> parts;
    private final StridePlan plan;
    private final Dice dice;
    private final LegTracks leg;
    private int part = -1;
    private @Nullable Moves moves;
    private double nextS;
    private double endS;

    ActivityMotion(List<Part> parts, StridePlan plan, Dice dice) {
        this.parts = parts;
        this.plan = plan;
        this.dice = dice;
        this.leg = new LegTracks(dice.split());
    }

    /** Adds what the activity of the moment does to {@code pose}, which is that of quiet standing or walking. */
    void addTo(LegPose pose) {
        while (plan.partBeganNs(part + 1) <= pose.timeNs) {
            part++;
            begin();
        }
        pose.part = part;
        double timeS = pose.timeNs * 1e-9;
        while (moves != null && timeS >= nextS) {
            goOn(moves);
        }
        leg.addTo(pose);
    }

    private void begin() {
        moves = null;
        if (part < parts.size() && parts.get(part) instanceof Act act) {
            moves = act.activity().moves(dice);
            nextS = plan.partBeganNs(part) * 1e-9;
            endS = nextS + act.durationMs() * 1e-3;
            nextS = moves.begin(leg, nextS);
        }
    }

    private void goOn(Moves now) {
        if (nextS + now.longestS() + now.endingS() <= endS) {
            nextS = now.next(leg, nextS);
        } else {
            now.end(leg, nextS);
            moves = null;
        }
    }
}
