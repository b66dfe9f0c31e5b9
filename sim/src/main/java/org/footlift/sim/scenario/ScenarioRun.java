package org.footlift.sim.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.footlift.config.Settings;
import org.footlift.controller.Controller;
import org.footlift.controller.loop.ControlLoop;
import org.footlift.controller.loop.Requests;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.SensorSource;
import org.footlift.sim.SimOptions;
import org.footlift.sim.SteppedTime;
import org.footlift.sim.VirtualHardware;
import org.footlift.sim.WalkTruth;
import org.footlift.sim.sensor.FaultySensors;
import org.footlift.sim.sensor.SensorFault;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WearerCharacter;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.jspecify.annotations.Nullable;

/**
 * A scenario with the whole controller (loop, detector, planner, governor) in stepped time, as fast as it goes. Start is pressed after one second of
 * standing, and again two seconds after a latched stop, as a wearer would. The same settings, scenario, seed and duration give the same result.
 */
public final class ScenarioRun {
    /** The shortest scenario, milliseconds. */
    public static final long SHORTEST_MS = 20_000;

    private static final double NS_PER_S = 1e9;
    private static final long START_NS = 1_000_000_000;
    private static final long START_AGAIN_NS = 2_000_000_000;
    /** A few strides first, so that the detector knows the wearer. */
    private static final double EARLIEST_ONSET_S = 8;
    private static final double LATEST_ONSET_S = 30;

    private final Scenario scenario;
    private final Settings settings;
    private final long seed;
    private final long durationMs;
    private final SimOptions options;
    private final long onsetNs;
    private final Requests requests = new Requests();
    private @Nullable FaultySensors faulty;
    private long latchedSinceNs;
    private int starts;

    private ScenarioRun(Scenario scenario, Settings settings, long seed, long durationMs) throws HardwareUnavailable {
        if (durationMs < SHORTEST_MS) {
            throw new IllegalArgumentException("a scenario lasts at least " + SHORTEST_MS + " ms, not " + durationMs);
        }
        this.scenario = scenario;
        this.settings = settings;
        this.seed = seed;
        this.durationMs = durationMs;
        SimOptions profile = SimOptions.parse(SimOptions.from(settings));
        options = scenario.wearer().map(who -> profile.withWearer(WearerCharacter.of(who))).orElse(profile)
                .withSeed(seed).withScript(scenario.script(seed, durationMs));
        double latestS = StrictMath.min(LATEST_ONSET_S, durationMs / 2e3);
        onsetNs = StrictMath.round(NS_PER_S * new Dice(seed + 1).between(EARLIEST_ONSET_S, latestS));
    }

    /**
     * Runs {@code scenario}; one with a sensor fault runs again without it, to compare.
     *
     * @param settings who wears what; the wearer's seed and standing time are the scenario's
     * @param durationMs virtual time, at least {@link #SHORTEST_MS}
     * @throws HardwareUnavailable when the settings ask for what a leg cannot wear
     */
    public static ScenarioResult of(Scenario scenario, Settings settings, long seed, long durationMs)
            throws HardwareUnavailable {
        return new ScenarioRun(scenario, settings, seed, durationMs).run(null);
    }

    /**
     * The same, and writes the recording with its truth into {@code folder} and what was detected into the folder {@code detected} in it.
     *
     * @throws org.footlift.telemetry.bids.BidsException when the folder cannot be written to
     */
    public static ScenarioResult recorded(Scenario scenario, Settings settings, long seed, long durationMs, Path folder)
            throws HardwareUnavailable {
        ScenarioRun run = new ScenarioRun(scenario, settings, seed, durationMs);
        try (ScenarioRecording recording = new ScenarioRecording(scenario, settings, seed, folder)) {
            return run.run(recording);
        }
    }

    private ScenarioResult run(@Nullable ScenarioRecording recording) throws HardwareUnavailable {
        HardwareRequest request = SimOptions.request(settings);
        VirtualHardware hardware = VirtualHardware.stepped(request, options, new SteppedTime(), this::spoil);
        long periodNs = options.outputs().getFirst().periodNs();
        ScenarioTally tally = new ScenarioTally(hardware::part, periodNs);
        hardware.onTruth(tally);
        ControlLoop[] loop = new ControlLoop[1];
        loop[0] = new ControlLoop(new Controller(settings), hardware, (in, out) -> {
            tally.publish(in, out);
            if (recording != null) {
                recording.publish(in, out);
            }
            pressStart(in.timeNs, out.mode);
            if (in.timeNs >= durationMs * 1_000_000) {
                loop[0].end();
            }
        }, requests, settings.loop().periodNs(), Long.MAX_VALUE);
        loop[0].run();
        Throwable failure = loop[0].failure();
        if (failure != null) {
            throw new IllegalStateException("the controller failed in scenario " + scenario.label() + ", seed " + seed,
                    failure);
        }
        hardware.close();
        tally.finish();
        if (recording != null) {
            recording.finish(tally);
        }
        return result(hardware, tally);
    }

