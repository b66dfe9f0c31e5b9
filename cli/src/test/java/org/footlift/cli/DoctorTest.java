package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.footlift.cli.Finding.Verdict;
import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.ShippedProfiles;
import org.footlift.config.store.LockFile;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.SerialLink;
import org.footlift.hal.pi.PiLook;
import org.footlift.hal.serial.SerialPorts;
import org.footlift.sim.emulator.EmulatedModel;
import org.footlift.sim.emulator.EmulatorPort;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A machine made of files below a folder. */
class DoctorTest {
    private static final String PI_IMU = "pi-foot-imu";
    private static final String CLOCK = "/sys/devices/system/clocksource/clocksource0/current_clocksource";
    private static final String THROTTLED = "/sys/devices/platform/soc/soc:firmware/get_throttled";

    private SystemFiles machine;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        machine = new SystemFiles(emptyFolder);
    }

    private void has(String absolute, String text) throws IOException {
        Path file = machine.at(absolute);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }

    private Finding machine(String check) {
        return only(check, new MachineChecks(machine).all());
    }

    private Finding device(String check, String profile) {
        return only(check, new DeviceChecks(machine, Profiles.read(profile)).all());
    }

    private static Finding only(String check, List<Finding> findings) {
        List<Finding> matching = findings.stream().filter(finding -> finding.check().equals(check)).toList();
        assertEquals(1, matching.size(), findings::toString);
        return matching.getFirst();
    }

    private static void is(Verdict verdict, Finding finding, String... words) {
        assertEquals(verdict, finding.verdict(), finding::text);
        for (String word : words) {
            assertTrue(finding.text().contains(word), finding::text);
        }
        assertEquals(verdict == Verdict.OK, finding.advice().isEmpty(), finding::text);
    }

    @Test
    void aMachineThatShowsNothingIsToldOfLineByLineAndFailsNothing() {
        List<Finding> findings = new ArrayList<>(new MachineChecks(machine).all());
        findings.addAll(new DeviceChecks(machine, Profiles.read(null)).all());
        assertEquals(11, findings.size(), findings::toString);
        findings.forEach(finding -> assertTrue(finding.verdict() != Verdict.FAILURE, finding::text));
        assertEquals("absent; the profile does not need it", only("gpio", findings).found());
        is(Verdict.WARNING, only("watchdog", findings), "absent");
    }

    @Test
    void anotherJdkThanTheOneTestedWithIsAWarning() {
        is(Verdict.OK, MachineChecks.jdk(25, "25.0.3+9"), "25.0.3+9");
        is(Verdict.WARNING, MachineChecks.jdk(26, "26+1"), "FOOTLIFT_JAVA_HOME");
    }

    @Test
    void realTimeThreadsAreAllowedByCapabilityOrByLimit() throws IOException {
        is(Verdict.WARNING, machine("scheduling"), "rtprio 80");
        has("/proc/self/limits", "Max realtime priority     79                   99");
        is(Verdict.WARNING, machine("scheduling"));
        has("/proc/self/limits", "Max realtime priority     80                   80");
        is(Verdict.OK, machine("scheduling"));
        has("/proc/self/limits", "Max realtime priority     0                    0");
        has("/proc/self/status", "CapEff:\t0000000000800000");
        is(Verdict.OK, machine("scheduling"));
    }

    @Test
    void lockedMemoryIsAllowedByCapabilityOrWithoutALimit() throws IOException {
        has("/proc/self/limits", "Max locked memory         8388608              8388608              bytes");
        has("/proc/self/status", "CapEff:\t0000000000800000");
        is(Verdict.WARNING, machine("memory"), "memlock unlimited");
        has("/proc/self/limits", "Max locked memory         unlimited            unlimited            bytes");
        is(Verdict.OK, machine("memory"));
        has("/proc/self/limits", "");
        has("/proc/self/status", "CapEff:\t0000000000004000");
        is(Verdict.OK, machine("memory"));
    }

    @Test
    void theKernelIsRealTimeByItsOwnWordOrItsVersion() throws IOException {
        has("/proc/version", "Linux version 6.12.1-rpi (x) #1 SMP PREEMPT_DYNAMIC");
        is(Verdict.WARNING, machine("kernel"), "6.12.1-rpi, not PREEMPT_RT", "linux-image-rt-arm64");
        has("/sys/kernel/realtime", "1");
        is(Verdict.OK, machine("kernel"), "6.12.1-rpi, PREEMPT_RT");
        Files.delete(machine.at("/sys/kernel/realtime"));
        has("/proc/version", "Linux version 6.12.1-rt-arm64 (x) #1 SMP PREEMPT_RT Debian");
        is(Verdict.OK, machine("kernel"));
    }

    @ParameterizedTest
    @CsvSource({"tsc, OK", "arch_sys_counter, OK", "hpet, WARNING", "jiffies, WARNING"})
    void aSlowClockSourceIsAWarning(String source, Verdict verdict) throws IOException {
        has(CLOCK, source);
        is(verdict, machine("clock"), source);
    }

    @Test
    void theWatchdogAndTheProcessorsLatencyAreFoundByTheirFiles() throws IOException {
        has("/dev/watchdog0", "");
        has("/dev/cpu_dma_latency", "");
        is(Verdict.OK, machine("watchdog"), "/dev/watchdog0");
        is(Verdict.OK, machine("processor"));
    }

    @ParameterizedTest
    @CsvSource({"0, OK, never", "50000, WARNING, voltage has been too low since", "20000, WARNING, slowed down since",
            "50005, FAILURE, voltage is too low now", "4, WARNING, slowed down now", "throttled=0x0, OK, never"})
    void theFirmwaresWordOnPowerIsUnderstood(String bits, Verdict verdict, String words) throws IOException {
        has(THROTTLED, bits);
        is(verdict, machine("power"), words);
    }

    @Test
    void aMachineThatIsTooWarmIsAWarningWithoutAFirmwareToo() throws IOException {
        has("/sys/class/thermal/thermal_zone0/temp", "45000");
        is(Verdict.OK, machine("power"), "45 degrees");
        has("/sys/class/thermal/thermal_zone0/temp", "81000");
        is(Verdict.WARNING, machine("power"), "81 degrees");
    }

    @Test
    void whatAProfileForAPiNeedsAndIsAbsentFails() throws IOException {
        is(Verdict.FAILURE, device("gpio", PI_IMU), "absent");
        is(Verdict.FAILURE, device("i2c", PI_IMU), "/dev/i2c-1 is absent", "raspi-config");
        is(Verdict.OK, device("i2c", "pi-heel"));
        has("/dev/gpiochip0", "");
        has("/dev/i2c-0", "");
        is(Verdict.OK, device("gpio", PI_IMU), "/dev/gpiochip0");
        is(Verdict.FAILURE, device("i2c", PI_IMU), "hardware.pi.i2c_bus");
        has("/dev/i2c-1", "");
        is(Verdict.OK, device("i2c", PI_IMU), "/dev/i2c-0, /dev/i2c-1");
    }

    @Test
    void anFtdiAdapterThatKeepsBytesForLongIsAWarningAndOtherAdaptersHaveNoSuchLine() throws IOException {
        has("/dev/ttyUSB0", "");
        has("/dev/ttyACM0", "");
        has("/sys/bus/usb-serial/devices/ttyUSB1/port_number", "0");
        is(Verdict.OK, device("serial", "virtual"), "/dev/ttyACM0, /dev/ttyUSB0");
        has("/sys/bus/usb-serial/devices/ttyUSB0/latency_timer", "16");
        is(Verdict.WARNING, device("ftdi latency", "virtual"), "ttyUSB0: bytes wait 16 ms", "udev");
        has("/sys/bus/usb-serial/devices/ttyUSB0/latency_timer", "1");
        is(Verdict.OK, device("ftdi latency", "virtual"), "ttyUSB0: 1 ms");
        has("/sys/bus/usb-serial/devices/ttyUSB0/latency_timer", "0");
        is(Verdict.OK, device("ftdi latency", "virtual"), "ttyUSB0: 0 ms");
    }

    @Test
    void theFolderForRecordingsNeedNotExistButItsParentMustTakeIt(@TempDir Path folder) throws IOException {
        Finding fresh = RunChecks.disk(folder.resolve("new/sessions"));
        assertTrue(fresh.verdict() != Verdict.FAILURE && fresh.found().contains("MB free"), fresh::text);
        is(Verdict.FAILURE, RunChecks.disk(Files.writeString(folder.resolve("file"), "")), "cannot record there");
        is(Verdict.WARNING, RunChecks.space(folder, 999_999_999), "Make room");
        is(Verdict.OK, RunChecks.space(folder, 1_000_000_000));
    }

    private Settings withStimulator(String port) throws IOException {
        Path file = Files.writeString(machine.root().resolve("profile.toml"),
                "[profile]\n[hardware.stimulator]\nprotocol = \"sciencemode4\"\nport = \"" + port + "\"\n");
        return Profiles.read(file.toString());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aStimulatorIsAskedWhoItIsAndGivesNoPulse() throws IOException {
        List<String> commands = new ArrayList<>();
        int[] pulses = new int[1];
        Finding finding;
        try (EmulatorPort port = EmulatorPort.open(EmulatedModel.SCIENCEMODE4.create((_, _, _) -> pulses[0]++,
                command -> commands.add(command.command()), false), System::nanoTime)) {
            finding = RunChecks.stimulator(withStimulator(port.path()), machine.root(), new SerialPorts());
        }
        is(Verdict.OK, finding, "sciencemode4 on /dev/pts/", "answers");
        assertTrue(commands.contains("Get_extended_version"), commands::toString);
        assertFalse(commands.contains("Ll_channel_config"), commands::toString);
        assertEquals(0, pulses[0]);
    }

    @Test
    void aStimulatorThatIsNotThereFailsWithTheDriversWords() throws IOException {
        SerialLink.Opener none = (port, _) -> {
            throw new HardwareUnavailable("There is no serial port " + port + ". Plug the device in.");
        };
        is(Verdict.FAILURE, RunChecks.stimulator(withStimulator("/dev/ttyACM7"), machine.root(), none),
                "There is no serial port /dev/ttyACM7. Plug the device in.");
    }

    @Test
    void aStimulatorIsLeftAloneWhileAControllerRuns() throws IOException {
        SerialLink.Opener never = (port, _) -> {
            throw new AssertionError("opened " + port);
        };
        Optional<LockFile> lock = LockFile.take(machine.root().resolve("controller.lock"));
        try (LockFile _ = lock.orElseThrow()) {
            is(Verdict.WARNING, RunChecks.stimulator(withStimulator("/dev/ttyACM7"), machine.root(), never),
                    "another controller is running");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"--json", "--record=."})
    void runsHereAndEndsWellExceptWithAFailure(String option) throws IOException {
        Command doctor = Command.run("doctor", option);
        boolean failed = doctor.out().contains("failure ") || doctor.out().contains("\"failure\"");
        assertEquals(failed ? Footlift.REFUSED : Footlift.OK, doctor.exitCode(), doctor::out);
        assertEquals("", doctor.err());
        if (option.equals("--json")) {
            JsonNode report = new ObjectMapper().readTree(doctor.out());
            assertEquals("jdk", report.get("checks").get(0).get("check").asText());
            assertEquals("ok", report.get("checks").get(0).get("verdict").asText());
            assertTrue(report.has("warnings") && report.has("failures"), report::toString);
        } else {
            assertTrue(doctor.lastLine().matches("\\d+ warnings, \\d+ failures"), doctor::out);
        }
    }

    @Test
    void aProfileThatCannotBeReadIsAFailureAmongTheOtherLines() throws IOException {
        Path file = Files.writeString(machine.root().resolve("bad.toml"), "[loop]\nrate = 3\n");
        Command doctor = Command.run("doctor", "--profile", file);
        assertEquals(Footlift.REFUSED, doctor.exitCode());
        assertTrue(doctor.out().contains("failure  profile") && doctor.out().contains(file.toString())
                && doctor.out().contains("ok       jdk"), doctor::out);
    }

    @Test
    void aForceSensorAtAnAds1115NeedsTheBusAndAWitMotionDoesNot() throws IOException, SettingsException {
        Path force = Files.writeString(machine.root().resolve("force.toml"),
                ShippedProfiles.text("pi-heel").replace("kind = \"switch\"", "kind = \"fsr_ads1115\""));
        is(Verdict.FAILURE, device("i2c", force.toString()), "/dev/i2c-1 is absent");
        Path serial = Files.writeString(machine.root().resolve("serial.toml"),
                ShippedProfiles.text(PI_IMU).replace("model = \"lsm6dso\"", "model = \"witmotion\""));
        is(Verdict.OK, device("i2c", serial.toString()));
    }

    @Test
    void theWiringOfARaspberryPiIsLookedAtPartByPart(@TempDir Path runtimeFolder) {
        List<Finding> findings = RunChecks.wiring(Profiles.read(PI_IMU), runtimeFolder, request -> {
            assertEquals(Optional.of(PiWiring.of(Profiles.read(PI_IMU).hardware().pi())), request.wiring());
            return List.of(new PiLook.Part("pins", true, "heartbeat and panel are free"),
                    new PiLook.Part("foot imu", false, "I2C chip 0x6A on bus 1: Remote I/O error"));
        });
        is(Verdict.OK, only("pins", findings), "free");
        is(Verdict.FAILURE, only("foot imu", findings), "0x6A", "Remote I/O error");
    }

    @Test
    void theWiringIsLeftAloneWhileAControllerRunsAndForAVirtualWearer(@TempDir Path runtimeFolder)
            throws IOException {
        try (LockFile _ = InstanceLock.take(runtimeFolder)) {
            List<Finding> findings = RunChecks.wiring(Profiles.read(PI_IMU), runtimeFolder, _ -> {
                throw new AssertionError("looked");
            });
            is(Verdict.WARNING, only("pins", findings), "not looked at");
        }
        assertEquals(List.of(), RunChecks.wiring(Profiles.read(null), runtimeFolder, _ -> {
            throw new AssertionError("looked");
        }));
    }

    @Test
    void onAComputerWithoutPinsAProfileForARaspberryPiIsAFailureInASentence() {
        assumeFalse(Command.hasPins());
        Command doctor = Command.run("doctor", "--profile", "pi-heel");
        assertEquals(Footlift.REFUSED, doctor.exitCode());
        assertTrue(doctor.out().contains("failure  pins"), doctor::out);
        assertTrue(doctor.out().contains("use a profile for the virtual wearer"), doctor::out);
        assertFalse(doctor.out().contains("com.pi4j") || doctor.err().contains("com.pi4j"), doctor::err);
    }
}
