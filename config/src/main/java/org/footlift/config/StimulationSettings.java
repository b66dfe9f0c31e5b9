package org.footlift.config;

import java.util.Objects;

/**
 * What a pulse is, per channel.
 *
 * @param dorsiflexion the channel that lifts the foot
 * @param eversion the channel that steers it outward
 */
public record StimulationSettings(
        @Setting("The channel that lifts the foot (deep peroneal).") ChannelSettings dorsiflexion,
        @Setting("The channel that turns the foot outward (superficial peroneal).") ChannelSettings eversion)
        implements
            Settings.Part {

    /** One channel in use. */
    public static final StimulationSettings DEFAULT = new StimulationSettings(ChannelSettings.DEFAULT,
            new ChannelSettings(false, 15_000, 250, 40, ChannelSettings.Waveform.SYMMETRIC, 2_500));

    /** Checks itself. */
    public StimulationSettings {
        Ranges.check(StimulationSettings.class, dorsiflexion, eversion);
    }

    /**
     * The settings of channel {@code index}: 0 dorsiflexion, 1 eversion.
     *
     * @throws IndexOutOfBoundsException when there is no such channel
     */
    public ChannelSettings channel(int index) {
        return Objects.checkIndex(index, 2) == 0 ? dorsiflexion : eversion;
    }

    /**
     * How long no pulse may leave before a burst counts as over, nanoseconds: two periods of the slowest enabled channel, and
     * {@link HardLimits#REFRACTORY_MS} at least.
     */
    public long burstGapNs() {
        return Math.max(HardLimits.REFRACTORY_MS * 1_000_000L,
                Math.max(twoPeriodsNs(dorsiflexion), twoPeriodsNs(eversion)));
    }

    private static long twoPeriodsNs(ChannelSettings channel) {
        return channel.enabled() ? 2_000_000_000L / channel.frequencyHz() : 0;
    }
}
