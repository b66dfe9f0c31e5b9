package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.footlift.config.HardwareSettings.BackEndName;
import org.footlift.config.Settings;
import org.footlift.config.store.LockFile;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SerialLink;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.linux.SystemTime;
import org.footlift.hal.pi.PiLook;
import org.footlift.hal.stimulator.Stimulators;

/** What {@code doctor} looks at of a run to come: where it would record, and whether its stimulator answers. */
final class RunChecks {
    /** An hour of recording is about a quarter of this. */
    private static final long ENOUGH_BYTES = 1_000_000_000;
    private static final long MB = 1_000_000;

    private RunChecks() {}

    /** Whether sessions can be recorded in {@code folder}, which need not exist yet. */
    static Finding disk(Path folder) {
        Path there = folder.toAbsolutePath();
        for (Path parent = there.getParent(); !Files.exists(there) && parent != null; parent = there.getParent()) {
            there = parent;
        }
        if (!Files.isDirectory(there) || !Files.isWritable(there)) {
            return Finding.failure("disk", there + ": this user cannot record there",
                    "Name another folder with --record DIR, there and for run.");
        }
        try {
            return space(there, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return Finding.warning("disk", Reason.of(there, e), "Name another folder with --record DIR.");
        }
    }

    static Finding space(Path folder, long freeBytes) {
        String found = folder + ": " + freeBytes / MB + " MB free";
        return freeBytes >= ENOUGH_BYTES
                ? Finding.ok("disk", found)
                : Finding.warning("disk", found + ", some hours of recording at most", "Make room.");
    }

    /** Takes the pins that the settings name, reads the sensors, and releases them again; nothing for the virtual wearer. */
    static List<Finding> wiring(Settings settings, Path runtimeFolder,
            Function<HardwareRequest, List<PiLook.Part>> look) {
        if (settings.hardware().backend() != BackEndName.PI) {
            return List.of();
        }
        try (LockFile _ = InstanceLock.take(runtimeFolder)) { // the pins are the running controller's
            return look.apply(BackEnds.request(settings)).stream().map(RunChecks::wired).toList();
        } catch (Refusal held) {
            return List.of(Finding.warning("pins", "not looked at: " + held.getMessage(),
                    "End the controller, then look again."));
        } catch (IOException e) {
            return List.of(Finding.warning("pins", Reason.of(e), "Look again."));
        }
    }

    private static Finding wired(PiLook.Part part) {
        return part.well()
                ? Finding.ok(part.name(), part.words())
                : Finding.failure(part.name(), part.words(), "Mend it, then look again.");
    }

    /** Opens the stimulator that the settings name, asks it who it is, and closes it again. No pulse is asked for. */
    static Finding stimulator(Settings settings, Path runtimeFolder, SerialLink.Opener ports) {
        Optional<HardwareRequest.Output> output = BackEnds.request(settings).output();
        if (output.isEmpty()) {
            return Finding.ok("stimulator", "none; the profile's is virtual");
        }
        try (LockFile _ = InstanceLock.take(runtimeFolder)) { // it must not be talked to by two
            return ask(output.get(), ports);
        } catch (Refusal held) {
            return Finding.warning("stimulator", "not asked: " + held.getMessage(),
                    "End the controller, then look again.");
        } catch (IOException e) {
            return Finding.warning("stimulator", Reason.of(e), "Look again.");
        }
    }

    private static Finding ask(HardwareRequest.Output output, SerialLink.Opener ports) {
        try (Stimulator stimulator = Stimulators.open(output, ports, new SystemTime(), Scheduling.ORDINARY)) {
            StimulatorStatus status = new StimulatorStatus();
            stimulator.status(status);
            List<String> found = new ArrayList<>(List.of(output.protocol() + " on " + output.port() + " answers"));
            if (status.batteryPct != StimulatorStatus.UNKNOWN) {
                found.add("battery " + status.batteryPct + " %");
            }
            String complaint = stimulator.complaint();
            return complaint.isEmpty()
                    ? Finding.ok("stimulator", String.join(", ", found))
                    : Finding.warning("stimulator", String.join(", ", found), complaint);
        } catch (HardwareUnavailable e) {
            return Finding.failure("stimulator", String.valueOf(e.getMessage()),
                    String.format(Locale.ROOT, "Then look again; the profile names %s on %s.", output.protocol(),
                            output.port()));
        }
    }
}
