package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.footlift.config.ImuDetectorSettings;
import org.footlift.config.ImuSettings;
import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What of an IMU's signal is a step, and what is not. */
class ImuDetectorTest {
    private StrideRig rig = StrideRig.onFoot();

    private static void assertWithin(long fromMs, long toMs, StrideRig.Seen event) {
        assertTrue(event.ms() >= fromMs && event.ms() <= toMs,
                () -> event + " should lie in " + fromMs + " to " + toMs);
    }

    @ParameterizedTest
    @EnumSource(ImuSite.class)
    void aStrideGivesTheFourEventsInOrderAtTheirMoments(ImuSite site) {
        rig = new StrideRig(site, Axis.Y, Sign.POSITIVE);
        for (int i = 0; i < 5; i++) {
            rig.stride();
        }
        rig.rest(200);
        rig.seen.clear();
        long begin = rig.ms;
        rig.stride();
        rig.rest(200);
        assertEquals(StrideRig.FOUR, rig.order());
        long push = begin + StrideRig.REST;
        long swing = push + StrideRig.PUSH;
        long strike = swing + StrideRig.SWING;
        assertWithin(push + 10, push + StrideRig.PUSH / 2, rig.seen.get(0));
        assertWithin(push + StrideRig.PUSH / 2, swing + 20, rig.seen.get(1));
        assertWithin(strike, strike + 50, rig.seen.get(2));
        assertWithin(strike + StrideRig.SLAP, strike + StrideRig.SLAP + 120, rig.seen.get(3));
    }

    @ParameterizedTest
    @EnumSource(ImuSite.class)
    void theFirstStepOutOfStandingIsSeen(ImuSite site) {
        rig = new StrideRig(site, Axis.Y, Sign.POSITIVE);
        rig.rest(3_000);
        rig.stride();
        rig.rest(300);
        assertEquals(StrideRig.FOUR, rig.order());
    }

    @Test
    void standingNoiseGivesNoEvents() {
        Random random = new Random(3);
        for (int i = 0; i < 6_000; i++) {
            rig.give(random.nextGaussian() * 5);
        }
        assertEquals(List.of(), rig.seen);
        assertEquals(GaitPhase.STANCE, rig.imu.phase());
        assertTrue(rig.imu.validStance());
    }

    @ParameterizedTest
    @EnumSource(ImuSite.class)
    void aShiftOfWeightIsNoStep(ImuSite site) {
        rig = new StrideRig(site, Axis.Y, Sign.POSITIVE);
        rig.rest(3_000);
        for (int i = 0; i < 10; i++) {
            rig.halfSine(300, -38); // below 40 deg/s, however far it turns
            rig.halfSine(300, 38);
            rig.rest(500);
            rig.halfSine(120, -55); // fast enough, but 4.2 degrees are less than 6
            rig.halfSine(220, 30);
            rig.rest(500);
        }
        assertEquals(List.of(), rig.seen.stream().filter(s -> s.event() == GaitEvent.HEEL_OFF).toList());
    }

    @Test
    void aSampleThatIsNoneChangesNothing() {
        rig.rest(500);
        long last = rig.imu.lastValidNs();
        rig.missing(-300);
        rig.give(Double.NaN);
        rig.give(Float.POSITIVE_INFINITY);
        rig.give(Float.NEGATIVE_INFINITY);
        rig.give(4_001);
        assertEquals(last, rig.imu.lastValidNs());
        assertEquals(GaitPhase.STANCE, rig.imu.phase());
        assertEquals(List.of(), rig.seen);
    }

