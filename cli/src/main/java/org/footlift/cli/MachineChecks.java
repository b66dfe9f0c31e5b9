package org.footlift.cli;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.footlift.hal.linux.RealTimeScheduling;

/** What {@code doctor} looks at on any machine, whatever is connected to it. Reads only. */
final class MachineChecks {
    private static final int JDK = 25;
    private static final int CAP_IPC_LOCK = 14;
    private static final int CAP_SYS_NICE = 23;
    /** Reading these costs a system call, or a slow bus. */
    private static final Set<String> SLOW_CLOCKS = Set.of("hpet", "acpi_pm", "jiffies", "refined-jiffies");
    /** Bits of the Raspberry Pi's firmware: under-voltage, capped, throttled, too warm; the same 16 higher since it booted. */
    private static final int NOW = 0xF;
    private static final int UNDER_VOLTAGE = 1;
    private static final int SINCE_BOOT_SHIFT = 16;
    private static final int HOT_MILLI_C = 80_000;
    private static final String THROTTLED = "/sys/devices/platform/soc/soc:firmware/get_throttled";
    private static final String TEMPERATURE = "/sys/class/thermal/thermal_zone0/temp";

    private final SystemFiles files;

    MachineChecks(SystemFiles files) {
        this.files = files;
    }

    List<Finding> all() {
        return List.of(jdk(Runtime.version().feature(), System.getProperty("java.runtime.version", "unknown")),
                scheduling(), memory(), processor(), kernel(), clock(), watchdog(), power());
    }

    static Finding jdk(int feature, String version) {
        return feature == JDK
                ? Finding.ok("jdk", version)
                : Finding.warning("jdk", version, "Footlift is tested with JDK " + JDK + ". Set FOOTLIFT_JAVA_HOME.");
    }

    private Finding scheduling() {
        int allowed = limit("Max realtime priority").map(MachineChecks::number).orElse(0);
        boolean may = capable(CAP_SYS_NICE) || allowed >= RealTimeScheduling.HIGHEST_PRIORITY;
        return may
                ? Finding.ok("scheduling", "this user may run real-time threads")
                : Finding.warning("scheduling", "this user may not run real-time threads: ticks come late when busy",
                        "Allow 'rtprio " + RealTimeScheduling.HIGHEST_PRIORITY
                                + "' in /etc/security/limits.d, or run as a service with LimitRTPRIO.");
    }

    private Finding memory() {
        boolean may = capable(CAP_IPC_LOCK) || limit("Max locked memory").orElse("").equals("unlimited");
        return may
                ? Finding.ok("memory", "this user may lock memory")
                : Finding.warning("memory", "this user may not lock memory: paging can stall a tick",
                        "Allow 'memlock unlimited' in /etc/security/limits.d, or run as a service with LimitMEMLOCK.");
    }

    private Finding processor() {
        String file = "/dev/cpu_dma_latency";
        return files.isUsable(file)
                ? Finding.ok("processor", "can be kept awake")
                : Finding.warning("processor", "cannot be kept awake: " + file + " is absent or not this user's",
                        "Let the user write to it by a udev rule, or run as a service.");
    }

    private Finding kernel() {
        String version = files.read("/proc/version").orElse("");
        Matcher release = Pattern.compile("Linux version (\\S+)").matcher(version);
        String name = release.find() ? release.group(1) : System.getProperty("os.name", "an unknown system");
        boolean realTime = files.read("/sys/kernel/realtime").orElse("0").equals("1")
                || version.contains("PREEMPT_RT");
        return realTime
                ? Finding.ok("kernel", name + ", PREEMPT_RT")
                : Finding.warning("kernel", name + ", not PREEMPT_RT: a busy machine may delay a tick by milliseconds",
                        "On Debian 13: sudo apt install linux-image-rt-arm64 (on a PC linux-image-rt-amd64).");
    }

    private Finding clock() {
        Optional<String> source = files
                .read("/sys/devices/system/clocksource/clocksource0/current_clocksource");
        if (source.isEmpty()) {
            return Finding.warning("clock", "the clock source is not known here", "Nothing needs to be done about it.");
        }
        return SLOW_CLOCKS.contains(source.get())
                ? Finding.warning("clock", source.get() + ": slow to read, and coarse",
                        "See in the kernel's log why a better clock source was given up.")
                : Finding.ok("clock", source.get());
    }

    private Finding watchdog() {
        List<String> there = files.list("/dev", "watchdog*");
        return there.isEmpty()
                ? Finding.warning("watchdog", "absent: a machine that hangs is not started again",
                        "On a Raspberry Pi set RuntimeWatchdogSec=15 in /etc/systemd/system.conf.")
                : Finding.ok("watchdog", String.join(", ", there));
    }

    private Finding power() {
        Optional<String> throttled = files.read(THROTTLED);
        if (throttled.isEmpty()) {
            int milliC = files.read(TEMPERATURE).map(MachineChecks::number).orElse(0);
            return milliC >= HOT_MILLI_C
                    ? Finding.warning("power", milliC / 1_000 + " degrees C", "Cool it, or it will slow down.")
                    : Finding.ok("power", "the supply is not measured here (no Raspberry Pi)"
                            + (milliC > 0 ? ", " + milliC / 1_000 + " degrees C" : ""));
        }
        int bits = hexadecimal(throttled.get());
        int since = bits >> SINCE_BOOT_SHIFT;
        if ((bits & UNDER_VOLTAGE) != 0) {
            return Finding.failure("power", "the supply voltage is too low now",
                    "Use a stronger supply or a shorter cable; the machine may stop at any moment.");
        }
        if ((bits & NOW) != 0) {
            return Finding.warning("power", "the processor is slowed down now", "Cool it.");
        }
        return since == 0
                ? Finding.ok("power", "never throttled since it booted")
                : Finding.warning("power",
                        (since & UNDER_VOLTAGE) != 0
                                ? "the supply voltage has been too low since it booted"
                                : "the processor has been slowed down since it booted",
                        "Use a stronger supply, or cool it, and look again.");
    }

    private boolean capable(int capability) {
        Matcher effective = Pattern.compile("(?m)^CapEff:\\s*([0-9a-fA-F]+)$")
                .matcher(files.read("/proc/self/status").orElse(""));
        return effective.find() && new BigInteger(effective.group(1), 16).testBit(capability);
    }

    /** The limit in force, which is the first of the two columns. */
    private Optional<String> limit(String name) {
        Matcher soft = Pattern.compile("(?m)^" + name + "\\s+(\\S+)")
                .matcher(files.read("/proc/self/limits").orElse(""));
        return soft.find() ? Optional.of(soft.group(1)) : Optional.empty();
    }

    private static int number(String text) {
        return text.equals("unlimited") ? Integer.MAX_VALUE : text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static int hexadecimal(String text) {
        String digits = text.toLowerCase(Locale.ROOT).replaceAll("^.*0x", "");
        return digits.matches("[0-9a-f]{1,7}") ? Integer.parseInt(digits, 16) : 0;
    }
}
