package org.footlift.controller.gait;

import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSample;

/**
 * How the segment under one IMU moves: its rate in the sagittal plane, how far it has turned, and for how long it has been resting, turning
 * or slow. Rates in degrees per second, positive in swing; allocates nothing after construction.
 */
final class SegmentMotion {
    private static final double NS_TO_MS = 1e-6;
    private static final double MS_TO_S = 1e-3;
    /** More than any gyroscope measures. */
    private static final double IMPOSSIBLE_DPS = 4_000;
    /** Rest as the mounting needs it, milliseconds: longer than the stillness in the middle of a slow swing. */
    private static final double REST_MS = 60;
    /** Slower backward turning than this does not add to a heel rise, or a share of the usual push-off where that is more. */
    private static final double RISE_SLACK_DPS = 8;
    private static final double RISE_SLACK_SHARE = 0.01;
    /** Of a turn about another axis so much shows in the sagittal rate: a foot's axis is known, and keeps from step to step, within some 12°. */
    private static final double CROSS_SHARE = 0.2;
    /** Any rotation above this, or a share of the usual swing, is a turning step in the making. */
    private static final double TURN_DPS = 60;
    private static final double TURN_SHARE = 0.2;
    /** A heel that rises out of standing turns the foot back faster than this. */
    private static final double BACKWARD_DPS = 30;
    /** In a turn the foot comes down from a fast yaw; else slow means a share of the usual swing. */
    private static final double SLOW_IN_TURN_DPS = 50;
    private static final double SLOW_DPS = 12;
    private static final double SLOW_SHARE = 0.12;
    /** While a foot lies flat its angle is forgotten with this time constant, so that drift does not add up, milliseconds. */
    private static final double FLAT_TIME_CONSTANT_MS = 100;
    private static final double LONG_AGO_MS = 1e6;
    /** So long after a blow, milliseconds, a foot that rests lies on what it struck: a foot is flat within that time. */
    private static final double STRUCK_MS = 400;

    private final SiteTraits traits;
    private final StrideMemory usual;
    private final Mounting mounting;
    private final GyroOffset offset = new GyroOffset();
    private final FootForce force = new FootForce();
    private final FootTravel travel = new FootTravel();
    private final Vector3 rate = new Vector3();
    private long timeNs;
    private boolean begun;
    private double dtMs;
    private double rateDps;
    private double allDps;
    private double pitchDeg;
    private double lowestPitchDeg;
    private double highestPitchDeg;
    private double yawDeg;
    private double riseDeg;
    private double sinceRiseMs = LONG_AGO_MS;
    private double restMs;
    private double turnMs;
    private double slowMs;
    private double sinceBackwardMs = LONG_AGO_MS;

    SegmentMotion(ImuSettings worn, SiteTraits traits, StrideMemory usual) {
        this.mounting = Mounting.of(worn, traits);
        this.traits = traits;
        this.usual = usual;
    }

    /** True for a sample that can be used: there, a number, and possible. */
    boolean isUsable(ImuSample sample) {
        return sample.valid && Mounting.magnitudeDps(sample) <= IMPOSSIBLE_DPS;
    }

    /**
     * Takes one usable sample.
     *
     * @param turning true during a turning step
     * @param swinging true while the foot is in the air, however still
     */
    void accept(ImuSample sample, boolean turning, boolean swinging) {
        dtMs = begun ? (sample.timeNs - timeNs) * NS_TO_MS : 0;
        begun = true;
        timeNs = sample.timeNs;
        turn(sample);
        force.accept(sample, dtMs, restMs);
        boolean standing = restMs >= REST_MS && force.calm() && !swinging;
        travel.accept(rate, sample, dtMs, standing, force.sinceBlowMs() < STRUCK_MS);
        sinceBackwardMs = rateDps < -BACKWARD_DPS ? 0 : sinceBackwardMs + dtMs;
        turnMs = allDps > Math.max(TURN_DPS, TURN_SHARE * usual.swingDps.usual()) ? turnMs + dtMs : 0;
        double slowDps = turning ? SLOW_IN_TURN_DPS : Math.max(SLOW_DPS, SLOW_SHARE * usual.swingDps.usual());
        slowMs = allDps < slowDps && force.calm() ? slowMs + dtMs : 0;
    }

