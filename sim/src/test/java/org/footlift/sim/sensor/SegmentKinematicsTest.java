package org.footlift.sim.sensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.footlift.sim.wearer.SegmentState;
import org.junit.jupiter.api.Test;

/** Against brute force: where a point of the segment is, differentiated. Frame forward, left, up. */
class SegmentKinematicsTest {
    private static final double H_S = 1e-4;
    private static final double FORWARD_M = 0.07;
    private static final double UP_M = -0.02;

    @Test
    void forceIsTheSecondDerivativeOfWhereThePointIsSeenFromTheSegment() {
        SegmentKinematics motion = new SegmentKinematics();
        double[] felt = new double[3];
        for (double t = 0; t < 3; t += 0.05) {
            motion.of(state(t));
            motion.force(0, 0, 0, FORWARD_M, UP_M, felt);
            double[] world = new double[3];
            for (int i = 0; i < 3; i++) {
                world[i] = (point(t + H_S)[i] - 2 * point(t)[i] + point(t - H_S)[i]) / (H_S * H_S);
            }
            double[] seen = seenFrom(t, world);
            assertEquals(seen[0], felt[0], 1e-3);
            assertEquals(-seen[1], felt[1], 1e-3, "the second component points right");
            assertEquals(seen[2], felt[2], 1e-3);
        }
    }

    @Test
    void aDirectionFixedInTheWorldTurnsTheOtherWaySeenFromTheSegment() {
        SegmentKinematics motion = new SegmentKinematics();
        double[] rate = new double[3];
        double[] north = {0.3, 0.5, 0.8};
        for (double t = 0; t < 3; t += 0.05) {
            motion.of(state(t));
            motion.turning(rate);
            double[] w = {StrictMath.toRadians(rate[0]), -StrictMath.toRadians(rate[1]), StrictMath.toRadians(rate[2])};
            double[] before = seenFrom(t - H_S, north);
            double[] now = seenFrom(t, north);
            double[] after = seenFrom(t + H_S, north);
            double[] turned = {w[1] * now[2] - w[2] * now[1], w[2] * now[0] - w[0] * now[2],
                    w[0] * now[1] - w[1] * now[0]};
            for (int i = 0; i < 3; i++) {
                assertEquals(-turned[i], (after[i] - before[i]) / (2 * H_S), 1e-4);
            }
        }
    }

    private static SegmentState state(double t) {
        SegmentState s = new SegmentState();
        s.pitchDeg = 40 * StrictMath.sin(5 * t);
        s.pitchRateDps = 200 * StrictMath.cos(5 * t);
        s.pitchAccDps2 = -1000 * StrictMath.sin(5 * t);
        s.rollDeg = 20 * StrictMath.sin(7 * t + 1);
        s.rollRateDps = 140 * StrictMath.cos(7 * t + 1);
        s.rollAccDps2 = -980 * StrictMath.sin(7 * t + 1);
        s.yawDeg = 90 * StrictMath.sin(3 * t + 2);
        s.yawRateDps = 270 * StrictMath.cos(3 * t + 2);
        s.yawAccDps2 = -810 * StrictMath.sin(3 * t + 2);
        return s;
    }

    /** Forward, left and up of the segment in the world: yaw, then pitch (toes up), then roll (right edge down). */
    private static double[][] axes(double t) {
        SegmentState s = state(t);
        double y = StrictMath.toRadians(s.yawDeg);
        double p = StrictMath.toRadians(s.pitchDeg);
        double r = StrictMath.toRadians(s.rollDeg);
        double[] ahead = {StrictMath.cos(y), StrictMath.sin(y), 0};
        double[] left = {-StrictMath.sin(y), StrictMath.cos(y), 0};
        double[] up = {0, 0, 1};
        double[] forward = mix(StrictMath.cos(p), ahead, StrictMath.sin(p), up);
        double[] pitchedUp = mix(StrictMath.cos(p), up, -StrictMath.sin(p), ahead);
        return new double[][]{forward, mix(StrictMath.cos(r), left, StrictMath.sin(r), pitchedUp),
                mix(StrictMath.cos(r), pitchedUp, -StrictMath.sin(r), left)};
    }

    private static double[] point(double t) {
        double[][] axes = axes(t);
        return mix(FORWARD_M, axes[0], UP_M, axes[2]);
    }

    private static double[] seenFrom(double t, double[] world) {
        double[] seen = new double[3];
        for (int i = 0; i < 3; i++) {
            double[] axis = axes(t)[i];
            seen[i] = axis[0] * world[0] + axis[1] * world[1] + axis[2] * world[2];
        }
        return seen;
    }

    private static double[] mix(double a, double[] x, double b, double[] y) {
        return new double[]{a * x[0] + b * y[0], a * x[1] + b * y[1], a * x[2] + b * y[2]};
    }
}
