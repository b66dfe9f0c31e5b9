package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnknownKeyTest {
    @ParameterizedTest
    @CsvSource({"envelope.delay_s, envelope.delay_ms", "envelope.delay_us, envelope.delay_ms",
            "envelope.delay, envelope.delay_ms",
            "stimulation.dorsiflexion.amplitude_ua, stimulation.dorsiflexion.amplitude_ma",
            "stimulation.eversion.amplitude, stimulation.eversion.amplitude_ma",
            "stimulation.eversion.electrode_area_mm2, stimulation.eversion.electrode_area_cm2",
            "limits.charge_nc, limits.charge_uc", "limits.duty_percent, limits.duty_pct",
            "detector.imu.swing_rate_rad, detector.imu.swing_rate_dps"})
    void recognisesTheSameSettingInAnotherUnit(String written, String meant) {
        assertSuggests(written, meant);
    }

    @ParameterizedTest
    @CsvSource({"envelope.dealy_ms, envelope.delay_ms", "envelope.plateu_pct, envelope.plateau_pct",
            "loop.rate_hs, loop.rate_hz", "detector.sensor, detector.sensors",
            "sensors.heelswitch, sensors.heel_switch",
            "envelope.delayMs, envelope.delay_ms", "envelope.delay-ms, envelope.delay_ms"})
    void recognisesATypingMistake(String written, String meant) {
        assertSuggests(written, meant);
    }

    @ParameterizedTest
    @CsvSource({"delay_ms, envelope.delay_ms", "modes.delay_ms, envelope.delay_ms",
            "stimulation.frequency_hz, stimulation.eversion.frequency_hz",
            "hardware.heartbeat_gpio, hardware.pi.heartbeat_gpio", "loop.burst_s, limits.burst_ms"})
    void recognisesASettingOfAnotherSection(String written, String meant) {
        assertSuggests(written, meant);
    }

    @ParameterizedTest
    @CsvSource({"envelop, envelope", "Envelope, envelope", "dorsiflexion, stimulation.dorsiflexion",
            "stimulation.dorsiflexon, stimulation.dorsiflexion", "sensors.foot, sensors.foot_imu", "limit, limits"})
    void recognisesAMistypedOrMisplacedSection(String written, String meant) {
        assertEquals("t:1: " + written + " is not a section. Did you mean [" + meant + "]?",
                refusalOf("[" + written + "]\nx = 1"));
    }

    @Test
    void listsWhatThereIsWhenNothingIsNear() {
        assertEquals("t:1: loop.xyzzy is not a setting. [loop] has rate_hz.", refusalOf("loop.xyzzy = 1"));
        assertEquals(
                "t:1: xyzzy is not a setting. The sections are profile, loop, hardware, sensors, detector, stimulation,"
                        + " envelope, modes, limits.",
                refusalOf("xyzzy = 1"));
        assertTrue(refusalOf("[xyzzy]\n")
                .startsWith(
                        "t:1: xyzzy is not a section. The sections are profile, loop, hardware, hardware.stimulator,"));
    }

    @ParameterizedTest
    @MethodSource("settings")
    void everySettingIsFoundWhenTwoLettersAreSwapped(Leaf leaf) {
        String swapped = leaf.key().charAt(1) + leaf.key().substring(0, 1) + leaf.key().substring(2);
        String dotted = leaf.dotted().substring(0, leaf.dotted().length() - leaf.key().length()) + swapped;
        assertSuggests(dotted, leaf.dotted());
    }

    static Stream<Leaf> settings() {
        return Section.ROOT.leaves();
    }

    private static void assertSuggests(String written, String meant) {
        Leaf leaf = Section.ROOT.leaves().filter(each -> each.dotted().equals(meant)).findFirst().orElseThrow();
        assertEquals("t:1: " + written + " is not a setting. Did you mean " + meant + " (" + leaf.unitAndRange() + ")?",
                refusalOf(written + " = 1"));
    }

    private static String refusalOf(String text) {
        return assertThrows(SettingsException.class, () -> SettingsReader.parse(text, "t")).getMessage();
    }
}
