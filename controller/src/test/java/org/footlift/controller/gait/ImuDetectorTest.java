package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
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

/**
 * A stride out of half sines, samples 10 ms apart: 400 ms of rest, 200 ms of push-off down to −200 deg/s, 400 ms of swing up to
 * +250 deg/s, 100 ms of slap down to −120 deg/s. The turns cancel: −25, +64, −8 degrees and rest.
 */
class ImuDetectorTest {
    private static final long MS = 1_000_000L;
    private static final int REST = 400;
    private static final int PUSH = 200;
    private static final int SWING = 400;
    private static final int SLAP = 100;
    /** What the axes across show: a rate that is no step and no rest-breaker. */
    private static final float CROSS = 7;

    private record Seen(GaitEvent event, long ms) {}

    private final ImuSample sample = new ImuSample();
    private final List<Seen> seen = new ArrayList<>();
    private ImuDetector imu = detector(ImuSite.FOOT, Axis.Y, Sign.POSITIVE);
    private Axis axis = Axis.Y;
    private float sign = 1;
    private long ms;

    private static ImuDetector detector(ImuSite site, Axis axis, Sign sign) {
        return new ImuDetector(site, new ImuSettings(true, 100, axis, sign), ImuDetectorSettings.DEFAULT);
    }

    private void give(double dps, boolean valid) {
        ms += 10;
        sample.timeNs = ms * MS;
        sample.valid = valid;
        sample.gyroXDps = axis == Axis.X ? (float) dps * sign : CROSS;
        sample.gyroYDps = axis == Axis.Y ? (float) dps * sign : CROSS;
        sample.gyroZDps = axis == Axis.Z ? (float) dps * sign : CROSS;
        imu.events().clear();
        imu.accept(sample);
        for (GaitEvent event : GaitEvent.values()) {
            if (imu.events().has(event)) {
                seen.add(new Seen(event, ms));
                assertEquals(ms * MS, imu.events().timeNs(event));
            }
        }
    }

    private void give(double dps) {
        give(dps, true);
    }

    private void rest(int forMs) {
        halfSine(forMs, 0);
    }

    private void halfSine(int forMs, double peakDps) {
        for (int t = 10; t <= forMs; t += 10) {
            give(peakDps * Math.sin(Math.PI * t / forMs));
        }
    }

    private void stride() {
        rest(REST);
        halfSine(PUSH, -200);
        halfSine(SWING, 250);
        halfSine(SLAP, -120);
    }

    private List<GaitEvent> order() {
        return seen.stream().map(Seen::event).toList();
    }

    private static final List<GaitEvent> FOUR = List.of(GaitEvent.HEEL_OFF, GaitEvent.TOE_OFF, GaitEvent.HEEL_STRIKE,
            GaitEvent.FOOT_FLAT);

    private void assertWithin(long fromMs, long toMs, Seen event) {
        assertTrue(event.ms >= fromMs && event.ms <= toMs, () -> event + " should lie in " + fromMs + " to " + toMs);
    }

    @ParameterizedTest
    @EnumSource(ImuSite.class)
    void aStrideGivesTheFourEventsInOrderAtTheirMoments(ImuSite site) {
        imu = detector(site, Axis.Y, Sign.POSITIVE);
        for (int i = 0; i < 5; i++) {
            stride();
        }
        rest(200);
        seen.clear();
        long begin = ms;
        stride();
        rest(200);
        assertEquals(FOUR, order());
        long push = begin + REST;
        long swing = push + PUSH;
        long strike = swing + SWING;
        assertWithin(push + 10, push + PUSH / 2, seen.get(0));
        assertWithin(push + PUSH / 2, swing + 20, seen.get(1));
        assertWithin(strike, strike + 50, seen.get(2));
        assertWithin(strike + SLAP, strike + SLAP + 120, seen.get(3));
    }

    @ParameterizedTest
    @EnumSource(ImuSite.class)
    void theFirstStepOutOfStandingIsSeen(ImuSite site) {
        imu = detector(site, Axis.Y, Sign.POSITIVE);
        rest(3_000);
        stride();
        rest(300);
        assertEquals(FOUR, order());
    }

    @Test
    void declaredAxisAndSignAreUsedAndNoOther() {
        for (Axis worn : Axis.values()) {
            for (Sign swings : Sign.values()) {
                axis = worn;
                sign = swings == Sign.POSITIVE ? 1 : -1;
                imu = detector(ImuSite.FOOT, worn, swings);
                seen.clear();
                rest(500);
                stride();
                rest(200);
                assertEquals(FOUR, order(), worn + " " + swings);
            }
        }
    }

    @Test
    void standingNoiseGivesNoEvents() {
        Random random = new Random(3);
        for (int i = 0; i < 6_000; i++) {
            give(random.nextGaussian() * 5);
        }
        assertEquals(List.of(), seen);
        assertEquals(GaitPhase.STANCE, imu.phase());
        assertTrue(imu.validStance());
    }

    @ParameterizedTest
    @EnumSource(ImuSite.class)
    void aShiftOfWeightIsNoStep(ImuSite site) {
        imu = detector(site, Axis.Y, Sign.POSITIVE);
        rest(3_000);
        for (int i = 0; i < 10; i++) {
            halfSine(300, -38); // below 40 deg/s, however far it turns
            halfSine(300, 38);
            rest(500);
            halfSine(120, -55); // fast enough, but 4.2 degrees are less than 6
            halfSine(220, 30);
            rest(500);
        }
        assertEquals(List.of(), seen.stream().filter(s -> s.event == GaitEvent.HEEL_OFF).toList());
    }

