package org.footlift.cli;

import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TreeSet;

import org.footlift.config.HardwareSettings.BackEndName;
import org.footlift.config.Settings;
import org.footlift.hal.BackEnd;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Scheduling;
import org.footlift.sim.SimOptions;

/** Opens the devices that a profile names. */
final class BackEnds {
    private BackEnds() {}

    private static String wanted(Settings settings) {
        return settings.hardware().backend().name().toLowerCase(Locale.ROOT);
    }

    /**
     * Opens them, output off.
     *
     * @param scheduling what their threads enter
     * @throws Refusal when this build has no such back-end, or a device is missing
     */
    static Hardware open(Settings settings, Scheduling scheduling) {
        String wanted = wanted(settings);
        TreeSet<String> there = new TreeSet<>();
        for (BackEnd backEnd : ServiceLoader.load(BackEnd.class)) {
            there.add(backEnd.name());
            if (backEnd.name().equals(wanted)) {
                try {
                    return backEnd.open(request(settings), scheduling);
                } catch (HardwareUnavailable e) {
                    throw new Refusal(Reason.of(e));
                }
            }
        }
        throw new Refusal("profile \"" + settings.profile().name() + "\" is for hardware.backend = \"" + wanted
                + "\", which this build does not have (it has: " + String.join(", ", there)
                + "). Use a profile for one of those.");
    }

    /** What the controller of these settings asks of its back-end. */
    static HardwareRequest request(Settings settings) {
        HardwareRequest request = SimOptions.request(settings);
        return settings.hardware().backend() == BackEndName.PI
                ? request.with(PiWiring.of(settings.hardware().pi()))
                : request;
    }
}
