package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.footlift.cli.ReplayFiles.Trace;
import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.sim.explain.DecisionLog;
import org.footlift.sim.explain.Explainer;
import org.footlift.sim.explain.Explanation;
import org.footlift.sim.replay.RecordingReplay;
import org.footlift.sim.replay.ReplayResult;
import org.footlift.sim.score.RunReview;
import org.footlift.sim.score.RunTruth;
import org.footlift.sim.score.ScoredRun;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.bids.Recording;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The controller over recordings, or a recorded session checked against this build. */
@Command(name = "replay", description = "Run the controller over recordings, as fast as it goes, or check a recorded session.", mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
    @Option(names = "--profile", paramLabel = "FILE", description = "Settings: a TOML file, a folder with a profile store, or a shipped profile by name. Placement, axes and rate come from the recording.")
    private @Nullable String profile;

    @Option(names = "--sensors", paramLabel = "heel|imu|fused", description = "Which sensors decide (default: the profile's choice).", converter = SensorChoice.class)
    private @Nullable Choice sensors;

    @Mixin
    private RecordingChange change = new RecordingChange();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder for one <stem>_events.tsv per recording. Must not hold the recordings.")
    private @Nullable Path out;

    @Option(names = "--explain", description = "Also say of each burst that was missing, late, cut short or extra which rule decided: against the labels beside a recording, or where it has none by what the controller itself says.")
    private boolean explain;

    @Option(names = "--check", description = "Replay recorded sessions (.wpilog) and confirm that every output is the same, byte for byte.")
    private boolean check;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Parameters(paramLabel = "TRACE", arity = "1..*", description = "A *_motion.tsv, a folder of them, or a recorded session (.wpilog).")
    private List<Path> traces = new ArrayList<>();

    @Override
    public Integer call() {
        return check ? checkSessions() : replayRecordings();
    }

    /** Nothing is written before every recording was read and replayed: results of a command that failed must not lie about. */
    private int replayRecordings() {
        Path folder = out;
        if (folder == null) {
            throw new Refusal("where should the events go? Name a folder with --out DIR.");
        }
        change.check();
        Settings settings = Profiles.read(profile);
        Choice choice = sensors == null ? settings.detector().sensors() : sensors;
        try {
            List<Replayed> replayed = new ArrayList<>();
            for (Trace trace : ReplayFiles.of(traces, folder)) {
                replayed.add(replay(trace, settings, choice));
            }
            if (replayed.stream().noneMatch(each -> each.result().sensorsPresent())) {
                throw new Refusal(ReplayedRun.NONE_WITH_HEEL_SWITCH);
            }
            Files.createDirectories(folder);
            replayed.forEach(Replayed::write);
            if (json) {
                System.out.println(JsonText.of(Replayed.AsJson.of(replayed)));
            } else {
                replayed.forEach(each -> each.print(choice));
            }
        } catch (BidsException e) {
            throw new Refusal(Reason.of(e));
        } catch (IOException e) {
            throw new Refusal("cannot write to --out " + Reason.of(folder, e));
        }
        return Footlift.OK;
    }

    private Replayed replay(Trace trace, Settings settings, Choice choice) {
        Recording recording = trace.recording().get();
        if (!explain) {
            return new Replayed(trace, RecordingReplay.of(change.applied(recording), settings, choice), List.of());
        }
        DecisionLog log = new DecisionLog();
        ReplayResult result = RecordingReplay.of(change.applied(recording), settings, choice, log);
        return new Replayed(trace, result, explain(trace, recording, result, log, settings));
    }

    private static List<Explanation> explain(Trace trace, Recording recording, ReplayResult result, DecisionLog log,
            Settings settings) {
        if (!result.sensorsPresent()) {
            return List.of();
        }
        Explainer explainer = new Explainer(result.rows(), log, settings.envelope());
        Optional<RunTruth> truth = trace.labels() ? RunTruth.ofSwings(trace.file(), recording) : Optional.empty();
        return truth
                .map(swings -> explainer
                        .against(new RunReview(new ScoredRun(swings, ReplayedRun.detections(result)), Set.of())))
                .orElseGet(explainer::alone);
    }

    private int checkSessions() {
        Map<String, Boolean> unused = new LinkedHashMap<>();
        unused.put("--out", out != null);
        unused.put("--profile", profile != null);
        unused.put("--sensors", sensors != null);
        unused.put("--rate", change.rateGiven());
        unused.put("--rotate", change.rotationGiven());
        unused.put("--explain", explain);
        unused.forEach((option, given) -> {
            if (given) {
                throw new Refusal(
                        "--check replays a session with the settings in it and writes nothing; leave out " + option
                                + ".");
            }
        });
        List<SessionVerdict> verdicts = traces.stream().map(SessionVerdict::of).toList();
        if (json) {
            System.out.println(JsonText.of(new SessionVerdict.AsJson(verdicts)));
        } else {
            verdicts.forEach(verdict -> System.out.println(verdict.text()));
        }
        return verdicts.stream().allMatch(SessionVerdict::same) ? Footlift.OK : Footlift.BUG;
    }
}
