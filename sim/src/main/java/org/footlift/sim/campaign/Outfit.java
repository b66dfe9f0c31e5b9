package org.footlift.sim.campaign;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsReader;

/**
 * What the wearers of a campaign wear: profiles that between them reach every limit, every choice of sensors, one and two channels, and slow and
 * fast loops. Written as files are, so that what cannot be stored cannot be in a campaign.
 */
enum Outfit {
    /** The shipped defaults. */
    FUSED(4, ""),
    /** The heel switch alone. */
    HEEL(4, """
            [loop]
            rate_hz = 100
            [detector]
            sensors = "heel"
            [sensors.foot_imu]
            worn = false
            [modes]
            auto_pause_s = 60
            """),
    /** The foot IMU alone. */
    FOOT(3, """
            [loop]
            rate_hz = 100
            [detector]
            sensors = "imu"
            [sensors]
            heel_switch = false
            """),
    /** The shank IMU alone. */
    SHANK(1, """
            [detector]
            sensors = "imu"
            [sensors]
            heel_switch = false
            [sensors.foot_imu]
            worn = false
            [sensors.shank_imu]
            worn = true
            """),
    /** Two channels of different rates and shapes, and a wearer's cap below the setting. */
    TWO_CHANNELS(2, """
            [stimulation.dorsiflexion]
            amplitude_ma = 39.997
            [stimulation.eversion]
            enabled = true
            amplitude_ma = 33.333
            pulse_width_us = 250
            frequency_hz = 25
            waveform = "asymmetric"
            [limits]
            wearer_amplitude_ma = 31.111
            [modes]
            start_level_pct = 80
            level_step_pct = 10
            """),
    /** Everything at its ceiling that may be. */
    STRONGEST(2, """
            [stimulation.dorsiflexion]
            amplitude_ma = 80
            pulse_width_us = 500
            frequency_hz = 50
            waveform = "asymmetric"
            electrode_area_cm2 = 100
            [limits]
            clinician_amplitude_ma = 100
            wearer_amplitude_ma = 100
            pulse_width_us = 500
            charge_uc = 40
            spacing_ms = 5
            burst_ms = 2500
            exercise_on_ms = 15000
            [envelope]
            rising_ms = 0
            falling_ms = 300
            max_duration_ms = 2500
            extension_ms = 500
            timing = "fixed"
            [modes]
            exercise_on_ms = 15000
            exercise_off_ms = 10000
            test_burst_ms = 2500
            """),
    /** As many pulses as may be, at the density limit, in a slow loop. */
    DENSE(2, """
            [loop]
            rate_hz = 100
            [stimulation.dorsiflexion]
            amplitude_ma = 33.3
            pulse_width_us = 300
            frequency_hz = 70
            electrode_area_cm2 = 6.83
            [limits]
            spacing_ms = 5
            """),
    /** A duty limit that binds in every stride, and a burst cap just above the longest burst. */
    SPARING(2, """
            [limits]
            duty_pct = 35
            burst_ms = 900
            [envelope]
            max_duration_ms = 900
            falling_ms = 200
            rising_ms = 300
            refractory_ms = 300
            [modes]
            auto_pause_s = 60
            test_burst_ms = 900
            """),
    /** Begins exercise with Start. */
    EXERCISE(1, """
            [detector]
            sensors = "heel"
            [sensors.foot_imu]
            worn = false
            [modes]
            start = "exercise"
            exercise_on_ms = 3000
            exercise_off_ms = 2000
            exercise_ramp_ms = 200
            """),
    /** A fast loop. */
    FAST(2, """
            [loop]
            rate_hz = 500
            [stimulation.dorsiflexion]
            amplitude_ma = 40
            pulse_width_us = 200
            frequency_hz = 30
            [limits]
            charge_uc = 8.5
            """);

    private static final List<Outfit> DRAWN = Arrays.stream(values())
            .flatMap(outfit -> Collections.nCopies(outfit.weight, outfit).stream()).toList();

    private static final Map<Outfit, Settings> SETTINGS = new EnumMap<>(Outfit.class);

    static {
        for (Outfit outfit : values()) {
            SETTINGS.put(outfit, outfit.read());
        }
    }

    private final int weight;
    private final String toml;

    Outfit(int weight, String toml) {
        this.weight = weight;
        this.toml = toml;
    }

    private Settings read() {
        try {
            return SettingsReader.parse(toml, "the campaign's profile " + name());
        } catch (SettingsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    Settings settings() {
        return Objects.requireNonNull(SETTINGS.get(this));
    }

    /** Each as often as its weight says. */
    static List<Outfit> drawn() {
        return DRAWN;
    }
}