    @Test
    void aStrideWithMissingSamplesStillGivesTheFour() {
        for (int i = 0; i < 3; i++) {
            rig.stride();
        }
        rig.rest(200);
        rig.seen.clear();
        Random random = new Random(6);
        rig.rest(StrideRig.REST);
        for (int[] part : new int[][]{{StrideRig.PUSH, -200}, {StrideRig.SWING, 250}, {StrideRig.SLAP, -120}}) {
            for (int t = 10; t <= part[0]; t += 10) {
                double dps = part[1] * Math.sin(Math.PI * t / part[0]);
                if (random.nextInt(5) == 0) {
                    rig.missing(dps);
                } else {
                    rig.give(dps);
                }
            }
        }
        rig.rest(200);
        assertEquals(StrideRig.FOUR, rig.order());
    }

    @Test
    void aSampleOlderThanTheLastIsDropped() {
        rig.rest(500);
        long last = rig.imu.lastValidNs();
        rig.ms -= 200;
        rig.give(-300);
        assertEquals(last, rig.imu.lastValidNs());
        assertEquals(GaitPhase.STANCE, rig.imu.phase());
    }

    @Test
    void beginsAnewAfterAGapOfOver100Ms() {
        rig.rest(500);
        rig.ms += 100; // the next sample is 110 rig.ms after the last
        rig.give(0);
        assertEquals(GaitPhase.UNKNOWN, rig.imu.phase());
        rig.rest(80);
        assertEquals(GaitPhase.UNKNOWN, rig.imu.phase(), "time in the gap is no rest");
        rig.rest(40);
        assertEquals(GaitPhase.STANCE, rig.imu.phase());
    }

    @Test
    void aGapInMidSwingDoesNotInventAnEvent() {
        for (int i = 0; i < 3; i++) {
            rig.stride();
        }
        rig.rest(StrideRig.REST);
        rig.halfSine(StrideRig.PUSH, -200);
        rig.halfSine(StrideRig.SWING / 2, 250);
        rig.seen.clear();
        rig.ms += 5_000;
        rig.rest(500);
        assertEquals(List.of(), rig.seen);
        assertEquals(GaitPhase.STANCE, rig.imu.phase());
    }

    @Test
    void aValidStanceHasRestedLongEnough() {
        assertFalse(rig.imu.validStance());
        rig.rest(120);
        assertFalse(rig.imu.validStance(), "just found");
        rig.rest(150);
        assertTrue(rig.imu.validStance());
    }

    /** A turning step hardly pitches: the foot yaws through the air and comes down. */
    @Test
    void aTurningStepIsAStep() {
        rig.walk(5);
        for (int t = 10; t <= 500; t += 10) {
            rig.inTheAir(20 * Math.sin(Math.PI * t / 500), 250 * Math.sin(Math.PI * t / 500));
        }
        rig.rest(200);
        assertEquals(StrideRig.FOUR, rig.order());
    }

    @Test
    void turningOnTheSpotWhileStandingIsNoStep() {
        rig.rest(4_000);
        for (int t = 10; t <= 500; t += 10) {
            rig.onTheFloor(10 * Math.sin(Math.PI * t / 500), 250 * Math.sin(Math.PI * t / 500));
        }
        rig.rest(200);
        assertEquals(List.of(), rig.order());
    }

    /** No axis is known exactly: of a turn about the vertical, a part looks like a heel that rises. */
    @Test
    void turningOnTheSpotInAWalkIsNoHeelOffAlthoughTheSensorSitsAtASlant() {
        rig.walk(5);
        for (int t = 10; t <= 500; t += 10) {
            double yawDps = 250 * Math.sin(Math.PI * t / 500);
            rig.onTheFloor(-0.17 * yawDps, yawDps);
        }
        rig.rest(200);
        assertEquals(List.of(), rig.order());
    }

    @Test
    void turningOnTheSpotInAWalkIsNoStepHoweverTheFootRattles() {
        rig.walk(5);
        for (int t = 10; t <= 500; t += 10) {
            rig.rattlesOnTheFloor(250 * Math.sin(Math.PI * t / 500));
        }
        rig.rest(200);
        assertEquals(List.of(), rig.order());
    }

