package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardLimitsTest {
    @ParameterizedTest
    @CsvSource({"stimulation.dorsiflexion.amplitude_ma, " + HardLimits.AMPLITUDE_UA,
            "stimulation.eversion.amplitude_ma, " + HardLimits.AMPLITUDE_UA,
            "stimulation.dorsiflexion.pulse_width_us, " + HardLimits.PULSE_WIDTH_US,
            "stimulation.eversion.pulse_width_us, " + HardLimits.PULSE_WIDTH_US,
            "limits.clinician_amplitude_ma, " + HardLimits.AMPLITUDE_UA,
            "limits.wearer_amplitude_ma, " + HardLimits.AMPLITUDE_UA,
            "limits.pulse_width_us, " + HardLimits.PULSE_WIDTH_US, "limits.charge_uc, " + HardLimits.CHARGE_NC,
            "limits.burst_ms, " + HardLimits.BURST_MS, "limits.duty_pct, " + HardLimits.DUTY_PCT,
            "limits.exercise_on_ms, " + HardLimits.EXERCISE_ON_MS, "envelope.max_duration_ms, " + HardLimits.BURST_MS,
            "envelope.falling_ms, " + HardLimits.FALLING_RAMP_MS, "modes.exercise_on_ms, " + HardLimits.EXERCISE_ON_MS,
            "modes.test_burst_ms, " + HardLimits.BURST_MS,
            "hardware.stimulator.full_scale_ma, " + HardLimits.AMPLITUDE_UA})
    void noSettingsRangeExceedsItsCeiling(String key, long ceiling) {
        assertTrue(leaf(key).setting().max() <= ceiling, key);
    }

    /** A setting of one of these kinds that the test above does not know would pass unchecked. */
    @Test
    void everySettingOfAmplitudeWidthOrChargeIsUnderOneOfThem() {
        Stream<Leaf> stimulating = Section.ROOT.leaves()
                .filter(leaf -> leaf.key().matches(".*(_ma|pulse_width_us|_uc)"));
        assertEquals(9, stimulating.count(), "add the new one to noSettingsRangeExceedsItsCeiling");
    }

    @Test
    void pulsesMayNotBeSetCloserThanTheCeiling() {
        assertTrue(leaf("limits.spacing_ms").setting().min() * 1000 >= HardLimits.SPACING_US);
    }

    /** A burst is over after two silent periods: they must fit into the pause between the quickest steps, a fifth of 0.7 s. */
    @Test
    void noChannelIsSoSlowThatTwoStepsCouldBeTakenForOne() {
        for (String channel : new String[]{"dorsiflexion", "eversion"}) {
            long lowest = leaf("stimulation." + channel + ".frequency_hz").setting().min();
            assertEquals(HardLimits.LOWEST_FREQUENCY_HZ, lowest);
            assertTrue(2_000 / lowest <= 140, channel);
        }
    }

    @Test
    void theHighestFrequencyFitsThePulseWindow() {
        long highest = leaf("stimulation.dorsiflexion.frequency_hz").setting().max();
        assertTrue(highest * HardLimits.PULSE_WINDOW_US <= HardLimits.PULSES_PER_WINDOW * 1_000_000L);
    }

    @Test
    void theStrongestPulseThatSettingsCanAskForKeepsTheEnergyCeiling() {
        double amplitudeA = HardLimits.AMPLITUDE_UA * 1e-6;
        double energyUj = amplitudeA * amplitudeA * HardLimits.ENERGY_LOAD_OHM * 2 * HardLimits.PULSE_WIDTH_US;
        assertTrue(energyUj <= HardLimits.ENERGY_UJ, energyUj + " µJ");
    }

    @Test
    void theShippedCapsAreThoseOfTheDesignTable() {
        LimitSettings caps = LimitSettings.DEFAULT;
        assertEquals(new LimitSettings(40_000, 40_000, 300, 12_000, 25, 2_000, 80, 8_000), caps);
        assertTrue(caps.chargeNc() <= HardLimits.CHARGE_NC && caps.burstMs() <= HardLimits.BURST_MS);
    }

    @Test
    void everyCeilingSaysWhy() {
        assertTrue(HardLimits.class.getFields().length >= 20);
        assertTrue(Arrays.stream(HardLimits.class.getFields())
                .allMatch(field -> field.getAnnotation(Ceiling.class).because().endsWith(".")));
    }

    private static Leaf leaf(String key) {
        return Section.ROOT.leaves().filter(leaf -> leaf.dotted().equals(key)).findFirst().orElseThrow();
    }
}
