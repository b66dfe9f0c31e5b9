package org.footlift.sim.wearer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpeedRulesTest {
    @Test
    void anAbleBodiedStrideAtThirteenDecimetresPerSecondTakesAboutElevenTenths() {
        assertEquals(1.08, SpeedRules.strideS(1.3), 0.03);
    }

    @Test
    void slowerIsLongerInTimeAndInStance() {
        for (double speed = 0.3; speed < 1.7; speed += 0.1) {
            assertTrue(SpeedRules.strideS(speed) > SpeedRules.strideS(speed + 0.1), "stride at " + speed);
            assertTrue(SpeedRules.stanceFraction(speed) >= SpeedRules.stanceFraction(speed + 0.1),
                    "stance at " + speed);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.2,0.72", "0.4,0.72", "0.6,0.69", "0.8,0.66", "1.2,0.62", "1.5,0.60", "1.8,0.60"})
    void stanceFollowsTheTable(double speedMps, double fraction) {
        assertEquals(fraction, SpeedRules.stanceFraction(speedMps), 1e-9);
    }

    @Test
    void anglesShrinkBelowThirteenDecimetresPerSecondOnly() {
        assertEquals(1, SpeedRules.angleScale(1.6), 1e-12);
        assertEquals(1, SpeedRules.angleScale(1.3), 1e-12);
        assertEquals(0.725, SpeedRules.angleScale(0.65), 1e-12);
    }
}