    /** A drop foot pauses in mid-swing; the leg still swings, which shows about the other axes. */
    @Test
    void aPauseInMidSwingIsNoStrike() {
        rig.walk(5);
        rig.halfSine(StrideRig.PUSH, -200);
        rig.halfSine(200, 200);
        for (int t = 0; t < 80; t += 10) {
            rig.inTheAir(-8, 90);
        }
        rig.halfSine(250, 130);
        rig.halfSine(StrideRig.SLAP, -120);
        rig.rest(200);
        assertEquals(StrideRig.FOUR, rig.order());
    }

    /** Some feet flick up before they push off for good. */
    @Test
    void aFlickBeforeThePushOffIsNoSwing() {
        rig.walk(5);
        rig.halfSine(60, -25);
        rig.halfSine(60, 140);
        rig.halfSine(StrideRig.PUSH, -200);
        rig.halfSine(StrideRig.SWING, 250);
        rig.halfSine(StrideRig.SLAP, -120);
        rig.rest(200);
        assertEquals(StrideRig.FOUR, rig.order());
    }

    /** It comes to rest and goes on rolling down for a while: too soon for a heel to rise, as the first strides have told. */
    @Test
    void aFootThatRollsDownSlowlyEarlyInAWalkIsNoHeelOff() {
        rig.stride();
        rig.stride();
        rig.stride();
        rig.rest(150);
        rig.seen.clear();
        for (int t = 0; t < 80; t += 10) {
            rig.give(-20);
        }
        rig.rest(100);
        assertEquals(List.of(), rig.order());
    }

    /** The last step before standing is put down softly. */
    @Test
    void aSwingThatEndsSoftlyEndsWithRest() {
        rig.walk(5);
        rig.halfSine(StrideRig.PUSH, -200);
        rig.halfSine(StrideRig.SWING, 150);
        rig.rest(300);
        assertEquals(StrideRig.FOUR, rig.order());
    }

    @Test
    void aToeTapWhileStandingIsNoStep() {
        rig.rest(4_000);
        rig.halfSine(300, 120);
        rig.halfSine(300, -35);
        rig.rest(300);
        assertEquals(List.of(), rig.order());
    }

    /** The ankle lifts the heel, but the foot is not lifted: this could be tiptoe. */
    @Test
    void aHeelThatRisesOutOfStandingIsNoStepUntilTheFootIsLifted() {
        rig.rest(3_000);
        for (int i = 0; i < 10; i++) {
            rig.halfSine(300, -120);
            rig.rest(1_000);
            rig.halfSine(300, 120);
            rig.rest(2_000);
        }
        assertEquals(List.of(), rig.order());
    }

    @Test
    void aToeTapIsNoStepHoweverHardItLands() {
        rig.rest(3_000);
        for (int i = 0; i < 10; i++) {
            rig.halfSine(150, 150);
            rig.slap();
            rig.rest(400);
        }
        assertEquals(List.of(), rig.order());
    }

    /** A leg that swings from the knee turns as in walking, and feels its own centripetal force, but never strikes the floor. */
    @Test
    void aLegThatSwingsWhileSittingTakesNoStep() {
        rig.rest(3_000);
        for (int t = 0; t < 60_000; t += 10) {
            rig.pendulum(150, t, 1_000);
        }
        assertEquals(List.of(), rig.order());
    }

    /** The lower leg of somebody who sits, or bends the knee while standing: as fast and as much lifted as a first step, but it goes back. */
    @Test
    void aFootThatGoesBackFromTheKneeIsNoFirstStep() {
        rig.rest(3_000);
        rig.turnAbout(0, 0.4, -45, 500);
        rig.turnAbout(0, 0.4, 45, 500);
        rig.rest(300);
        assertEquals(List.of(), rig.order());
    }

    /** The same turn about a point ahead and below, as feet push off. */
    @Test
    void aFootThatGoesForwardAsItTurnsDownIsAFirstStep() {
        rig.rest(3_000);
        rig.turnAbout(0.1, -0.25, -45, 500);
        assertEquals(GaitEvent.HEEL_OFF, rig.order().getFirst());
    }

