package org.footlift.config;

import java.util.List;

/**
 * Settings that are each allowed but cannot hold together.
 *
 * @param rule what must hold
 * @param keys the settings involved, as dotted keys, the one most likely meant to change first
 * @param reason what is wrong and what to do, for a person
 */
public record Conflict(Rule rule, List<String> keys, String reason) {
    /** Copies its keys. */
    public Conflict {
        keys = List.copyOf(keys);
    }

    static Conflict of(Rule rule, String reason, String... keys) {
        return new Conflict(rule, List.of(keys), reason);
    }

    /** What several settings must agree on. */
    public enum Rule {
        /** The sensors that decide are worn. */
        SENSORS_WORN("The sensors that `detector.sensors` names are worn."),
        /** A pin has one use. */
        PI_PINS("A GPIO of the Raspberry Pi has one use."),
        /** A chip has an address of its own. */
        PI_CHIPS("Each chip that is used on the I2C bus has an address of its own."),
        /** A device has a port of its own. */
        PI_PORTS("The stimulator and each `witmotion` IMU on a Raspberry Pi have a serial port of their own."),
        /** The converter has the input. */
        PI_ADC("An `fsr_ads1115` is at an input that the converter has."),
        /** The stimulator can give the waveform. */
        STIMULATOR_WAVEFORM(
                "With `hardware.stimulator.protocol` sciencemode2 or openemsstim every enabled channel is `symmetric`: these devices make the recovery phase themselves."),
        /** The foot is lifted. */
        DORSIFLEXION("The dorsiflexion channel is enabled."),
        /** The clinician's amplitude cap. */
        AMPLITUDE(
                "An enabled channel's amplitude is within `limits.clinician_amplitude_ma`. Above the wearer's own cap it is reduced, not refused."),
        /** The clinician's pulse width cap. */
        PULSE_WIDTH("An enabled channel's pulse width is within `limits.pulse_width_us`."),
        /** The clinician's charge cap. */
        CHARGE("An enabled channel's amplitude times its pulse width is within `limits.charge_uc`."),
        /** The compiled ceiling of the current density. */
        DENSITY("The r.m.s. current over half an enabled channel's pad is within the compiled current density."),
        /** The pulse period in whole ticks. */
        SPACING("An enabled channel's pulse period, in whole ticks, is not shorter than `limits.spacing_ms`."),
        /** The longest burst within its cap. */
        BURST("`envelope.max_duration_ms` is within `limits.burst_ms`."),
        /** The shortest burst is not longer than the longest. */
        BURST_ORDER("`envelope.min_duration_ms` is not longer than `envelope.max_duration_ms`."),
        /** A burst that has time to rise and fall. */
        BURST_SHAPE("`envelope.rising_ms` and `envelope.falling_ms` fit into `envelope.max_duration_ms`."),
        /** A start relative to toe off, which only an IMU sees, or to heel off. */
        LEAD("With `envelope.lead_ms` an IMU is among the sensors that decide, because a heel switch does not see toe off, and `envelope.delay_ms` is 0."),
        /** Nothing reaches back to before heel off without a lead. */
        BEFORE_HEEL_OFF("`envelope.before_heel_off` has an `envelope.lead_ms`."),
        /** The test burst within the burst cap. */
        TEST_BURST("`modes.test_burst_ms` is within `limits.burst_ms`."),
        /** A duty cap that leaves every stride a burst. */
        WALKING_DUTY(
                "`limits.duty_pct`, less 2, leaves a stride of 1.2 s a burst of `envelope.min_duration_ms`, and of 150 ms at least."),
        /** The exercise on-time within its cap. */
        EXERCISE_ON("`modes.exercise_on_ms` is within `limits.exercise_on_ms`."),
        /** Two ramps within the exercise on-time. */
        EXERCISE_RAMPS("Two of `modes.exercise_ramp_ms` fit into `modes.exercise_on_ms`."),
        /** The compiled ceiling of the exercise duty. */
        EXERCISE_DUTY("The share of stimulation in an exercise cycle is within the compiled exercise duty.");

        private final String statement;

        Rule(String statement) {
            this.statement = statement;
        }

        /** What must hold, for a person, in Markdown. */
        public String statement() {
            return statement;
        }
    }
}
