package org.footlift.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;

import org.footlift.config.ImuSettings;
import org.footlift.config.Settings;
import org.footlift.config.SimSettings;
import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSite;

/** Opens the devices that a profile names. */
final class BackEnds {
    private BackEnds() {}

    /**
     * Opens them, output off.
     *
     * @throws Refusal when this build has no such back-end, or a device is missing
     */
    static Hardware open(Settings settings) {
        String wanted = settings.hardware().backend().name().toLowerCase(Locale.ROOT);
        TreeSet<String> there = new TreeSet<>();
        for (BackEnd backEnd : ServiceLoader.load(BackEnd.class)) {
            there.add(backEnd.name());
            if (backEnd.name().equals(wanted)) {
                try {
                    return backEnd.open(request(settings));
                } catch (HardwareUnavailable e) {
                    throw new Refusal(Reason.of(e));
                }
            }
        }
        throw new Refusal("profile \"" + settings.profile().name() + "\" is for hardware.backend = \"" + wanted
                + "\", which this build does not have (it has: " + String.join(", ", there)
                + "). Use a profile for one of those; the devices of a Raspberry Pi come with a later version.");
    }

    private static HardwareRequest request(Settings settings) {
        List<HardwareRequest.Imu> imus = new ArrayList<>();
        Map<String, String> options = new HashMap<>();
        add(ImuSite.FOOT, settings.sensors().footImu(), imus, options);
        add(ImuSite.SHANK, settings.sensors().shankImu(), imus, options);
        SimSettings sim = settings.hardware().sim();
        options.put("wearer", sim.wearer().name().toLowerCase(Locale.ROOT));
        options.put("seed", Integer.toString(sim.seed()));
        options.put("standMs", Integer.toString(sim.standMs()));
        int channels = settings.stimulation().eversion().enabled() ? 2 : 1;
        return new HardwareRequest(imus, settings.sensors().heelSwitch(), channels, options);
    }

    private static void add(ImuSite site, ImuSettings worn, List<HardwareRequest.Imu> imus,
            Map<String, String> options) {
        if (!worn.worn()) {
            return;
        }
        String prefix = site.name().toLowerCase(Locale.ROOT);
        imus.add(new HardwareRequest.Imu(site, worn.rateHz()));
        options.put(prefix + ".axis", worn.mediolateralAxis().name().toLowerCase(Locale.ROOT));
        options.put(prefix + ".sign", worn.swingSign().name().toLowerCase(Locale.ROOT));
    }
}
