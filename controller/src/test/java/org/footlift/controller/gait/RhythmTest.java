package org.footlift.controller.gait;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitEvent;
import org.junit.jupiter.api.Test;

/** Times in milliseconds. The steady stride: foot flat at 100, heel off at 500, toe off at 720, the next heel strike at 1100. */
class RhythmTest {
    private static final long MS = 1_000_000L;

    private final Rhythm rhythm = new Rhythm();
    private final ScriptedGait gait = new ScriptedGait();
    private long nowMs;
    private long strikeMs;

    /** Time passes, in ticks of 5 ms. */
    private void until(long ms) {
        while (nowMs < ms) {
            nowMs += 5;
            rhythm.update(gait, nowMs * MS);
            gait.clear();
        }
    }

    /** An event so long after the last heel strike. */
    private void at(long sinceStrikeMs, GaitEvent event) {
        until(strikeMs + sinceStrikeMs - 5);
        gait.say(event, (strikeMs + sinceStrikeMs) * MS);
        until(strikeMs + sinceStrikeMs);
        if (event == GaitEvent.HEEL_STRIKE) {
            strikeMs = nowMs;
        }
    }

    private void stride(int heelOffMs, int toeOffMs, int strideMs) {
        at(100, GaitEvent.FOOT_FLAT);
        at(heelOffMs, GaitEvent.HEEL_OFF);
        at(toeOffMs, GaitEvent.TOE_OFF);
        at(strideMs, GaitEvent.HEEL_STRIKE);
    }

    private void steady(int strides) {
        for (int i = 0; i < strides; i++) {
            stride(500, 720, 1_100);
        }
    }

    private void begin() {
        at(100, GaitEvent.HEEL_STRIKE);
    }

    @Test
    void isTrustedAfterTwoStridesToCompareWithAndThreeThatAreLikeThem() {
        begin();
        steady(4);
        assertFalse(rhythm.trusted());
        steady(1);
        assertTrue(rhythm.trusted());
        assertEquals(75, rhythm.confidencePct());
        steady(1);
        assertEquals(100, rhythm.confidencePct());
    }

    @Test
    void foretellsToeOffFromHeelStrikeAndBetterFromHeelOff() {
        begin();
        steady(6);
        assertEquals((strikeMs + 720) * MS, rhythm.toeOffNs());
        assertEquals((strikeMs + 500) * MS, rhythm.heelOffNs());
        at(540, GaitEvent.HEEL_OFF);
        assertEquals((strikeMs + 760) * MS, rhythm.toeOffNs());
    }

    @Test
    void knowsHowFarTheStrideIs() {
        begin();
        steady(6);
        until(strikeMs + 550);
        assertEquals(50, rhythm.stridePct(nowMs * MS));
    }

    @Test
    void isLessSureTheMoreTheStridesVary() {
        begin();
        for (int i = 0; i < 12; i++) {
            int off = i % 3 * 40 - 40;
            stride(500 + off, 720 + off, 1_100 + off);
        }
        int beforeHeelOff = rhythm.confidencePct();
        assertTrue(beforeHeelOff > 30 && beforeHeelOff < 70, "spread 40 of 110 ms: " + beforeHeelOff);
        at(500, GaitEvent.HEEL_OFF);
        assertEquals(100, rhythm.confidencePct(), "from heel off to toe off they do not vary");
    }

    @Test
    void oneStrideOutOfStepDoesNotMoveWhatIsUsual() {
        begin();
        steady(6);
        stride(800, 1_020, 1_400);
        assertEquals(0, rhythm.confidencePct());
        steady(3);
        assertTrue(rhythm.trusted());
        assertEquals((strikeMs + 720) * MS, rhythm.toeOffNs());
    }

    @Test
    void aLastingChangeOfPaceIsLearned() {
        begin();
        steady(8);
        for (int i = 0; i < 8; i++) {
            stride(700, 960, 1_500);
        }
        assertTrue(rhythm.trusted());
        assertEquals((strikeMs + 960) * MS, rhythm.toeOffNs());
    }