    @Test
    void aSampleThatIsNoneChangesNothing() {
        rest(500);
        long last = imu.lastValidNs();
        give(-300, false);
        give(Double.NaN);
        give(Float.POSITIVE_INFINITY);
        give(Float.NEGATIVE_INFINITY);
        give(4_001);
        assertEquals(last, imu.lastValidNs());
        assertEquals(GaitPhase.STANCE, imu.phase());
        assertEquals(List.of(), seen);
    }

    @Test
    void aStrideWithMissingSamplesStillGivesTheFour() {
        for (int i = 0; i < 3; i++) {
            stride();
        }
        rest(200);
        seen.clear();
        Random random = new Random(6);
        rest(REST);
        for (int[] part : new int[][]{{PUSH, -200}, {SWING, 250}, {SLAP, -120}}) {
            for (int t = 10; t <= part[0]; t += 10) {
                give(part[1] * Math.sin(Math.PI * t / part[0]), random.nextInt(5) != 0);
            }
        }
        rest(200);
        assertEquals(FOUR, order());
    }

    @Test
    void aSampleOlderThanTheLastIsDropped() {
        rest(500);
        long last = imu.lastValidNs();
        ms -= 200;
        give(-300);
        assertEquals(last, imu.lastValidNs());
        assertEquals(GaitPhase.STANCE, imu.phase());
    }

    @Test
    void beginsAnewAfterAGapOfOver100Ms() {
        rest(500);
        ms += 100; // the next sample is 110 ms after the last
        give(0);
        assertEquals(GaitPhase.UNKNOWN, imu.phase());
        rest(80);
        assertEquals(GaitPhase.UNKNOWN, imu.phase(), "time in the gap is no rest");
        rest(40);
        assertEquals(GaitPhase.STANCE, imu.phase());
    }

    @Test
    void aGapInMidSwingDoesNotInventAnEvent() {
        for (int i = 0; i < 3; i++) {
            stride();
        }
        rest(REST);
        halfSine(PUSH, -200);
        halfSine(SWING / 2, 250);
        seen.clear();
        ms += 5_000;
        rest(500);
        assertEquals(List.of(), seen);
        assertEquals(GaitPhase.STANCE, imu.phase());
    }

    @Test
    void aValidStanceHasRestedLongEnough() {
        assertFalse(imu.validStance());
        rest(120);
        assertFalse(imu.validStance(), "just found");
        rest(150);
        assertTrue(imu.validStance());
    }

    private void walk(int strides) {
        for (int i = 0; i < strides; i++) {
            stride();
        }
        rest(REST);
        seen.clear();
    }

    private void give(double sagittalDps, double acrossDps) {
        ms += 10;
        sample.timeNs = ms * MS;
        sample.valid = true;
        sample.gyroXDps = (float) acrossDps;
        sample.gyroYDps = (float) sagittalDps;
        sample.gyroZDps = 0;
        imu.events().clear();
        imu.accept(sample);
        for (GaitEvent event : GaitEvent.values()) {
            if (imu.events().has(event)) {
                seen.add(new Seen(event, ms));
            }
        }
    }

    /** A turning step hardly pitches: the foot yaws through the air and comes down. */
    @Test
    void aTurningStepIsAStep() {
        walk(5);
        for (int t = 10; t <= 500; t += 10) {
            give(20 * Math.sin(Math.PI * t / 500), 250 * Math.sin(Math.PI * t / 500));
        }
        rest(200);
        assertEquals(FOUR, order());
    }

    @Test
    void turningOnTheSpotWhileStandingIsNoStep() {
        rest(4_000);
        for (int t = 10; t <= 500; t += 10) {
            give(10 * Math.sin(Math.PI * t / 500), 250 * Math.sin(Math.PI * t / 500));
        }
        rest(200);
        assertEquals(List.of(), order());
    }

    /** A drop foot pauses in mid-swing; the leg still swings, which shows about the other axes. */
    @Test
    void aPauseInMidSwingIsNoStrike() {
        walk(5);
        halfSine(PUSH, -200);
        halfSine(200, 200);
        for (int t = 0; t < 80; t += 10) {
            give(-8, 90);
        }
        halfSine(250, 130);
        halfSine(SLAP, -120);
        rest(200);
        assertEquals(FOUR, order());
    }

    /** Some feet flick up before they push off for good. */
    @Test
    void aFlickBeforeThePushOffIsNoSwing() {
        walk(5);
        halfSine(60, -25);
        halfSine(60, 140);
        halfSine(PUSH, -200);
        halfSine(SWING, 250);
        halfSine(SLAP, -120);
        rest(200);
        assertEquals(FOUR, order());
    }

    /** The last step before standing is put down softly. */
    @Test
    void aSwingThatEndsSoftlyEndsWithRest() {
        walk(5);
        halfSine(PUSH, -200);
        halfSine(SWING, 150);
        rest(300);
        assertEquals(FOUR, order());
    }

    @Test
    void aToeTapWhileStandingIsNoStep() {
        rest(4_000);
        halfSine(300, 120);
        halfSine(300, -35);
        rest(300);
        assertEquals(List.of(), order());
    }

    @Test
    void theOffsetOfTheSensorIsFoundAtRest() {
        for (int i = 0; i < 3_000; i++) {
            give(6);
        }
        seen.clear();
        rest(100);
        assertEquals(List.of(), order());
        for (int i = 0; i < 500; i++) {
            give(0);
        }
        assertEquals(List.of(), order());
        assertEquals(GaitPhase.STANCE, imu.phase());
    }
}
