package org.footlift.sim.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.footlift.config.ImuSettings;
import org.footlift.config.Settings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.MotionBidsWriter;
import org.footlift.telemetry.bids.RecordingHeader;

/**
 * What the controller was given, as Motion-BIDS, one recording per IMU with the true events beside it and every activity as a span named {@code activity_…};
 * and in the folder {@code detected} an events file of the same name with what it made of that.
 */
final class ScenarioRecording implements AutoCloseable {
    private static final double NS_PER_S = 1e9;

    private final Scenario scenario;
    private final Settings settings;
    private final long seed;
    private final Path folder;
    private final Map<ImuSite, MotionBidsWriter> writers = new EnumMap<>(ImuSite.class);
    private final HeelSample heel = new HeelSample();

    ScenarioRecording(Scenario scenario, Settings settings, long seed, Path folder) {
        this.scenario = scenario;
        this.settings = settings;
        this.seed = seed;
        this.folder = folder;
        open(ImuSite.FOOT, settings.sensors().footImu());
        open(ImuSite.SHANK, settings.sensors().shankImu());
    }

    private void open(ImuSite site, ImuSettings worn) {
        if (worn.worn()) {
            RecordingHeader header = new RecordingHeader(stem(site), worn.rateHz(),
                    site.name().toLowerCase(Locale.ROOT),
                    RecordingHeader.Side.valueOf(settings.profile().leg().name()),
                    Optional.of(worn.mediolateralAxis()), Optional.of(worn.swingSign()), List.of());
            writers.put(site, new MotionBidsWriter(folder, header, scenario.label(), settings.sensors().heelSwitch()));
        }
    }

    private String stem(ImuSite site) {
        return "sub-vw" + seed + "_task-" + scenario.label().replace("-", "") + "_tracksys-imu_acq-"
                + site.name().toLowerCase(Locale.ROOT);
    }

    /** Takes what one tick was given. */
    void publish(TickInput in, TickOutput out) {
        int nextHeel = 0;
        for (int i = 0; i < in.sensors.imuCount(); i++) {
            ImuSample imu = in.sensors.imu(i);
            while (nextHeel < in.sensors.heelCount() && in.sensors.heel(nextHeel).timeNs <= imu.timeNs) {
                heel.copyFrom(in.sensors.heel(nextHeel++));
            }
            MotionBidsWriter writer = writers.get(imu.site);
            if (writer != null) {
                writer.add(imu.timeNs / NS_PER_S, imu, heel);
            }
        }
        while (nextHeel < in.sensors.heelCount()) {
            heel.copyFrom(in.sensors.heel(nextHeel++));
        }
    }

    /** Completes the files. */
    void finish(ScenarioTally tally) {
        List<Event> truth = sorted(truth(tally));
        List<Event> detected = sorted(detected(tally));
        writers.forEach((site, writer) -> {
            writer.finish(truth);
            EventsFile.write(folder.resolve("detected").resolve(stem(site) + EventsFile.SUFFIX), detected);
        });
    }

    private static List<Event> truth(ScenarioTally tally) {
        List<Event> events = new ArrayList<>();
        tally.truth.forEach(moment -> events
                .add(new Event(moment.timeNs() / NS_PER_S, 0, moment.event().trialType())));
        for (int i = 0; i < tally.doings.size(); i++) {
            if (tally.doings.get(i).part() instanceof WalkScript.Act act) {
                double fromS = tally.doings.get(i).fromNs() / NS_PER_S;
                events.add(new Event(fromS, act.durationMs() / 1e3,
                        "activity_" + act.activity().name().toLowerCase(Locale.ROOT)));
            }
        }
        return events;
    }

    private static List<Event> detected(ScenarioTally tally) {
        List<Event> events = new ArrayList<>();
        tally.detected.forEach(moment -> events
                .add(new Event(moment.timeNs() / NS_PER_S, 0, moment.event().trialType())));
        tally.bursts.forEach(burst -> events.add(span(burst.fromNs(), burst.untilNs(), "stimulation")));
        tally.faults.forEach(named -> events.add(span(named.fromNs(), named.untilNs(), "fault")));
        return events;
    }

    private static Event span(long fromNs, long untilNs, String trialType) {
        return new Event(fromNs / NS_PER_S, (untilNs - fromNs) / NS_PER_S, trialType);
    }

    private static List<Event> sorted(List<Event> events) {
        events.sort(Comparator.comparingDouble(Event::onsetS));
        return events;
    }

    @Override
    public void close() {
        writers.values().forEach(MotionBidsWriter::close);
    }
}
