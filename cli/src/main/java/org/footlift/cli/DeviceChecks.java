package org.footlift.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.footlift.config.HardwareSettings.BackEndName;
import org.footlift.config.Settings;

/** What {@code doctor} looks at of the wiring: the kernel's device files. A device that the profile does not use may be absent. Reads only. */
final class DeviceChecks {
    /** The latency of an FTDI adapter that holds nothing up, milliseconds; a real one has 1 at least. */
    private static final Set<String> SHORT_LATENCY_MS = Set.of("0", "1");

    private final SystemFiles files;
    private final Settings settings;

    DeviceChecks(SystemFiles files, Settings settings) {
        this.files = files;
        this.settings = settings;
    }

    List<Finding> all() {
        List<Finding> findings = new ArrayList<>(List.of(gpio(), i2c()));
        findings.addAll(serial());
        return findings;
    }

    private boolean onPi() {
        return settings.hardware().backend() == BackEndName.PI;
    }

    private Finding gpio() {
        List<String> chips = files.list("/dev", "gpiochip*");
        if (!onPi()) {
            return present("gpio", chips);
        }
        if (chips.isEmpty()) {
            return Finding.failure("gpio", "absent; the profile needs it",
                    "Run this on the Raspberry Pi, or use a profile for the virtual wearer.");
        }
        return chips.stream().anyMatch(files::isUsable)
                ? present("gpio", chips)
                : Finding.failure("gpio", String.join(", ", chips) + ": not this user's",
                        "Add the user to the group gpio and log in again.");
    }

    /** The bus, not what answers on it: that is looked at with the wiring. */
    private Finding i2c() {
        List<String> buses = files.list("/dev", "i2c-*");
        boolean needed = onPi() && settings.hardware().pi().usesI2c(settings.sensors());
        String bus = "/dev/i2c-" + settings.hardware().pi().i2cBus();
        if (!needed) {
            return present("i2c", buses);
        }
        if (!buses.contains(bus)) {
            return Finding.failure("i2c", bus + " is absent; the profile needs it",
                    "Switch I2C on (sudo raspi-config nonint do_i2c 0), or set hardware.pi.i2c_bus.");
        }
        return files.isUsable(bus)
                ? present("i2c", buses)
                : Finding.failure("i2c", bus + ": not this user's", "Add the user to the group i2c and log in again.");
    }

    private List<Finding> serial() {
        List<String> ports = new ArrayList<>(files.list("/dev", "tty{USB,ACM,AMA}*"));
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("serial", ports.isEmpty() ? "no port" : String.join(", ", ports)));
        for (String latency : files.list("/sys/bus/usb-serial/devices", "ttyUSB*")) {
            files.read(latency + "/latency_timer").ifPresent(ms -> findings.add(ftdi(latency, ms)));
        }
        return findings;
    }

    /** Only FTDI adapters have this timer: how long bytes wait there for more. */
    private static Finding ftdi(String adapter, String ms) {
        String port = adapter.substring(adapter.lastIndexOf('/') + 1);
        return SHORT_LATENCY_MS.contains(ms)
                ? Finding.ok("ftdi latency", port + ": " + ms + " ms")
                : Finding.warning("ftdi latency", port + ": bytes wait " + ms + " ms, so a second pulse comes too late",
                        "Set it to 1 ms by the udev rule in docs/hardware.md.");
    }

    private static Finding present(String check, List<String> there) {
        return Finding.ok(check, there.isEmpty() ? "absent; the profile does not need it" : String.join(", ", there));
    }
}
