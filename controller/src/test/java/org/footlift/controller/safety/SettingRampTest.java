package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SettingRampTest {
    private static final long MS = 1_000_000L;

    private static SettingRamp climbed(int ms, int targetUa) {
        SettingRamp ramp = new SettingRamp();
        for (int t = 0; t <= ms; t++) {
            ramp.advance(t * MS, true, targetUa);
        }
        return ramp;
    }

    @Test
    void risesAt2MilliamperePerSecondFromNothing() {
        assertEquals(0, climbed(0, 100_000).allowedUa());
        assertEquals(2, climbed(1, 100_000).allowedUa());
        assertEquals(2_000, climbed(1_000, 100_000).allowedUa());
        assertEquals(49_998, climbed(24_999, 100_000).allowedUa());
    }

    @Test
    void stopsAtItsTarget() {
        assertEquals(7_000, climbed(10_000, 7_000).allowedUa());
    }

    @Test
    void fallsAtOnce() {
        SettingRamp ramp = climbed(10_000, 20_000);
        ramp.advance(10_001 * MS, true, 3_000);
        assertEquals(3_000, ramp.allowedUa());
        ramp.advance(10_002 * MS, true, 20_000);
        assertEquals(3_002, ramp.allowedUa());
    }

    @Test
    void risesFromNothingAgainAfterAReset() {
        SettingRamp ramp = climbed(10_000, 20_000);
        ramp.reset();
        assertEquals(0, ramp.allowedUa());
        ramp.advance(10_001 * MS, true, 20_000);
        assertEquals(2, ramp.allowedUa());
    }

    @Test
    void earnsNothingWhileNothingIsStimulated() {
        SettingRamp ramp = climbed(1_000, 20_000);
        ramp.advance(1_050 * MS, false, 20_000);
        assertEquals(2_000, ramp.allowedUa());
    }

    @Test
    void earnsNoMoreThanATenthOfASecondFromAStall() {
        SettingRamp ramp = climbed(1_000, 20_000);
        ramp.advance(100_000 * MS, true, 20_000);
        assertEquals(2_200, ramp.allowedUa());
    }

    @Test
    void aTimeThatGoesBackwardsEarnsNothing() {
        SettingRamp ramp = climbed(1_000, 20_000);
        ramp.advance(0, true, 20_000);
        assertEquals(2_000, ramp.allowedUa());
    }

    @Test
    void aTargetBelowNothingIsNothing() {
        SettingRamp ramp = climbed(1_000, 20_000);
        ramp.advance(1_001 * MS, true, Integer.MIN_VALUE);
        assertEquals(0, ramp.allowedUa());
    }

    @Test
    void risesTheSameAtEveryTickRate() {
        SettingRamp slow = new SettingRamp();
        for (int t = 0; t <= 5_000; t += 10) {
            slow.advance(t * MS, true, 100_000);
        }
        assertEquals(climbed(5_000, 100_000).allowedUa(), slow.allowedUa());
        assertEquals(10_000, slow.allowedUa());
    }
}
