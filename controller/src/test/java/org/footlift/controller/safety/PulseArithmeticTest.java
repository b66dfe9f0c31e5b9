package org.footlift.controller.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Random;

import org.footlift.config.HardLimits;
import org.footlift.hal.PulseCommand;
import org.footlift.telemetry.Limit;
import org.junit.jupiter.api.Test;

class PulseArithmeticTest {
    @Test
    void floorSqrtIsTheLargestWholeRoot() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            assertFloorSqrt(random.nextLong() >>> (1 + random.nextInt(63)));
        }
        for (long root : new long[]{0, 1, 2, 3, 46_340, 1L << 31, 3_037_000_498L, 3_037_000_499L}) {
            assertFloorSqrt(root * root);
            assertFloorSqrt(Math.max(0, root * root - 1));
        }
        assertFloorSqrt(1L << 62);
        assertFloorSqrt(Long.MAX_VALUE);
    }

    @Test
    void floorSqrtOfANegativeNumberIsNothing() {
        assertEquals(0, PulseArithmetic.floorSqrt(-1));
        assertEquals(0, PulseArithmetic.floorSqrt(Long.MIN_VALUE));
    }

    private static void assertFloorSqrt(long value) {
        assertEquals(BigInteger.valueOf(value).sqrt().longValueExact(), PulseArithmetic.floorSqrt(value),
                () -> "of " + value);
    }

    @Test
    void theEnergyLimitIs10MillijouleInto500Ohm() {
        // 500 Ω · I² · 500 µs · 2 = 10 mJ at I = sqrt(0.02) A = 141.42136 mA; one more microampere is too much.
        int largest = PulseArithmetic.largestByEnergy(500, 1);
        assertEquals(141_421, largest);
        assertTrue(energyUj(largest, 500, 1) <= HardLimits.ENERGY_UJ);
        assertTrue(energyUj(largest + 1, 500, 1) > HardLimits.ENERGY_UJ);
        // A recovery of a quarter for four times as long adds a quarter: I = sqrt(0.032) A.
        assertEquals(178_885, PulseArithmetic.largestByEnergy(500, 4));
    }

    @Test
    void noPulseWithinTheOtherCeilingsReachesTheEnergyLimit() {
        assertTrue(PulseArithmetic.largestByEnergy(HardLimits.PULSE_WIDTH_US, 1) > HardLimits.AMPLITUDE_UA,
                "the energy limit is a backstop: were this to change, it needs a test of its reason at the governor");
    }

    @Test
    void everyLargestAmplitudeIsWithinItsLimitAndOneMoreIsNot() {
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            int width = 10 + random.nextInt(491);
            int ratio = random.nextBoolean() ? 1 : 4;
            int area = 400 + random.nextInt(19_601);
            long periodUs = 5_000L + random.nextInt(195_001);
            int chargeNc = 1 + random.nextInt(40_000);

            int byCharge = PulseArithmetic.largestByCharge(chargeNc, width);
            assertTrue((long) byCharge * width <= chargeNc * 1_000L);
            assertTrue((byCharge + 1L) * width > chargeNc * 1_000L);

            int byEnergy = PulseArithmetic.largestByEnergy(width, ratio);
            assertTrue(energyUj(byEnergy, width, ratio) <= HardLimits.ENERGY_UJ * (1 + 1e-12));
            assertTrue(energyUj(byEnergy + 1, width, ratio) > HardLimits.ENERGY_UJ * (1 - 1e-12));

            int byDensity = PulseArithmetic.largestByDensity(area, width, ratio, periodUs);
            double allowedRmsUa = 2_000.0 * (area / 100.0 / 2);
            assertTrue(rmsUa(byDensity, width, ratio, periodUs) <= allowedRmsUa * (1 + 1e-12));
            assertTrue(rmsUa(byDensity + 1, width, ratio, periodUs) > allowedRmsUa * (1 - 1e-12));
        }
    }

    private static double energyUj(double ua, int widthUs, int ratio) {
        double amps = ua * 1e-6;
        double recovery = amps / ratio;
        return 500 * (amps * amps * widthUs * 1e-6 + recovery * recovery * ratio * widthUs * 1e-6) * 1e6;
    }

    private static double rmsUa(double ua, int widthUs, int ratio, long periodUs) {
        double recovery = ua / ratio;
        return Math.sqrt((ua * ua * widthUs + recovery * recovery * ratio * widthUs) / periodUs);
    }

    @Test
    void aTrainSoSlowThatAnyPulseIsTheFirstDoesNotOverflow() {
        int alone = PulseArithmetic.largestByDensity(20_000, 10, 4, Long.MAX_VALUE);
        assertTrue(alone > HardLimits.AMPLITUDE_UA);
    }

    @Test
    void aPulseIsBalancedOnlyWhenBothPhasesCarryTheSameChargeToTheLastDigit() {
        for (int wrongUa = -1; wrongUa <= 1; wrongUa++) {
            PulseCommand pulse = new PulseCommand();
            assertEquals(0, PulseArithmetic.clearUnbalanced(pulse), "nothing is balanced");
            pulse.amplitudeUa = 100_000;
            pulse.pulseWidthUs = 50_000; // beyond 32 bits
            pulse.recoveryAmplitudeUa = 25_000 + wrongUa;
            pulse.recoveryWidthUs = 200_000;
            assertEquals(wrongUa == 0 ? 0 : Limit.MALFORMED.bit(), PulseArithmetic.clearUnbalanced(pulse));
            assertEquals(wrongUa == 0, pulse.isPulse());
        }
    }
}
