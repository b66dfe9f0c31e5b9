package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.footlift.config.Conflict.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings that are each allowed, but not together. Semicolons stand for line ends. */
class SettingsConflictsTest {
    private static final String DF = "stimulation.dorsiflexion.";
    private static final String EV = "stimulation.eversion.";
    private static final String PAIR = "hardware.backend=\"pi\";hardware.pi.heel.kind=\"switch_pair\";";
    private static final String FSR_I2C = "hardware.backend=\"pi\";hardware.pi.heel.kind=\"fsr_ads1115\";";
    private static final String FSR_SPI = "hardware.backend=\"pi\";hardware.pi.heel.kind=\"fsr_mcp3008\";";
    private static final String WIDE_CAPS = "limits.clinician_amplitude_ma=100;limits.charge_uc=40;limits.pulse_width_us=500;";

    static Stream<Arguments> broken() {
        return Stream.of(
                broken(Rule.SENSORS_WORN, "detector.sensors=\"heel\";sensors.heel_switch=false",
                        "t:1: detector.sensors = \"heel\", but no heel switch is worn. Set sensors.heel_switch = true, or choose \"imu\"."),
                broken(Rule.SENSORS_WORN, "detector.sensors=\"imu\";sensors.foot_imu.worn=false",
                        "t:1: detector.sensors = \"imu\", but no IMU is worn. Set sensors.foot_imu.worn = true or sensors.shank_imu.worn = true, or choose \"heel\"."),
                broken(Rule.SENSORS_WORN, "sensors.foot_imu.worn=false",
                        "t:1: detector.sensors = \"fused\" needs a heel switch and an IMU, but no IMU is worn. Choose \"heel\", or say in [sensors] what is worn."),
                broken(Rule.SENSORS_WORN, "sensors.foot_imu.worn=false;sensors.heel_switch=false",
                        "t:2: detector.sensors = \"fused\" needs a heel switch and an IMU, but neither is worn. Put on one of them, or say in [sensors] what is worn."),
                broken(Rule.PI_PINS, "hardware.backend=\"pi\";hardware.pi.heel.gpio=27",
                        "t:2: hardware.pi.heartbeat_gpio and hardware.pi.heel.gpio are both 27. Wire them to different pins."),
                broken(Rule.PI_PINS, PAIR + "hardware.pi.heel.second_gpio=17",
                        "t:3: hardware.pi.heel.gpio and hardware.pi.heel.second_gpio are both 17. Wire them to different pins."),
                broken(Rule.PI_PINS,
                        "hardware.backend=\"pi\";hardware.pi.panel.pause_gpio=20;hardware.pi.panel.buzzer_gpio=20",
                        "t:3: hardware.pi.panel.pause_gpio and hardware.pi.panel.buzzer_gpio are both 20. Wire them to different pins."),
                broken(Rule.PI_PINS, "hardware.backend=\"pi\";hardware.pi.heartbeat_gpio=3",
                        "t:2: hardware.pi.heartbeat_gpio = 3, but GPIO 2 and 3 are the I2C bus 1. Wire it to another pin."),
                broken(Rule.PI_PINS, "hardware.backend=\"pi\";hardware.pi.heel.gpio=2",
                        "t:2: hardware.pi.heel.gpio = 2, but GPIO 2 and 3 are the I2C bus 1. Wire it to another pin."),
                broken(Rule.PI_PINS, FSR_SPI + "hardware.pi.panel.test_gpio=8",
                        "t:3: hardware.pi.panel.test_gpio = 8, but GPIO 7 to 11 are the SPI bus 0 of the heel sensor. Wire it to another pin."),
                broken(Rule.PI_CHIPS,
                        "hardware.backend=\"pi\";sensors.shank_imu.worn=true;hardware.pi.shank_imu.address=0x6A",
                        "t:3: hardware.pi.foot_imu.address and hardware.pi.shank_imu.address are both 0x6A. Give each chip on the bus an address of its own."),
                broken(Rule.PI_CHIPS, FSR_I2C + "hardware.pi.foot_imu.address=0x48",
                        "t:3: hardware.pi.foot_imu.address and hardware.pi.heel.adc_address are both 0x48. Give each chip on the bus an address of its own."),
                broken(Rule.PI_PORTS,
                        "hardware.backend=\"pi\";hardware.stimulator.protocol=\"sciencemode4\";hardware.pi.foot_imu.model=\"witmotion\";hardware.pi.foot_imu.port=\"/dev/ttyACM0\"",
                        "t:4: hardware.stimulator.port and hardware.pi.foot_imu.port are both /dev/ttyACM0. Give each device a port of its own."),
                broken(Rule.PI_ADC, FSR_I2C + "hardware.pi.heel.adc_channel=4",
                        "t:3: hardware.pi.heel.adc_channel = 4, but an ADS1115 has the inputs 0 to 3."),
                broken(Rule.STIMULATOR_WAVEFORM,
                        "hardware.stimulator.protocol=\"sciencemode2\";" + DF + "waveform=\"asymmetric\"",
                        "t:2: stimulation.dorsiflexion.waveform = \"asymmetric\", but this stimulator makes the recovery phase itself, as strong as the first. Choose \"symmetric\"."),
                broken(Rule.DORSIFLEXION, DF + "enabled=false",
                        "t:1: stimulation.dorsiflexion.enabled = false, but nothing else lifts the foot. To detect without stimulating, set modes.start = \"evaluation\"."),
                broken(Rule.AMPLITUDE, DF + "amplitude_ma=40.001;" + DF + "pulse_width_us=200",
                        "t:1: stimulation.dorsiflexion.amplitude_ma = 40.001 is above the clinician's cap, limits.clinician_amplitude_ma = 40."),
                broken(Rule.AMPLITUDE, EV + "enabled=true;limits.clinician_amplitude_ma=14.5;" + DF + "amplitude_ma=10",
                        "t:2: stimulation.eversion.amplitude_ma = 15 is above the clinician's cap, limits.clinician_amplitude_ma = 14.5."),
                broken(Rule.PULSE_WIDTH, DF + "pulse_width_us=301",
                        "t:1: stimulation.dorsiflexion.pulse_width_us = 301 is above limits.pulse_width_us = 300."),
                broken(Rule.CHARGE, DF + "amplitude_ma=40;" + DF + "pulse_width_us=300;limits.charge_uc=11.999",
                        "t:1: stimulation.dorsiflexion.amplitude_ma times stimulation.dorsiflexion.pulse_width_us is 12 microcoulomb, above limits.charge_uc = 11.999."),
                broken(Rule.CHARGE, DF + "amplitude_ma=0.001;" + DF + "pulse_width_us=10;limits.charge_uc=0",
                        "t:1: stimulation.dorsiflexion.amplitude_ma times stimulation.dorsiflexion.pulse_width_us is 0.00001 microcoulomb, above limits.charge_uc = 0."),
                broken(Rule.DENSITY, DF + "electrode_area_cm2=4;" + DF + "amplitude_ma=30",
                        "t:1: stimulation.dorsiflexion.electrode_area_cm2 = 4 is too small for this pulse: over half the pad the r.m.s. current density would be above 2 mA/cm². Use larger pads, or less amplitude, pulse width or frequency."),
                broken(Rule.SPACING, DF + "frequency_hz=50",
                        "t:1: stimulation.dorsiflexion.frequency_hz = 50 is one pulse every 4 ticks at loop.rate_hz = 200, closer together than limits.spacing_ms = 25."),
                broken(Rule.BURST, "envelope.max_duration_ms=2001",
                        "t:1: envelope.max_duration_ms = 2001 is above limits.burst_ms = 2000."),
                broken(Rule.BURST_ORDER, "envelope.min_duration_ms=500;envelope.max_duration_ms=400",
                        "t:1: envelope.min_duration_ms = 500 is above envelope.max_duration_ms = 400."),
                broken(Rule.BURST_SHAPE, "envelope.rising_ms=950;envelope.max_duration_ms=1000",
                        "t:1: envelope.rising_ms and envelope.falling_ms together are 1050 ms, longer than the longest burst, envelope.max_duration_ms = 1000."),
                broken(Rule.LEAD, "envelope.lead_ms=100;detector.sensors=\"heel\"",
                        "t:1: envelope.lead_ms = 100 counts back from toe off, which a heel switch alone does not see. Set envelope.lead_ms = 0, or detector.sensors = \"imu\" or \"fused\"."),
                broken(Rule.LEAD, "envelope.lead_ms=100;envelope.delay_ms=20",
                        "t:2: envelope.delay_ms = 20 counts from heel off, but envelope.lead_ms = 100 counts back from toe off. Set one of them to 0."),
                broken(Rule.BEFORE_HEEL_OFF, "envelope.before_heel_off=true",
                        "t:1: envelope.before_heel_off = true, but envelope.lead_ms = 0: there is no lead that could reach back so far. Set envelope.lead_ms."),
                broken(Rule.TEST_BURST, "modes.test_burst_ms=2500",
                        "t:1: modes.test_burst_ms = 2500 is above limits.burst_ms = 2000."),
                broken(Rule.WALKING_DUTY, "limits.duty_pct=18",
                        "t:1: limits.duty_pct = 18 leaves a burst 192 ms of a stride of 1200 ms. It needs 200 (envelope.min_duration_ms, and 150 at least). Set 19 or more."),
                broken(Rule.WALKING_DUTY, "limits.duty_pct=1;envelope.min_duration_ms=0",
                        "t:1: limits.duty_pct = 1 leaves a burst 0 ms of a stride of 1200 ms. It needs 150 (envelope.min_duration_ms, and 150 at least). Set 15 or more."),
                broken(Rule.EXERCISE_ON, "modes.exercise_on_ms=8001",
                        "t:1: modes.exercise_on_ms = 8001 is above limits.exercise_on_ms = 8000."),
                broken(Rule.EXERCISE_RAMPS, "modes.exercise_ramp_ms=3001",
                        "t:1: modes.exercise_ramp_ms = 3001 up and down again is longer than modes.exercise_on_ms = 6000."),
                broken(Rule.EXERCISE_DUTY, "modes.exercise_off_ms=3999",
                        "t:1: modes.exercise_off_ms = 3999 is too short a rest after modes.exercise_on_ms = 6000: more than 60 % of the time would be stimulated. Rest for 4000 or more."));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void refusesSettingsThatContradictEachOther(Rule rule, String lines, String message) {
        SettingsException refusal = assertThrows(SettingsException.class, () -> parse(lines), rule.name());
        assertTrue(refusal.getMessage().lines().anyMatch(message::equals), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {
            WIDE_CAPS + DF + "amplitude_ma=100;" + DF + "pulse_width_us=400;" + DF + "electrode_area_cm2=60",
            DF + "amplitude_ma=40;limits.wearer_amplitude_ma=10", "limits.wearer_amplitude_ma=80",
            DF + "frequency_hz=40",
            "loop.rate_hz=190;" + DF + "frequency_hz=40", "loop.rate_hz=600;" + DF + "frequency_hz=40",
            EV + "amplitude_ma=90",
            DF + "electrode_area_cm2=4;" + DF + "waveform=\"asymmetric\"", "envelope.max_duration_ms=2000",
            "limits.duty_pct=19", "limits.duty_pct=15;envelope.min_duration_ms=0",
            "modes.exercise_off_ms=4000", "modes.exercise_ramp_ms=3000",
            "detector.sensors=\"imu\";sensors.heel_switch=false",
            "envelope.lead_ms=300;envelope.before_heel_off=true", "envelope.lead_ms=100;detector.sensors=\"imu\"",
            "hardware.pi.heel.gpio=27", "hardware.backend=\"pi\";sensors.shank_imu.worn=true",
            "hardware.backend=\"pi\";hardware.pi.heel.gpio=2;hardware.pi.i2c_bus=0",
            "hardware.backend=\"pi\";hardware.pi.heel.second_gpio=17", FSR_I2C + "hardware.pi.heel.gpio=27",
            "hardware.backend=\"pi\";hardware.pi.panel.test_gpio=8", FSR_SPI + "hardware.pi.heel.adc_channel=7",
            "hardware.backend=\"pi\";hardware.pi.panel.start_gpio=-1;hardware.pi.panel.pause_gpio=-1",
            "hardware.backend=\"pi\";hardware.pi.foot_imu.model=\"witmotion\";sensors.shank_imu.worn=true;hardware.pi.shank_imu.address=0x6A"})
    void allowsWhatIsJustWithinOrNotInUse(String lines) {
        assertDoesNotThrow(() -> parse(lines));
    }

    /** 4 cm² of pad, 2 cm² trusted: 4 mA r.m.s. I sqrt(2 PW f) with 300 µs and 40 Hz allows 25.819 mA; asymmetric, 32.659 mA. */
    @ParameterizedTest
    @ValueSource(strings = {"symmetric 25.819 25.82", "asymmetric 32.659 32.66"})
    void drawsTheLineOfTheDensityWhereTheFormulaDoes(String numbers) {
        String[] parts = numbers.split(" ", -1);
        String pad = DF + "electrode_area_cm2=4;" + DF + "waveform=\"" + parts[0] + "\";" + DF + "amplitude_ma=";
        assertDoesNotThrow(() -> parse(pad + parts[1]));
        assertTrue(assertThrows(SettingsException.class, () -> parse(pad + parts[2])).getMessage().contains("r.m.s."));
    }

    @Test
    void everyRuleHasAnExampleHere() {
        Set<Rule> shown = broken().map(arguments -> (Rule) arguments.get()[0]).collect(Collectors.toSet());
        assertEquals(EnumSet.allOf(Rule.class), shown);
    }

    @Test
    void aConflictNamesItsRuleAndTheSettingsInvolved() {
        ConflictingSettings refusal = assertThrows(ConflictingSettings.class,
                () -> Settings.DEFAULT.with(new SensorSettings(false, ImuSettings.DEFAULT, ImuSettings.DEFAULT)));
        Conflict conflict = refusal.conflicts().getFirst();
        assertEquals(Rule.SENSORS_WORN, conflict.rule());
        assertEquals("detector.sensors", conflict.keys().getFirst());
        assertEquals(conflict.reason(), refusal.getMessage());
    }

    /** A key that does not exist would hide the line of a conflict. */
    @ParameterizedTest
    @MethodSource("broken")
    void everyConflictIsReportedAtALine(Rule rule, String lines, String message) {
        SettingsException refusal = assertThrows(SettingsException.class, () -> parse(lines));
        assertTrue(refusal.problems().stream().allMatch(problem -> problem.line() > 0), rule + ": " + message);
    }

    private static Arguments broken(Rule rule, String lines, String message) {
        return Arguments.of(rule, lines, message);
    }

    private static Settings parse(String lines) throws SettingsException {
        return SettingsReader.parse(lines.replace(';', '\n'), "t");
    }
}
