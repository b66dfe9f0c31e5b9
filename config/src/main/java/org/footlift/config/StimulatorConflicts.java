package org.footlift.config;

import java.util.ArrayList;
import java.util.List;
import org.footlift.config.Conflict.Rule;

/** What pulses are against what the stimulator can give. */
final class StimulatorConflicts {
    private static final String[] CHANNELS = {"dorsiflexion", "eversion"};

    private StimulatorConflicts() {}

    static List<Conflict> find(StimulatorSettings stimulator, StimulationSettings stimulation) {
        List<Conflict> found = new ArrayList<>();
        for (int i = 0; i < CHANNELS.length; i++) {
            ChannelSettings channel = stimulation.channel(i);
            if (stimulator.symmetricOnly() && channel.enabled()
                    && channel.waveform() != ChannelSettings.Waveform.SYMMETRIC) {
                String key = "stimulation." + CHANNELS[i] + ".waveform";
                found.add(Conflict.of(Rule.STIMULATOR_WAVEFORM, key
                        + " = \"asymmetric\", but this stimulator makes the recovery phase itself, as strong as the first. Choose \"symmetric\".",
                        key, "hardware.stimulator.protocol", "stimulation." + CHANNELS[i] + ".enabled"));
            }
        }
        return found;
    }
}