    /** After a gap, or from a rise that was too soft, the leg is found swinging forward; that it steps, the floor tells. */
    @Test
    void aSwingThatWasNotSeenToBeginEndsInAStrikeWhenThereIsABlow() {
        rig.halfSine(StrideRig.SWING, 250);
        rig.slap();
        rig.rest(100);
        assertEquals(List.of(GaitEvent.HEEL_STRIKE, GaitEvent.FOOT_FLAT), rig.order());
    }

    @Test
    void aSwingThatWasNotSeenToBeginEndsInAStrikeWhenTheFootThenLiesOnTheFloor() {
        rig.halfSine(StrideRig.SWING, 250);
        rig.halfSine(StrideRig.SLAP, -120);
        assertEquals(List.of(), rig.order());
        rig.rest(150);
        assertEquals(List.of(GaitEvent.HEEL_STRIKE, GaitEvent.FOOT_FLAT), rig.order());
    }

    @Test
    void aFootThatWasSeenToDangleStrikesNothingWhereItsSwingTurns() {
        rig.halfSine(StrideRig.SWING, 250);
        rig.halfSine(StrideRig.SWING, -250);
        rig.halfSine(StrideRig.SWING, 250);
        rig.halfSine(StrideRig.SWING, -250);
        rig.halfSine(StrideRig.SWING, 150);
        rig.halfSine(StrideRig.SLAP, -60);
        rig.rest(300);
        assertEquals(List.of(), rig.order());
    }

    @ParameterizedTest
    @EnumSource(ImuSite.class)
    void oneImpossibleAccelerationDoesNotSpoilTheStridesAfterIt(ImuSite site) {
        StrideRig rig = new StrideRig(site, Axis.FIND, Sign.POSITIVE);
        rig.rest(1_000);
        rig.impossibleForce();
        for (int i = 0; i < 10; i++) {
            rig.stride();
        }
        assertTrue(rig.seen.stream().filter(s -> s.event() == GaitEvent.HEEL_STRIKE).count() >= 8, rig.seen::toString);
    }

    /** A shank rolls back all through stance. A sensor that was reset may show one sample with its axes the wrong way round. */
    @Test
    void aShankThatNeverRestsIsFollowedAlthoughTheFirstSampleWasWrong() {
        rig = new StrideRig(ImuSite.SHANK, Axis.Y, Sign.POSITIVE);
        rig.give(97);
        rig.halfSine(40, -90); // the end of a push-off
        for (int stride = 0; stride < 5; stride++) {
            rig.halfSine(StrideRig.SWING, 250);
            rig.slap();
            for (int t = 0; t < 600; t += 10) {
                rig.give(-45);
            }
            rig.halfSine(StrideRig.PUSH, -130);
        }
        // The first two seconds are spent on a push-off that has no end.
        assertEquals(4, Collections.frequency(rig.order(), GaitEvent.HEEL_OFF), () -> rig.seen.toString());
    }

    @Test
    void aHeelThatRisesVerySlowlyIsOneHeelOff() {
        StrideRig rig = StrideRig.onFoot();
        for (int i = 0; i < 4; i++) {
            rig.stride();
        }
        rig.seen.clear();
        rig.rest(StrideRig.REST);
        for (int t = 0; t < 350; t += 10) {
            rig.give(-15); // slower than rest is told by, but it goes on
        }
        rig.push();
        assertEquals(1, rig.seen.stream().filter(s -> s.event() == GaitEvent.HEEL_OFF).count(), rig.seen::toString);
    }

    @Test
    void aFootLiftedAndSetDownOnTheSpotDoesNotCountAsWalking() {
        StrideRig rig = StrideRig.onFoot();
        rig.rest(1_000);
        for (int i = 0; i < 6; i++) {
            rig.halfSine(300, -60);
            rig.halfSine(300, 60);
            rig.rest(300);
        }
        assertEquals(List.of(), rig.seen);
    }
}
