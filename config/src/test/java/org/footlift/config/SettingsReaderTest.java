package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
    @Test
    void whatIsMissingTakesItsDefault() throws SettingsException {
        assertEquals(Settings.DEFAULT, SettingsReader.parse("", "empty.toml"));
        Settings settings = SettingsReader.parse("[envelope]\ndelay_ms = 20\n", "short.toml");
        assertEquals(20, settings.envelope().delayMs());
        assertEquals(EnvelopeSettings.DEFAULT.risingMs(), settings.envelope().risingMs());
        assertEquals(LimitSettings.DEFAULT, settings.limits());
    }

    @ParameterizedTest
    @CsvSource({"25.5, 25500", "25, 25000", "25.0, 25000", "0.001, 1", "40, 40000", "2.5e1, 25000", "0x19, 25000"})
    void scalesADecimalExactly(String written, int amplitudeUa) throws SettingsException {
        Settings settings = SettingsReader.parse("stimulation.dorsiflexion.amplitude_ma = " + written, "s.toml");
        assertEquals(amplitudeUa, settings.stimulation().dorsiflexion().amplitudeUa());
    }

    @Test
    void readsWordsTruthsTextsAndHexadecimalNumbers() throws SettingsException {
        Settings settings = SettingsReader.parse("""
                profile = { name = "Jörg \\u00e9 \\"x\\" 😀", leg = "left" }
                [hardware.pi.foot_imu]
                address = 0x6B
                model = "mpu6050"
                [sensors.shank_imu]
                worn = true
                """, "s.toml");
        assertEquals(new ProfileSettings("Jörg é \"x\" 😀", "virtual", ProfileSettings.Leg.LEFT), settings.profile());
        assertEquals(0x6B, settings.hardware().pi().footImu().address());
        assertEquals(PiImuSettings.Model.MPU6050, settings.hardware().pi().footImu().model());
        assertTrue(settings.sensors().shankImu().worn());
    }

    @Test
    void toleratesTheByteOrderMarkAndLineEndsOfWindows() throws SettingsException {
        Settings settings = SettingsReader.parse("\uFEFF[loop]\r\nrate_hz = 400\r\n", "s.toml");
        assertEquals(400, settings.loop().rateHz());
    }

    @Test
    void refusesAnotherUnitAndSaysWhichUnitItIs() {
        assertRefused("""
                config/pi-heel.toml:14: envelope.delay_us is not a setting. \
                Did you mean envelope.delay_ms (milliseconds, 0 to 500)?""",
                "\n".repeat(12) + "[envelope]\ndelay_us = 3");
    }

    @Test
    void refusesANumberOutOfItsRangeAndNamesTheRange() {
        assertRefused(
                """
                        config/pi-heel.toml:9: stimulation.dorsiflexion.amplitude_ma = 140 is out of range: 0 to 100 milliampere.""",
                "\n".repeat(7) + "[stimulation.dorsiflexion]\namplitude_ma = 140");
    }

    @Test
    void refusesANumberWithItsUnitAndShowsANumber() {
        assertRefused(
                """
                        config/pi-heel.toml:9: loop.rate_hz = "200 Hz": expected a number of hertz without its unit, for example 200.""",
                "\n".repeat(7) + "[loop]\nrate_hz = \"200 Hz\"");
    }

    @Test
    void refusesADecimalBetweenTheStepsOfASettingAndNamesTheStep() {
        assertRefused("""
                config/pi-heel.toml:1: stimulation.dorsiflexion.amplitude_ma = 25.0001 is too fine: \
                the smallest step is 0.001 milliampere.""", "stimulation.dorsiflexion.amplitude_ma = 25.0001");
        assertRefused(
                "config/pi-heel.toml:1: envelope.delay_ms = 10.5 is too fine: the smallest step is 1 milliseconds.",
                "envelope.delay_ms = 10.5");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiter = '|', value = {
            "loop.rate_hz = \"200\" | loop.rate_hz = \"200\": expected a number of hertz without quotes, for example 200.",
            "loop.rate_hz = \"fast\" | loop.rate_hz = \"fast\": expected a number of hertz, for example 200.",
            "loop.rate_hz = true | loop.rate_hz = true: expected a number of hertz, for example 200.",
            "loop.rate_hz = [200] | loop.rate_hz = [...]: expected a number of hertz, for example 200.",
            "loop.rate_hz = nan | loop.rate_hz = nan: expected a number of hertz, for example 200.",
            "loop.rate_hz = inf | loop.rate_hz = inf: expected a number of hertz, for example 200.",
            "loop.rate_hz = 1e300 | loop.rate_hz = 1" + ZEROS_300 + " is out of range: 100 to 1000 hertz.",
            "loop.rate_hz = 9223372036854775807 | loop.rate_hz = 9223372036854775807 is out of range: 100 to 1000 hertz.",
            "hardware.pi.i2c_bus = \"one\" | hardware.pi.i2c_bus = \"one\": expected a whole number, for example 1.",
            "hardware.pi.foot_imu.address = \"0x6A\" | hardware.pi.foot_imu.address = \"0x6A\": expected a whole number without quotes, for example 0x6A.",
            "hardware.pi.i2c_bus = \"1 bus\" | hardware.pi.i2c_bus = \"1 bus\": expected a whole number alone, for example 1.",
            "hardware.pi.foot_imu.address = 0x78 | hardware.pi.foot_imu.address = 0x78 is out of range: 0x08 to 0x77.",
            "detector.sensors = \"emg\" | detector.sensors = \"emg\" is not one of \"heel\", \"imu\", \"fused\".",
            "detector.sensors = \"HEEL\" | detector.sensors = \"HEEL\" is not one of \"heel\", \"imu\", \"fused\". Did you mean \"heel\"?",
            "detector.sensors = 1 | detector.sensors = 1: expected \"heel\", \"imu\", \"fused\", in quotes.",
            "sensors.heel_switch = \"true\" | sensors.heel_switch = \"true\": expected true or false, without quotes.",
            "sensors.heel_switch = 1 | sensors.heel_switch = 1: expected true or false.",
            "profile.name = 7 | profile.name = 7: expected text in double quotes, for example \"Virtual wearer\".",
            "profile.name = \" \" | profile.name must be 1 to 80 characters on one line, not blank.",
            "envelope = 3 | envelope is a section, not a setting: write [envelope] and its settings below it.",
            "[[envelope]] | envelope is a section, not a setting: write [envelope] and its settings below it."})
    void saysWhatWasExpectedInsteadOfAWrongValue(String text, String message) {
        assertRefused("config/pi-heel.toml:1: " + message, text);
    }

    private static final String ZEROS_300 = "0000000000000000000000000000000000000000000000000000000000000000000000000000...";

    @Test
    void reportsEveryProblemInTheOrderOfLines() {
        SettingsException refusal = refusalOf("""
                [envelope]
                delay_s = 1
                rising_ms = -1
                [loop]
                rate_hz = 99
                [sensor]
                x = 1
                [profile]
                leg = "both"
                """);
        assertEquals(
                """
                        config/pi-heel.toml:2: envelope.delay_s is not a setting. Did you mean envelope.delay_ms (milliseconds, 0 to 500)?
                        config/pi-heel.toml:3: envelope.rising_ms = -1 is out of range: 0 to 1000 milliseconds.
                        config/pi-heel.toml:5: loop.rate_hz = 99 is out of range: 100 to 1000 hertz.
                        config/pi-heel.toml:6: sensor is not a section. Did you mean [sensors]?
                        config/pi-heel.toml:9: profile.leg = "both" is not one of "left", "right".""",
                refusal.getMessage());
        assertEquals(5, refusal.problems().size());
        assertEquals(
                new SettingsProblem("config/pi-heel.toml", 5, "loop.rate_hz = 99 is out of range: 100 to 1000 hertz."),
                refusal.problems().get(2));
    }

    @Test
    void aConflictBetweenSettingsNamesItsLine() {
        assertRefused("""
                config/pi-heel.toml:4: stimulation.dorsiflexion.amplitude_ma = 39.5 is above the clinician's cap, \
                limits.clinician_amplitude_ma = 35.""", """
                [limits]
                clinician_amplitude_ma = 35
                [stimulation.dorsiflexion]
                amplitude_ma = 39.5
                """);
    }

    @Test
    void aConflictWithADefaultNamesTheLineOfWhatWasGiven() {
        assertRefused(
                """
                        config/pi-heel.toml:2: detector.sensors = "fused" needs a heel switch and an IMU, but no heel switch is worn. \
                        Choose "imu", or say in [sensors] what is worn.""",
                "[sensors]\nheel_switch = false");
    }

    @Test
    void aRefusedValueIsNotBlamedForConflictsOfTheDefaultInItsPlace() {
        assertRefused(
                "config/pi-heel.toml:1: limits.clinician_amplitude_ma = 200 is out of range: 0 to 100 milliampere.",
                "limits.clinician_amplitude_ma = 200\nstimulation.dorsiflexion.amplitude_ma = 41\nstimulation.dorsiflexion.pulse_width_us = 200\n");
    }

    @Test
    void reportsConflictsBesideOtherProblems() {
        SettingsException refusal = refusalOf("sensors.heel_switch = false\nenvelop.delay_ms = 3\n");
        assertEquals(2, refusal.problems().size(), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\" = 1", "\"a.b\" = 1", "\"a\\nb\" = 1", "[\"\"]\nx = 1", "[envelope.delay_ms]\nx = 1",
            "loop.rate_hz.x = 1"})
    void refusesStrangeKeysOnOneLine(String text) {
        SettingsException refusal = refusalOf(text);
        assertEquals(1, refusal.getMessage().lines().count(), refusal.getMessage());
        assertTrue(refusal.getMessage().startsWith("config/pi-heel.toml:1: "), refusal.getMessage());
    }

    private static void assertRefused(String message, String text) {
        assertEquals(message, refusalOf(text).getMessage());
    }

    private static SettingsException refusalOf(String text) {
        return assertThrows(SettingsException.class, () -> SettingsReader.parse(text, "config/pi-heel.toml"));
    }
}
