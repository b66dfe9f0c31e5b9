package org.footlift.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.footlift.config.ChannelSettings;
import org.footlift.config.ImuSettings;
import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;
import org.footlift.config.ModeSettings;
import org.footlift.config.Settings;
import org.footlift.config.SimSettings;
import org.footlift.config.SimSettings.Wearer;
import org.footlift.config.StimulatorSettings;
import org.footlift.hal.HardwareRequest;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.ImuSite;
import org.footlift.hal.Stimulator;
import org.footlift.sim.sensor.ImuMounting;
import org.footlift.sim.stimulator.OutputDeclaration;
import org.footlift.sim.stimulator.PulseMonitor;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.sim.wearer.WearerCharacter;

/**
 * What the virtual back-end is told.
 *
 * @param wearer how they walk
 * @param seed of everything random
 * @param script what they do
 * @param foot how the foot IMU is worn
 * @param shank how the shank IMU is worn
 * @param outputs what is declared of each channel, all {@link Stimulator#MAX_CHANNELS} of them
 * @param use what stimulation is for
 */
public record SimOptions(WearerCharacter wearer, long seed, WalkScript script, ImuMounting foot, ImuMounting shank,
        List<OutputDeclaration> outputs, PulseMonitor.Use use) {

    private static final int LONGEST_STAND_MS = 60_000;
    private static final long LONGEST_PERIOD_NS = 1_000_000_000;
    private static final int LARGEST_PAD_MM2 = 100_000;

    /** Copies its collections. */
    public SimOptions {
        outputs = List.copyOf(outputs);
        if (outputs.size() != Stimulator.MAX_CHANNELS) {
            throw new IllegalArgumentException(
                    outputs.size() + " channels declared, " + Stimulator.MAX_CHANNELS + " exist");
        }
    }

    /** The same with another script. */
    public SimOptions withScript(WalkScript script) {
        return new SimOptions(wearer, seed, script, foot, shank, outputs, use);
    }

    /** The same with another wearer. */
    public SimOptions withWearer(WearerCharacter other) {
        return new SimOptions(other, seed, script, foot, shank, outputs, use);
    }

    /** The same with another seed. */
    public SimOptions withSeed(long other) {
        return new SimOptions(wearer, other, script, foot, shank, outputs, use);
    }

    /**
     * Reads the options of a {@link org.footlift.hal.HardwareRequest}; what is not given takes its default.
     *
     * @throws HardwareUnavailable naming an option that is unknown or malformed, and what would do
     */
    public static SimOptions parse(Map<String, String> options) throws HardwareUnavailable {
        OptionReader in = new OptionReader(options);
        SimSettings defaults = SimSettings.DEFAULT;
        Wearer wearer = in.choice("wearer", Wearer.class, defaults.wearer());
        long seed = in.number("seed", 0, Integer.MAX_VALUE, defaults.seed());
        long standMs = in.number("standMs", 0, LONGEST_STAND_MS, defaults.standMs());
        ImuMounting foot = mounting(in, "foot");
        ImuMounting shank = mounting(in, "shank");
        List<OutputDeclaration> outputs = new ArrayList<>();
        for (int i = 0; i < Stimulator.MAX_CHANNELS; i++) {
            outputs.add(new OutputDeclaration(
                    in.number("channel" + i + ".periodNs", 1, LONGEST_PERIOD_NS, OutputDeclaration.DEFAULT.periodNs()),
                    (int) in.number("channel" + i + ".areaMm2", 1, LARGEST_PAD_MM2,
                            OutputDeclaration.DEFAULT.padAreaMm2())));
        }
        PulseMonitor.Use use = in.choice("use", PulseMonitor.Use.class, PulseMonitor.Use.WALKING);
        in.refuseTheRest();
        return new SimOptions(WearerCharacter.of(wearer), seed, WalkScript.standThenWalk(standMs), foot, shank, outputs,
                use);
    }

    /** What the controller of these settings asks of a back-end. */
    public static HardwareRequest request(Settings settings) {
        List<HardwareRequest.Imu> imus = new ArrayList<>();
        add(ImuSite.FOOT, settings.sensors().footImu(), imus);
        add(ImuSite.SHANK, settings.sensors().shankImu(), imus);
        int channels = settings.stimulation().eversion().enabled() ? 2 : 1;
        return new HardwareRequest(imus, settings.sensors().heelSwitch(), channels, output(settings, channels),
                Optional.empty(), from(settings));
    }

    private static Optional<HardwareRequest.Output> output(Settings settings, int channels) {
        StimulatorSettings stimulator = settings.hardware().stimulator();
        if (stimulator.protocol() == StimulatorSettings.Protocol.VIRTUAL) {
            return Optional.empty();
        }
        List<Long> periodsNs = IntStream.range(0, channels).mapToObj(i -> periodNs(settings, i)).toList();
        return Optional.of(new HardwareRequest.Output(stimulator.protocol().name().toLowerCase(Locale.ROOT),
                stimulator.port(), stimulator.level() == StimulatorSettings.Level.MID, periodsNs,
                stimulator.fullScaleUa()));
    }

    private static long periodNs(Settings settings, int channel) {
        return settings.loop().pulsePeriodTicks(settings.stimulation().channel(channel).frequencyHz())
                * settings.loop().periodNs();
    }

    private static void add(ImuSite site, ImuSettings worn, List<HardwareRequest.Imu> imus) {
        if (worn.worn()) {
            imus.add(new HardwareRequest.Imu(site, worn.rateHz()));
        }
    }

    /** The options, for a {@link org.footlift.hal.HardwareRequest}, that go with a profile. */
    public static Map<String, String> from(Settings settings) {
        Map<String, String> options = new TreeMap<>();
        SimSettings sim = settings.hardware().sim();
        options.put("wearer", sim.wearer().name());
        options.put("seed", Integer.toString(sim.seed()));
        options.put("standMs", Integer.toString(sim.standMs()));
        put(options, "foot", settings.sensors().footImu());
        put(options, "shank", settings.sensors().shankImu());
        for (int i = 0; i < Stimulator.MAX_CHANNELS; i++) {
            ChannelSettings channel = settings.stimulation().channel(i);
            options.put("channel" + i + ".periodNs", Long.toString(periodNs(settings, i)));
            options.put("channel" + i + ".areaMm2", Integer.toString(channel.electrodeAreaMm2()));
        }
        boolean exercise = settings.modes().start() == ModeSettings.Start.EXERCISE;
        options.put("use", (exercise ? PulseMonitor.Use.EXERCISE : PulseMonitor.Use.WALKING).name());
        return options;
    }

    private static void put(Map<String, String> options, String site, ImuSettings imu) {
        if (imu.axisDeclared()) { // else the virtual sensor sits as one does by default, and the detector is not told
            options.put(site + ".axis", imu.mediolateralAxis().name());
            options.put(site + ".sign", imu.swingSign().name());
        }
    }

    private static ImuMounting mounting(OptionReader in, String site) throws HardwareUnavailable {
        return new ImuMounting(in.choice(site + ".axis", Axis.class, ImuSettings.DEFAULT.mediolateralAxis()),
                in.choice(site + ".sign", Sign.class, ImuSettings.DEFAULT.swingSign()));
    }
}
