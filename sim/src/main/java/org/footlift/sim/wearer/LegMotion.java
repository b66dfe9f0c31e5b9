package org.footlift.sim.wearer;

/** The pose of the leg at any moment, forward only: the phase clock, the reference cycle, this stride's own measure, and sway. */
final class LegMotion {
    /** The shank takes on a new stride's size while it passes over the standing foot. */
    private static final double SHANK_CHANGES_BY = 0.2;
    private static final double SWAY_HZ = 0.3;
    private static final double SWAY_SLOW_HZ = 0.19;
    private static final double SWAY_DEG = 0.6;
    /** Sway to this side loads the heel by this share of what it carries. */
    private static final double SWAY_LOADS = 0.2;
    /** The foot turns in as it points down (subtalar axis), by this share of its pitch. */
    private static final double FOOT_COUPLING = 0.15;

    private final WearerCharacter character;
    private final StridePlan plan;
    private final PhaseClock clock;
    private final double shankScale;
    private final double swayStart;
    private final double swaySlowStart;
    private final Stride standing = new Stride();
    private final ActivityMotion activities;
    private final ContactShock shock = new ContactShock();
    private long beforeNs;
    private double beforePhase;
    private int stride;
    private double strideStartM;

    LegMotion(WearerCharacter character, WalkScript script, StridePlan plan, Dice dice) {
        this.character = character;
        this.plan = plan;
        this.clock = new PhaseClock(plan);
        this.shankScale = SpeedRules.angleScale(character.speedMps());
        this.swayStart = dice.between(0, 1);
        this.swaySlowStart = dice.between(0, 1);
        this.activities = new ActivityMotion(script.parts(), plan, dice.split());
    }

    /** Writes the pose at {@code timeNs}, at or after the last one asked for. */
    void poseAt(long timeNs, LegPose into) {
        double total = clock.at(timeNs);
        while (total >= stride + 1) {
            strideStartM += plan.stride(stride).lengthM;
            stride++;
        }
        double phase = total - stride;
        double cos = Turns.cos(GaitCycle.turns(phase));
        double sin = Turns.sin(GaitCycle.turns(phase));
        Stride s = plan.stride(stride);
        feelContact(timeNs, total, s);
        into.timeNs = timeNs;
        into.phase = total;
        into.sway = sway(timeNs * 1e-9);
        into.foot.pitchDeg = s.size * character.footScale() * GaitCycle.footPitchDeg(phase, cos, sin)
                - s.footDropDeg * GaitCycle.footDrop(phase) + GaitCycle.jolt(phase) * shock.pitchDeg(timeNs);
        into.footShockMps2 = shock.accelerationMps2(timeNs);
        into.shank.pitchDeg = shank(s, phase, cos, sin) + SWAY_DEG * into.sway;
        into.foot.rollDeg = 0;
        into.foot.yawDeg = 0;
        into.shank.rollDeg = 0;
        into.shank.yawDeg = 0;
        into.ankleYM = 0;
        into.ankleXM = strideStartM + s.lengthM * GaitCycle.ankleProgress(phase, cos, sin);
        into.ankleZM = s.size * character.footScale() * GaitCycle.ankleRiseM(phase, cos, sin)
                + s.hikeM * GaitCycle.hike(phase);
        activities.addTo(into);
        into.foot.rollDeg += FOOT_COUPLING * into.foot.pitchDeg;
        into.heelShare *= 1 + SWAY_LOADS * into.sway;
    }

    private void feelContact(long timeNs, double total, Stride s) {
        double contact = stride + GaitCycle.HEEL_STRIKE;
        if (beforePhase < contact && total >= contact) {
            double share = (contact - beforePhase) / (total - beforePhase);
            shock.strike(beforeNs + StrictMath.round(share * (timeNs - beforeNs)), s.footImpactMps2);
        }
        beforeNs = timeNs;
        beforePhase = total;
    }

    private double shank(Stride s, double phase, double cos, double sin) {
        Stride earlier = stride == 0 ? standing : plan.stride(stride - 1);
        double changed = Blend.rise(phase, 0, SHANK_CHANGES_BY);
        double size = earlier.size + changed * (s.size - earlier.size);
        double offsetDeg = earlier.shankOffsetDeg + changed * (s.shankOffsetDeg - earlier.shankOffsetDeg);
        return GaitCycle.shankPitchDeg(shankScale * size, cos, sin) + offsetDeg;
    }

    private double sway(double timeS) {
        return 0.6 * Turns.sin(SWAY_HZ * timeS + swayStart)
                + 0.4 * Turns.sin(SWAY_SLOW_HZ * timeS + swaySlowStart);
    }
}
