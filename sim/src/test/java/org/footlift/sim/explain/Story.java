package org.footlift.sim.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.footlift.config.EnvelopeSettings;
import org.footlift.hal.ImuSample;
import org.footlift.sim.replay.ReplayRow;
import org.footlift.sim.score.RunDetections;
import org.footlift.sim.score.RunReview;
import org.footlift.sim.score.RunTruth;
import org.footlift.sim.score.ScoredRun;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.footlift.telemetry.bids.RecordingHeader;

/** A made-up replay: ten seconds at 200 ticks a second, in stance on a foot IMU, walking; tests tell what else happened. */
final class Story {
    private static final int TICKS = 2_000;
    private static final long TICK_NS = 5_000_000;

    private final List<ReplayRow> rows = new ArrayList<>();
    private final TickOutput[] ticks = new TickOutput[TICKS];

    Story() {
        for (int i = 0; i < TICKS; i++) {
            ticks[i] = new TickOutput();
            ticks[i].mode = Mode.WALK;
            ticks[i].phase = GaitPhase.STANCE;
            ticks[i].source = DetectorSource.FOOT_IMU;
        }
    }

    Story phase(GaitPhase phase, double fromS, double toS) {
        during(fromS, toS).forEach(t -> t.phase = phase);
        return this;
    }

    Story limit(Limit limit, double fromS, double toS) {
        during(fromS, toS).forEach(t -> t.limits |= limit.bit());
        return this;
    }

    Story mode(Mode mode, double fromS, double toS) {
        during(fromS, toS).forEach(t -> t.mode = mode);
        return this;
    }

    Story start(BurstStart start, double fromS, double toS) {
        during(fromS, toS).forEach(t -> t.burstStart = start);
        return this;
    }

    Story silent(double fromS, double toS) {
        during(fromS, toS).forEach(t -> t.source = DetectorSource.NONE);
        return this;
    }

    Story fault(Fault fault, double fromS, double toS) {
        rows.add(new ReplayRow(fromS, toS - fromS, ReplayRow.FAULT, fault.name().toLowerCase(Locale.ROOT)));
        return this;
    }

    Story event(String kind, double atS) {
        rows.add(new ReplayRow(atS, 0, kind, "foot_imu"));
        return this;
    }

    /** A burst with a pulse every 25 ms. */
    Story burst(double fromS, double toS) {
        rows.add(new ReplayRow(fromS, toS - fromS, ReplayRow.STIMULATION, "burst"));
        List<TickOutput> on = during(fromS, toS).toList();
        for (int i = 0; i < on.size(); i++) {
            on.get(i).burst = true;
            on.get(i).pulses[0].amplitudeUa = i % 5 == 0 ? 10_000 : 0;
            on.get(i).pulses[0].pulseWidthUs = i % 5 == 0 ? 300 : 0;
        }
        return this;
    }

    /** A step as it should be: heel off, toe off 0.2 s later, heel strike 0.4 s after that, a burst from the first to 0.1 s after the last. */
    Story step(double heelOffS) {
        return event("heel_off", heelOffS).event("toe_off", heelOffS + 0.2).event("heel_strike", heelOffS + 0.6)
                .phase(GaitPhase.PRE_SWING, heelOffS, heelOffS + 0.2)
                .phase(GaitPhase.SWING, heelOffS + 0.2, heelOffS + 0.6)
                .phase(GaitPhase.LOADING, heelOffS + 0.6, heelOffS + 0.8).burst(heelOffS, heelOffS + 0.7);
    }

    /** Explained against a truth whose swings are 0.4 s long and begin at {@code toeOffs}, and between them steps that were right. */
    List<Explanation> against(double... toeOffs) {
        List<Event> labels = new ArrayList<>();
        for (double each : toeOffs) {
            labels.addAll(List.of(new Event(each, 0, "toe_off"), new Event(each + 0.4, 0, "heel_strike")));
        }
        List<Event> detected = rows.stream().map(r -> new Event(r.onsetS(), r.durationS(), r.trialType())).toList();
        ScoredRun run = new ScoredRun(new RunTruth(recording(), labels, ""), new RunDetections(detected));
        return explainer().against(new RunReview(run, Set.of()));
    }

    List<Explanation> alone() {
        return explainer().alone();
    }

    private Explainer explainer() {
        DecisionLog log = new DecisionLog();
        TickInput in = new TickInput();
        for (int i = 0; i < TICKS; i++) {
            in.tick = i;
            in.timeNs = i * TICK_NS;
            log.accept(in, ticks[i]);
        }
        rows.sort(Comparator.comparingDouble(ReplayRow::onsetS));
        return new Explainer(rows, log, new EnvelopeSettings(0, 200, 100, 60, 100, 200, 1_900, 100,
                EnvelopeSettings.Timing.ADAPTIVE, 100, true));
    }

    private Stream<TickOutput> during(double fromS, double toS) {
        return IntStream.range((int) Math.round(fromS * 200), (int) Math.round(toS * 200))
                .mapToObj(i -> ticks[i]);
    }

    private static Recording recording() {
        RecordingHeader header = new RecordingHeader("sub-xx1_walk", 100, "instep", RecordingHeader.Side.UNKNOWN,
                Optional.empty(), Optional.empty(), List.of());
        RecordingBuilder builder = new RecordingBuilder(header, true, false);
        ImuSample imu = new ImuSample();
        imu.valid = true;
        for (int i = 0; i < 1_000; i++) {
            builder.add(i / 100.0, imu, null);
        }
        return builder.build();
    }
}
