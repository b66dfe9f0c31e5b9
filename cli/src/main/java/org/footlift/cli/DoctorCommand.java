package org.footlift.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.footlift.cli.Finding.Verdict;
import org.footlift.config.Settings;
import org.footlift.hal.pi.PiLook;
import org.footlift.hal.serial.SerialPorts;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Looks at this machine and its wiring before a wearer relies on it. */
@Command(name = "doctor", description = {
        "Check this machine and its wiring before a wearer relies on it. Each line is ok, a warning, or a failure, with what to do.",
        "A stimulator that the profile names is asked who it is; it gives no pulse."}, mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {
    @Option(names = "--profile", paramLabel = "FILE", description = "The settings to check for: a TOML file, a folder with a profile store, or a shipped profile by name (default: virtual).")
    private @Nullable String profile;

    @Option(names = "--record", paramLabel = "DIR", description = "The folder that sessions will be recorded into (default: this one).")
    private Path record = Path.of("");

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** What {@code --json} prints. */
    private record Report(List<Finding> checks, long warnings, long failures) {}

    @Override
    public Integer call() {
        List<Finding> findings = findings();
        long failures = count(findings, Verdict.FAILURE);
        Report report = new Report(findings, count(findings, Verdict.WARNING), failures);
        if (json) {
            System.out.println(JsonText.of(report));
        } else {
            findings.forEach(finding -> System.out.println(finding.text()));
            System.out.println(report.warnings() + " warnings, " + failures + " failures");
        }
        return failures == 0 ? Footlift.OK : Footlift.REFUSED;
    }

    private List<Finding> findings() {
        SystemFiles files = SystemFiles.here();
        List<Finding> findings = new ArrayList<>(new MachineChecks(files).all());
        findings.add(RunChecks.disk(record));
        Settings settings;
        try {
            settings = Profiles.read(profile);
        } catch (Refusal refused) {
            findings.add(Finding.failure("profile", String.valueOf(refused.getMessage()), "Mend it, then look again."));
            return findings;
        }
        findings.add(Finding.ok("profile", "\"" + settings.profile().name() + "\" is valid"));
        findings.addAll(new DeviceChecks(files, settings).all());
        Path runtimeFolder = RuntimeFolder.choose(System.getenv());
        findings.addAll(RunChecks.wiring(settings, runtimeFolder, PiLook::at));
        findings.add(RunChecks.stimulator(settings, runtimeFolder, new SerialPorts()));
        return findings;
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }
}
