package org.footlift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeSet;

import org.footlift.config.ImuSettings;
import org.footlift.config.Settings;
import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSite;
import org.footlift.sim.SimOptions;

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
        add(ImuSite.FOOT, settings.sensors().footImu(), imus);
        add(ImuSite.SHANK, settings.sensors().shankImu(), imus);
        int channels = settings.stimulation().eversion().enabled() ? 2 : 1;
        return new HardwareRequest(imus, settings.sensors().heelSwitch(), channels, SimOptions.from(settings));
    }

    private static void add(ImuSite site, ImuSettings worn, List<HardwareRequest.Imu> imus) {
        if (worn.worn()) {
            imus.add(new HardwareRequest.Imu(site, worn.rateHz()));
        }
    }
}
