package org.footlift.sim.sensor;

import org.footlift.hal.HeelSample;
import org.footlift.hal.SensorFrame;
import org.footlift.sim.wearer.Dice;

/**
 * Readings of a heel switch that goes wrong. Edges that the fault makes are stamped when they happen, as an interrupt would; a reading that finds the frame
 * full is lost.
 */
final class FaultyHeelSwitch {
    private static final double MS = 1e6;
    private static final double RIGHT_MS = 20;
    private static final double WRONG_MS = 6;
    private static final double INTERMITTENT = 0.05;
    /** Edges closer together than this belong to one heel rise. */
    private static final long STRIDE_NS = 400_000_000;

    private final SensorFault fault;
    private final long onsetNs;
    private final Dice dice;
    private boolean level;
    private boolean known;
    private boolean given;
    private boolean wrong;
    private long nextChangeNs = Long.MAX_VALUE;
    private boolean falseLevel;
    private long falseFromNs = Long.MAX_VALUE;
    private long falseUntilNs = Long.MIN_VALUE;
    private long strideNs = Long.MIN_VALUE / 2;
    private long firstWrongNs = Long.MAX_VALUE;

    FaultyHeelSwitch(SensorFault fault, long onsetNs, Dice dice) {
        this.fault = fault;
        this.onsetNs = onsetNs;
        this.dice = dice;
        if (fault == SensorFault.HEEL_CHATTER) {
            nextChangeNs = onsetNs;
        }
    }

    long firstWrongNs() {
        return firstWrongNs;
    }

    /** Passes one reading on, and before it what the fault did since the last one. */
    void pass(HeelSample right, SensorFrame into) {
        while (nextChangeNs <= right.timeNs) {
            long atNs = nextChangeNs;
            change(atNs);
            if (known && read(atNs) != given) {
                give(atNs, into);
            }
        }
        boolean heelRose = known && level && !right.loaded;
        level = right.loaded;
        known = true;
        if (fault == SensorFault.HEEL_INTERMITTENT && heelRose && right.timeNs >= onsetNs) {
            maybeFail(right.timeNs);
        }
        give(right.timeNs, into);
    }

    /** What the switch reads at {@code atNs}. */
    private boolean read(long atNs) {
        if (atNs < onsetNs) {
            return level;
        }
        return switch (fault) {
            case HEEL_STUCK_OPEN -> false;
            case HEEL_STUCK_CLOSED, HEEL_BROKEN_LEAD -> true;
            case HEEL_CHATTER -> level != wrong;
            case HEEL_INTERMITTENT -> (atNs >= falseFromNs && atNs < falseUntilNs) ? falseLevel : level;
            case IMU_FROZEN, IMU_GAPS, IMU_LOST_PACKETS, IMU_CLIPPED -> level;
        };
    }

    private void give(long atNs, SensorFrame into) {
        given = read(atNs);
        if (given != level) {
            firstWrongNs = StrictMath.min(firstWrongNs, atNs);
        }
        if (into.hasRoomForHeel()) {
            HeelSample out = into.addHeel();
            out.timeNs = atNs;
            out.valid = true;
            out.loaded = given;
        }
    }

    /** The contact rattles, or a failure of the lead begins or ends. */
    private void change(long atNs) {
        if (fault == SensorFault.HEEL_CHATTER) {
            wrong = !wrong;
            double mean = wrong ? WRONG_MS : RIGHT_MS;
            nextChangeNs = atNs + StrictMath.round(dice.between(0.2, 1.8) * mean * MS);
        } else {
            nextChangeNs = atNs < falseUntilNs ? falseUntilNs : Long.MAX_VALUE;
        }
    }

    /** One stride in twenty: an open lead shows while the heel is up, a short while it is down. */
    private void maybeFail(long heelRoseNs) {
        if (heelRoseNs - strideNs < STRIDE_NS) {
            return;
        }
        strideNs = heelRoseNs;
        if (dice.between(0, 1) < INTERMITTENT) {
            falseLevel = dice.between(0, 1) < 0.5;
            double afterMs = falseLevel ? dice.between(20, 400) : dice.between(600, 1_000);
            falseFromNs = heelRoseNs + StrictMath.round(afterMs * MS);
            falseUntilNs = falseFromNs + StrictMath.round(dice.between(50, 400) * MS);
            nextChangeNs = falseFromNs;
        }
    }
}