    private SensorSource spoil(SensorSource worn) {
        if (scenario.fault().isEmpty()) {
            return worn;
        }
        faulty = new FaultySensors(worn, scenario.fault().orElseThrow(), onsetNs, new Dice(seed + 2));
        return faulty;
    }

    private void pressStart(long nowNs, Mode mode) {
        if (mode != Mode.LATCHED) {
            latchedSinceNs = nowNs;
        }
        boolean first = starts == 0 && nowNs >= START_NS;
        boolean again = nowNs - latchedSinceNs >= START_AGAIN_NS;
        if ((first || again) && requests.offer(Request.START)) {
            starts++;
            latchedSinceNs = nowNs;
        }
    }

    private ScenarioResult result(VirtualHardware hardware, ScenarioTally tally) throws HardwareUnavailable {
        List<ScenarioTally.Burst> stray = tally.strayBursts();
        List<ScenarioResult.StrayBurst> notWalking = stray.stream()
                .filter(burst -> !(burst.during() instanceof WalkScript.Walk))
                .map(burst -> new ScenarioResult.StrayBurst(burst.fromNs() / NS_PER_S,
                        (burst.untilNs() - burst.fromNs()) / NS_PER_S, words(burst.during()), burst.source()))
                .toList();
        WalkTruth truth = hardware.truth();
        return new ScenarioResult(scenario.label(), seed, lower(settings.detector().sensors()),
                lower(scenario.wearer().orElse(settings.hardware().sim().wearer())), durationMs / 1e3,
                tally.notWalkingNs() / NS_PER_S, truth.strides(), truth.swings(), truth.covered(), truth.missed(),
                tally.bursts.size(), stray.size(), notWalking,
                notWalking.stream().collect(Collectors.groupingBy(ScenarioResult.StrayBurst::during, TreeMap::new,
                        Collectors.counting())),
                starts, hardware.stimulator().monitor().violations().size(), named(tally), faultResult(tally));
    }

    private static Map<String, Long> named(ScenarioTally tally) {
        return tally.faults.stream().collect(
                Collectors.groupingBy(named -> lower(named.fault()), TreeMap::new, Collectors.counting()));
    }

    private ScenarioResult.@Nullable SensorFaultResult faultResult(ScenarioTally tally) throws HardwareUnavailable {
        if (faulty == null) {
            return null;
        }
        long coveredWithout = new ScenarioRun(Scenario.WALK, settings, seed, durationMs).run(null).covered();
        long wrongNs = faulty.firstWrongNs();
        if (wrongNs == Long.MAX_VALUE) {
            return new ScenarioResult.SensorFaultResult(onsetNs / NS_PER_S, null, null, null, null, coveredWithout);
        }
        SensorFault.Sensor sensor = scenario.fault().orElseThrow().sensor();
        ScenarioTally.Named first = tally.faults.stream()
                .filter(named -> named.untilNs() > wrongNs && isAbout(sensor, named.fault()))
                .min((a, b) -> Long.compare(a.fromNs(), b.fromNs())).orElse(null);
        if (first == null) {
            return new ScenarioResult.SensorFaultResult(onsetNs / NS_PER_S, wrongNs / NS_PER_S, null, null, null,
                    coveredWithout);
        }
        int strides = (int) tally.truth.stream().filter(moment -> moment.event() == GaitEvent.HEEL_STRIKE
                && moment.timeNs() > wrongNs && moment.timeNs() <= first.fromNs()).count();
        return new ScenarioResult.SensorFaultResult(onsetNs / NS_PER_S, wrongNs / NS_PER_S, lower(first.fault()),
                (first.fromNs() - wrongNs) / NS_PER_S, strides, coveredWithout);
    }

    /** By name, so that a fault that is added later counts. A sensor that is stale or lost is named too, whichever it is. */
    private static boolean isAbout(SensorFault.Sensor sensor, Fault fault) {
        return fault.name().contains(sensor.name()) || fault.name().startsWith("SENSOR_");
    }

    private static String words(WalkScript.Part part) {
        return switch (part) {
            case WalkScript.Stand stand -> "quiet-standing";
            case WalkScript.Walk walk -> "walk";
            case WalkScript.Act act -> lower(act.activity());
        };
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
