package org.footlift.hal;

import java.util.List;
import java.util.Map;

/**
 * What the controller asks of a back-end.
 *
 * @param imus the inertial sensors to read, at most one per site
 * @param heelSwitch whether a heel switch is to be read
 * @param channels stimulation channels in use, 1 to {@link Stimulator#MAX_CHANNELS}
 * @param options the back-end's own settings by name (pins, ports, the virtual wearer's character); the back-end checks them
 */
public record HardwareRequest(List<Imu> imus, boolean heelSwitch, int channels, Map<String, String> options) {
    /**
     * One inertial sensor.
     *
     * @param site where it is worn
     * @param rateHz samples per second asked for
     */
    public record Imu(ImuSite site, double rateHz) {}

    /** Copies its collections. */
    public HardwareRequest {
        imus = List.copyOf(imus);
        options = Map.copyOf(options);
    }
}
