package org.footlift.sim.wearer;

import java.util.Arrays;
import org.footlift.sim.wearer.WalkScript.Act;
import org.footlift.sim.wearer.WalkScript.Stand;
import org.footlift.sim.wearer.WalkScript.Walk;

/**
 * Turns script, character and variability into knots: moments at which the phase of the leg is known. A stride is planned before it
 * begins. Knots come in order of time; the phase never falls.
 */
final class StridePlan {
    private enum Due {
        PART, TOE_OFF, HEEL_STRIKE, HALT
    }

    private static final double STANDING_ON_S = 10;
    /** Starting takes longer than passing through: weight must shift first. Stopping likewise. */
    private static final double START_SLOWNESS = 1.5;
    private static final double STOP_SLOWNESS = 2;
    private static final double FIRST_SIZE = 0.8;
    private static final double LAST_SIZE = 0.5;
    private static final double SIZE_SD = 0.03;
    private static final double STANCE_SD = 0.01;
    private static final double LENGTH_SD = 0.02;
    private static final double HIKE_SD_M = 0.004;
    private static final double SHANK_OFFSET_SD_DEG = 1.2;
    private static final double IMPACT_SD = 0.15;
    private static final int KEPT = 4;

    private final WearerCharacter character;
    private final WalkScript script;
    private final Dice dice;
    private final StrideVariability variability;
    private final Stride[] strides = new Stride[KEPT];
    private final long[] partBeganNs;
    private Due due = Due.PART;
    private int nextPart;
    private boolean starting;
    private boolean last;
    private long walkEndNs;
    private double stanceS;
    private double swingS;
    private int stride;
    private long timeNs;
    private double phase;

    StridePlan(WearerCharacter character, WalkScript script, Dice dice) {
        this.character = character;
        this.script = script;
        this.dice = dice;
        this.partBeganNs = new long[script.parts().size() + 1];
        Arrays.fill(partBeganNs, Long.MAX_VALUE);
        this.variability = new StrideVariability(dice.split());
        for (int i = 0; i < KEPT; i++) {
            strides[i] = new Stride();
        }
    }

    /** Time of the newest knot, nanoseconds. */
    long timeNs() {
        return timeNs;
    }

    /** Phase at the newest knot: the number of the stride plus the part of it that is done. */
    double phase() {
        return phase;
    }

    /** The stride with that number; those from three before the newest planned are kept. */
    Stride stride(int number) {
        return strides[number & (KEPT - 1)];
    }

    /**
     * When that part of the script began, nanoseconds; the number of parts asks for the time after the last. Known as soon as the knots
     * have reached it, until then {@link Long#MAX_VALUE}.
     */
    long partBeganNs(int part) {
        return part < partBeganNs.length ? partBeganNs[part] : Long.MAX_VALUE;
    }

    /** Moves to the next knot. */
    void next() {
        switch (due) {
            case PART -> beginPart();
            case TOE_OFF -> toToeOff();
            case HEEL_STRIKE -> toHeelStrike();
            case HALT -> toHalt();
        }
    }

    private void beginPart() {
        partBeganNs[nextPart] = StrictMath.min(partBeganNs[nextPart], timeNs);
        if (nextPart == script.parts().size()) {
            after(STANDING_ON_S);
            return;
        }
        switch (script.parts().get(nextPart++)) {
            case Stand stand -> timeNs += stand.durationMs() * 1_000_000;
            case Act act -> timeNs += act.durationMs() * 1_000_000;
            case Walk walk -> {
                walkEndNs = walk.durationMs() > (Long.MAX_VALUE - timeNs) / 1_000_000
                        ? Long.MAX_VALUE
                        : timeNs + walk.durationMs() * 1_000_000;
                starting = true;
                toToeOff();
            }
        }
    }

    private void toToeOff() {
        double strideS = character.strideS() * (1 + character.strideTimeCv() * variability.next());
        double stanceFraction = character.stanceFraction() * (1 + STANCE_SD * dice.gaussian());
        stanceS = stanceFraction * strideS;
        swingS = strideS - stanceS;
        after(starting ? START_SLOWNESS * stanceS * GaitCycle.TOE_OFF / GaitCycle.STANCE : stanceS);
        phase = stride + GaitCycle.TOE_OFF;
        last = timeNs + seconds(swingS) >= walkEndNs;
        draw(strides[stride & (KEPT - 1)], strideS);
        starting = false;
        due = Due.HEEL_STRIKE;
    }

    private void draw(Stride s, double timeS) {
        double part = last ? LAST_SIZE : starting ? FIRST_SIZE : 1;
        s.size = part * (1 + SIZE_SD * dice.gaussian());
        s.footDropDeg = part * (character.footDropDeg() + character.footDropSdDeg() * dice.gaussian());
        s.lengthM = s.size * character.speedMps() * timeS * (1 + LENGTH_SD * dice.gaussian());
        s.hikeM = part * (character.hikeM() + HIKE_SD_M * dice.gaussian());
        s.shankOffsetDeg = SHANK_OFFSET_SD_DEG * dice.gaussian();
        s.footImpactMps2 = part * character.footImpactMps2() * (1 + IMPACT_SD * dice.gaussian());
    }

    private void toHeelStrike() {
        after(swingS);
        phase = stride + GaitCycle.HEEL_STRIKE;
        if (last) {
            due = Due.HALT;
        } else {
            stride++;
            due = Due.TOE_OFF;
        }
    }

    private void toHalt() {
        after(STOP_SLOWNESS * stanceS * (1 - GaitCycle.HEEL_STRIKE) / GaitCycle.STANCE);
        stride++;
        phase = stride;
        due = Due.PART;
    }

    private void after(double s) {
        timeNs += seconds(s);
    }

    private static long seconds(double s) {
        return StrictMath.round(s * 1e9);
    }
}
