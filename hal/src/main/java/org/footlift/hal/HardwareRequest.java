package org.footlift.hal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the controller asks of a back-end.
 *
 * @param imus the inertial sensors to read, at most one per site
 * @param heelSwitch whether a heel switch is to be read
 * @param channels stimulation channels in use, 1 to {@link Stimulator#MAX_CHANNELS}
 * @param output the real stimulator to drive; empty for the back-end's own
 * @param wiring what is wired to which pins and buses; empty for a back-end without any
 * @param options the back-end's own settings by name (the virtual wearer's character); the back-end checks them
 */
public record HardwareRequest(List<Imu> imus, boolean heelSwitch, int channels, Optional<Output> output,
        Optional<Wiring> wiring, Map<String, String> options) {
    /**
     * One inertial sensor.
     *
     * @param site where it is worn
     * @param rateHz samples per second asked for
     */
    public record Imu(ImuSite site, double rateHz) {}

    /**
     * A stimulator on a serial port.
     *
     * @param protocol what it understands: {@code sciencemode4}, {@code sciencemode3}, {@code sciencemode2}, {@code openemsstim}
     * @param port its serial port
     * @param midLevel whether a ScienceMode3 or 4 device is to repeat pulses by itself
     * @param periodsNs usual spacing of pulses of each channel in use, nanoseconds
     * @param fullScaleUa what a TENS unit behind an openEMSstim gives at 100 %, microampere
     */
    public record Output(String protocol, String port, boolean midLevel, List<Long> periodsNs, int fullScaleUa) {
        /** Copies its collections. */
        public Output {
            periodsNs = List.copyOf(periodsNs);
        }
    }

    /** A request for the back-end's own stimulator. */
    public HardwareRequest(List<Imu> imus, boolean heelSwitch, int channels, Map<String, String> options) {
        this(imus, heelSwitch, channels, Optional.empty(), Optional.empty(), options);
    }

    /** The same to a back-end with pins and buses. */
    public HardwareRequest with(Wiring pins) {
        return new HardwareRequest(imus, heelSwitch, channels, output, Optional.of(pins), options);
    }

    /** Copies its collections. */
    public HardwareRequest {
        imus = List.copyOf(imus);
        options = Map.copyOf(options);
    }
}
