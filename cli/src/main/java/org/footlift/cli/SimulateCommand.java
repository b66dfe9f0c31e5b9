package org.footlift.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.footlift.config.DetectorSettings;
import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.sim.scenario.Scenario;
import org.footlift.sim.scenario.ScenarioResult;
import org.footlift.sim.scenario.ScenarioRun;
import org.footlift.telemetry.bids.BidsException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A scenario on the virtual wearer in stepped time, with what came of it. */
@Command(name = "simulate", description = "Run a scenario on the virtual wearer, as fast as it goes, and say what came of it.", mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Option(names = "--scenario", paramLabel = "NAME", description = "What happens. Without a name: lists them.")
    private @Nullable String scenario;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of everything random (default: ${DEFAULT-VALUE}).", defaultValue = "1")
    private long seed;

    @Option(names = "--duration", paramLabel = "TIME", description = "Virtual time, at least 20s (default: ${DEFAULT-VALUE}).", defaultValue = "60s", converter = DurationText.class)
    private Duration duration = Duration.ofSeconds(60);

    @Option(names = "--sensors", paramLabel = "heel|imu|fused", description = "Which sensors decide (default: the profile's choice).", converter = SensorChoice.class)
    private @Nullable Choice sensors;

    @Option(names = "--profile", paramLabel = "FILE", description = "Settings: a TOML file, a folder with a profile store, or a shipped profile by name.")
    private @Nullable String profile;

    @Option(names = "--out", paramLabel = "DIR", description = "Write the recording with its true events here (Motion-BIDS), and what was detected into DIR/detected.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        if (scenario == null) {
            System.out.println(list());
            return Footlift.OK;
        }
        Scenario chosen = Scenario.named(scenario).orElseThrow(
                () -> new Refusal("there is no scenario \"" + scenario + "\". There are:\n" + list()));
        if (duration.toMillis() < ScenarioRun.SHORTEST_MS) {
            throw new Refusal("--duration is too short: give at least " + ScenarioRun.SHORTEST_MS / 1_000 + "s.");
        }
        ScenarioResult result = run(chosen, settings());
        System.out.println(json ? JsonText.of(result) : SimulateText.of(result));
        return Footlift.OK;
    }

    private Settings settings() {
        Settings settings = Profiles.read(profile);
        if (sensors == null) {
            return settings;
        }
        return settings.with(new DetectorSettings(sensors, settings.detector().heel(), settings.detector().imu()));
    }

    private ScenarioResult run(Scenario chosen, Settings settings) {
        try {
            return out == null
                    ? ScenarioRun.of(chosen, settings, seed, duration.toMillis())
                    : ScenarioRun.recorded(chosen, settings, seed, duration.toMillis(), out);
        } catch (HardwareUnavailable | BidsException e) {
            throw new Refusal(Reason.of(e));
        }
    }

    private static String list() {
        return Arrays.stream(Scenario.values())
                .map(each -> String.format("  %-18s %s", each.label(), each.description()))
                .collect(Collectors.joining("\n"));
    }
}