    @Test
    void anEventThatIsOverdueEndsAllConfidenceAtOnce() {
        begin();
        steady(6);
        until(strikeMs + 500 + 165);
        assertTrue(rhythm.trusted(), "15 % of a stride late is still in time");
        until(nowMs + 5);
        assertEquals(0, rhythm.confidencePct());
        assertEquals(0, rhythm.stridePct(nowMs * MS));
    }

    @Test
    void toeOffAndHeelStrikeMayNotBeOverdueEither() {
        begin();
        steady(6);
        at(500, GaitEvent.HEEL_OFF);
        until(strikeMs + 720 + 170);
        assertEquals(0, rhythm.confidencePct());
        at(900, GaitEvent.TOE_OFF);
        at(1_280, GaitEvent.HEEL_STRIKE);
        steady(3);
        at(500, GaitEvent.HEEL_OFF);
        at(720, GaitEvent.TOE_OFF);
        assertTrue(rhythm.trusted());
        until(strikeMs + 1_100 + 170);
        assertEquals(0, rhythm.confidencePct());
    }

    @Test
    void anEventThatComesEarlyTwiceOrOutOfOrderEndsAllConfidence() {
        begin();
        steady(6);
        at(300, GaitEvent.HEEL_OFF);
        assertEquals(0, rhythm.confidencePct(), "early");
        at(1_100, GaitEvent.HEEL_STRIKE);
        steady(5);
        at(500, GaitEvent.HEEL_OFF);
        at(520, GaitEvent.HEEL_OFF);
        assertEquals(0, rhythm.confidencePct(), "twice");
        at(1_100, GaitEvent.HEEL_STRIKE);
        steady(5);
        at(500, GaitEvent.TOE_OFF);
        assertEquals(0, rhythm.confidencePct(), "toes before heel");
    }

    @Test
    void aStrideThatLacksAnEventCountsAsNoneAndEndsTheRow() {
        begin();
        steady(6);
        at(100, GaitEvent.FOOT_FLAT);
        at(500, GaitEvent.HEEL_OFF);
        at(1_100, GaitEvent.HEEL_STRIKE);
        steady(2);
        assertFalse(rhythm.trusted());
        steady(1);
        assertTrue(rhythm.trusted());
    }

    @Test
    void aSensorGapEndsTheRowAndAnotherSensorForgetsEverything() {
        begin();
        steady(6);
        gait.source = DetectorSource.NONE;
        until(nowMs + 100);
        assertEquals(0, rhythm.confidencePct());
        gait.source = DetectorSource.FOOT_IMU;
        at(1_100, GaitEvent.HEEL_STRIKE);
        steady(3);
        assertTrue(rhythm.trusted());
        gait.source = DetectorSource.HEEL_SWITCH;
        until(nowMs + 5);
        at(1_100, GaitEvent.HEEL_STRIKE);
        steady(4);
        assertFalse(rhythm.trusted());
        steady(1);
        assertTrue(rhythm.trusted());
    }

    @Test
    void theHeelMayOnlyBeExpectedOfAFootThatCameDownFlatInTime() {
        begin();
        steady(6);
        assertFalse(rhythm.heelOffIsNext(), "not flat yet");
        at(100, GaitEvent.FOOT_FLAT);
        assertTrue(rhythm.heelOffIsNext());
        at(500, GaitEvent.HEEL_OFF);
        assertFalse(rhythm.heelOffIsNext());
        at(720, GaitEvent.TOE_OFF);
        at(1_100, GaitEvent.HEEL_STRIKE);
        at(300, GaitEvent.FOOT_FLAT);
        assertTrue(rhythm.trusted());
        assertFalse(rhythm.heelOffIsNext(), "flat 200 ms late");
    }

    @Test
    void withdrawnItTrustsNothingBeforeThreeMoreSteadyStrides() {
        begin();
        steady(6);
        rhythm.withdraw();
        at(100, GaitEvent.FOOT_FLAT);
        assertFalse(rhythm.trusted());
        at(500, GaitEvent.HEEL_OFF);
        at(720, GaitEvent.TOE_OFF);
        at(1_100, GaitEvent.HEEL_STRIKE);
        steady(2);
        assertFalse(rhythm.trusted());
        steady(1);
        assertTrue(rhythm.trusted());
    }
}
