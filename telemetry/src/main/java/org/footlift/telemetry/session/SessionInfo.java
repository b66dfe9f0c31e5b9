package org.footlift.telemetry.session;

import java.time.Instant;
import java.util.List;
import org.footlift.telemetry.channel.SettingsInForce;

/**
 * What a session says of itself before its first tick.
 *
 * @param build version of the program whose controller was recorded; a replay is exact with the same build only
 * @param startedAt wall time of the start, a label
 * @param tickRateHz ticks per second
 * @param channels names of the stimulation channels, in their order ({@code dorsiflexion})
 * @param settings the settings in force at the first tick
 */
public record SessionInfo(String build, Instant startedAt, int tickRateHz, List<String> channels,
        SettingsInForce settings) {
    /** Copies its list. */
    public SessionInfo {
        channels = List.copyOf(channels);
    }
}