    private void turn(ImuSample sample) {
        rate.set(sample.gyroXDps, sample.gyroYDps, sample.gyroZDps);
        offset.accept(rate, dtMs);
        offset.removeFrom(rate);
        mounting.accept(rate, sample, dtMs, restMs >= REST_MS && rate.length() < traits.quietDps());
        rateDps = mounting.sagittalDps(rate);
        allDps = traits.comesToRest() ? rate.length() : Math.abs(rateDps);
        restMs = allDps < traits.quietDps() ? restMs + dtMs : 0;
        yawDeg += mounting.yawDps(rate) * dtMs * MS_TO_S;
        pitchDeg += rateDps * dtMs * MS_TO_S;
        lowestPitchDeg = Math.min(lowestPitchDeg, pitchDeg);
        highestPitchDeg = Math.max(highestPitchDeg, pitchDeg);
        double slackDps = riseSlackDps();
        sinceRiseMs = -rateDps > slackDps ? 0 : sinceRiseMs + dtMs;
        riseDeg = Math.max(0, riseDeg + (-rateDps - slackDps) * dtMs * MS_TO_S);
    }

    /** How fast it may turn back without a heel that rises. */
    private double riseSlackDps() {
        double crossDps = Math.sqrt(Math.max(0, allDps * allDps - rateDps * rateDps));
        double slackDps = Math.max(RISE_SLACK_DPS, RISE_SLACK_SHARE * usual.pushDps.usual());
        return Math.max(slackDps, CROSS_SHARE * crossDps);
    }

    /** The segment lies flat: its angles are zero from here. */
    void flat() {
        pitchDeg = 0;
        lowestPitchDeg = 0;
        highestPitchDeg = 0;
        yawDeg = 0;
        riseDeg = 0;
    }

    /** A little of {@link #flat()}, at each sample of a stance at rest. */
    void settle() {
        if (restMs > 0) {
            double kept = 1 - Math.min(1, dtMs / FLAT_TIME_CONSTANT_MS);
            pitchDeg *= kept;
            highestPitchDeg *= kept;
        }
    }

    /** The turn since the last rest belonged to a real stride. */
    void confirmStride() {
        mounting.confirmStride();
    }

    /** Rest begins anew. */
    void restless() {
        restMs = 0;
    }

    /** After a gap: what was turned in it is not known. What was learned of the sensor is kept. */
    void lose() {
        begun = false;
        flat();
        restMs = 0;
        turnMs = 0;
        slowMs = 0;
        sinceBackwardMs = LONG_AGO_MS;
        sinceRiseMs = LONG_AGO_MS;
        force.lose();
        travel.lose();
        offset.lose();
        mounting.lose();
    }

    /** Sagittal rate, positive in swing; zero while the axis of the leg's swing is not known. */
    double rateDps() {
        return rateDps;
    }

    /** Magnitude of the whole rate on a foot, of the sagittal rate on a shank. */
    double allDps() {
        return allDps;
    }

    /** Turned since flat, degrees, toe-up positive. */
    double pitchDeg() {
        return pitchDeg;
    }

    /** The lowest {@link #pitchDeg()} since flat. */
    double lowestPitchDeg() {
        return lowestPitchDeg;
    }

    /** The highest {@link #pitchDeg()} since flat. */
    double highestPitchDeg() {
        return highestPitchDeg;
    }

    /** Turned about the vertical since flat, degrees, either way. */
    double yawDeg() {
        return yawDeg;
    }

    /** A heel rise so far, degrees: backward turning beyond a slack, summed and never below zero (a one-sided CUSUM, Page 1954). */
    double riseDeg() {
        return riseDeg;
    }

    /** How long ago the heel rise last grew, milliseconds: some heels rise so slowly that the foot seems to rest. */
    double sinceRiseMs() {
        return sinceRiseMs;
    }

    /** How long the segment has been at rest, milliseconds. */
    double restMs() {
        return restMs;
    }

    /** How long it has been rotating as fast as in a turning step, milliseconds. */
    double turnMs() {
        return turnMs;
    }

    /** How long it has been slow and calm after a swing, milliseconds. */
    double slowMs() {
        return slowMs;
    }

    /** How long ago it turned back as a rising heel does, milliseconds. */
    double sinceBackwardMs() {
        return sinceBackwardMs;
    }

    /** What the accelerometer tells beside. */
    FootForce force() {
        return force;
    }

    /** Where the foot has gone since it stood. */
    FootTravel travel() {
        return travel;
    }

    /** True when it is known that the foot goes back or down, as no foot does that leaves the floor. */
    boolean goesBack() {
        return travel.goesBack(mounting.axis);
    }

    /** True when the sensor does not sit where it began. */
    boolean misfit() {
        return mounting.misfit();
    }
}
