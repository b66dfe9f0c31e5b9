package org.footlift.controller.gait;

import org.footlift.config.ImuSettings;
import org.footlift.hal.ImuSample;

/**
 * How the segment under one IMU moves in the sagittal plane: its rate, how far it has turned, and for how long it has been resting, turning or
 * slow. Rates in degrees per second, positive in swing; allocates nothing after construction.
 */
final class SegmentMotion {
    private static final double NS_TO_MS = 1e-6;
    private static final double MS_TO_S = 1e-3;
    /** More than any gyroscope measures. */
    private static final double IMPOSSIBLE_DPS = 4_000;
    /** A resting foot shows the sensor's offset. Consumer gyroscopes are off by up to 20 deg/s (IMU notes). */
    private static final double OFFSET_REST_DPS = 8;
    private static final double OFFSET_REST_MS = 80;
    private static final double OFFSET_TIME_CONSTANT_MS = 4_000;
    private static final double LARGEST_OFFSET_DPS = 25;
    /** Slower backward turning than this does not add to a heel rise, or a share of the usual push-off where that is more. */
    private static final double RISE_SLACK_DPS = 8;
    private static final double RISE_SLACK_SHARE = 0.01;
    /** Any rotation above this, or a share of the usual swing, is a turning step in the making. */
    private static final double TURN_DPS = 80;
    private static final double TURN_SHARE = 0.3;
    /** In a turn the foot comes down from a fast yaw; else slow means a share of the usual swing. */
    private static final double SLOW_IN_TURN_DPS = 50;
    private static final double SLOW_DPS = 12;
    private static final double SLOW_SHARE = 0.12;
    /** While a foot lies flat its angle is forgotten by this factor a sample, so that drift does not add up. */
    private static final double FLAT_FORGETTING = 0.9;

    private final Mounting mounting;
    private final SiteTraits traits;
    private final StrideMemory usual;
    private long timeNs;
    private boolean begun;
    private double offsetDps;
    private double offsetRestMs;
    private double rateDps;
    private double pitchDeg;
    private double lowestPitchDeg;
    private double riseDeg;
    private double restMs;
    private double turnMs;
    private double slowMs;

    SegmentMotion(ImuSettings worn, SiteTraits traits, StrideMemory usual) {
        this.mounting = new Mounting(worn);
        this.traits = traits;
        this.usual = usual;
    }

    /** True for a sample that can be used: there, a number, and possible. */
    boolean isUsable(ImuSample sample) {
        return Math.abs(mounting.sagittalRateDps(sample)) <= IMPOSSIBLE_DPS
                && Mounting.magnitudeDps(sample) <= IMPOSSIBLE_DPS;
    }

    /**
     * Takes one usable sample.
     *
     * @param turning true during a turning step
     */
    void accept(ImuSample sample, boolean turning) {
        double dtMs = begun ? (sample.timeNs - timeNs) * NS_TO_MS : 0;
        begun = true;
        timeNs = sample.timeNs;
        rateDps = mounting.sagittalRateDps(sample) - offsetDps;
        double allDps = traits.comesToRest() ? Mounting.magnitudeDps(sample) : Math.abs(rateDps);
        learnOffset(dtMs);
        pitchDeg += rateDps * dtMs * MS_TO_S;
        lowestPitchDeg = Math.min(lowestPitchDeg, pitchDeg);
        double slackDps = Math.max(RISE_SLACK_DPS, RISE_SLACK_SHARE * usual.pushDps.usual());
        riseDeg = Math.max(0, riseDeg + (-rateDps - slackDps) * dtMs * MS_TO_S);
        restMs = allDps < traits.quietDps() ? restMs + dtMs : 0;
        turnMs = allDps > Math.max(TURN_DPS, TURN_SHARE * usual.swingDps.usual()) ? turnMs + dtMs : 0;
        double slowDps = turning ? SLOW_IN_TURN_DPS : Math.max(SLOW_DPS, SLOW_SHARE * usual.swingDps.usual());
        slowMs = allDps < slowDps ? slowMs + dtMs : 0;
    }

    private void learnOffset(double dtMs) {
        offsetRestMs = traits.comesToRest() && Math.abs(rateDps) < OFFSET_REST_DPS ? offsetRestMs + dtMs : 0;
        if (offsetRestMs > OFFSET_REST_MS) {
            double step = rateDps * Math.min(1, dtMs / OFFSET_TIME_CONSTANT_MS);
            offsetDps = Math.max(-LARGEST_OFFSET_DPS, Math.min(LARGEST_OFFSET_DPS, offsetDps + step));
        }
    }

    /** The segment lies flat: its angle is zero from here. */
    void flat() {
        pitchDeg = 0;
        lowestPitchDeg = 0;
        riseDeg = 0;
    }

    /** A little of {@link #flat()}, at each sample of a stance at rest. */
    void settle() {
        if (restMs > 0) {
            pitchDeg *= FLAT_FORGETTING;
        }
    }

    /** Rest begins anew. */
    void restless() {
        restMs = 0;
    }

    /** After a gap: what was turned in it is not known. The offset of the sensor is kept. */
    void lose() {
        begun = false;
        flat();
        restMs = 0;
        turnMs = 0;
        slowMs = 0;
        offsetRestMs = 0;
    }

    /** Sagittal rate, positive in swing. */
    double rateDps() {
        return rateDps;
    }

    /** Turned since flat, degrees, toe-up positive. */
    double pitchDeg() {
        return pitchDeg;
    }

    /** The lowest {@link #pitchDeg()} since flat. */
    double lowestPitchDeg() {
        return lowestPitchDeg;
    }

    /** A heel rise so far, degrees: backward turning beyond a slack, summed and never below zero (a one-sided CUSUM, Page 1954). */
    double riseDeg() {
        return riseDeg;
    }

    /** How long the segment has been at rest, milliseconds. */
    double restMs() {
        return restMs;
    }

    /** How long it has been rotating fast about any axis, milliseconds. */
    double turnMs() {
        return turnMs;
    }

    /** How long it has been slow after a swing, milliseconds. */
    double slowMs() {
        return slowMs;
    }
}
