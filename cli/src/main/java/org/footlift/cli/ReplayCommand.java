package org.footlift.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.sim.explain.DecisionLog;
import org.footlift.sim.explain.Explainer;
import org.footlift.sim.explain.Explanation;
import org.footlift.sim.replay.RecordingReplay;
import org.footlift.sim.replay.ReplayResult;
import org.footlift.sim.replay.ReplayRow;
import org.footlift.sim.score.RunReview;
import org.footlift.sim.score.RunTruth;
import org.footlift.sim.score.ScoredRun;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingReader;
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

    @Parameters(paramLabel = "TRACE", arity = "1..*", description = "A *_motion.tsv, a folder of them, or with --check a recorded session.")
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
            ReplayFiles files = ReplayFiles.of(traces, folder);
            Map<Path, ReplayResult> results = new LinkedHashMap<>();
            Map<Path, List<Explanation>> explanations = new HashMap<>();
            for (Path motion : files.motions()) {
                Recording recording = RecordingReader.read(motion);
                if (explain) {
                    DecisionLog log = new DecisionLog();
                    ReplayResult result = RecordingReplay.of(change.applied(recording), settings, choice, log);
                    results.put(motion, result);
                    explanations.put(motion, explain(motion, recording, result, log, settings));
                } else {
                    results.put(motion, RecordingReplay.of(change.applied(recording), settings, choice));
                }
            }
            Files.createDirectories(folder);
            results.forEach((motion, result) -> write(files.eventsOf(motion), result));
            results.forEach((motion, result) -> {
                System.out.println(RecordingReader.stem(motion) + ": " + words(result, choice));
                explanations.getOrDefault(motion, List.of()).forEach(ReplayCommand::print);
            });
        } catch (BidsException e) {
            throw new Refusal(Reason.of(e));
        } catch (IOException e) {
            throw new Refusal("cannot write to --out " + Reason.of(folder, e));
        }
        return Footlift.OK;
    }

    private static List<Explanation> explain(Path motion, Recording recording, ReplayResult result, DecisionLog log,
            Settings settings) {
        if (!result.sensorsPresent()) {
            return List.of();
        }
        Explainer explainer = new Explainer(result.rows(), log, settings.envelope());
        return RunTruth.ofSwings(motion, recording)
                .map(truth -> explainer
                        .against(new RunReview(new ScoredRun(truth, ReplayedRun.detections(result)), Set.of())))
                .orElseGet(explainer::alone);
    }

    private static void print(Explanation explanation) {
        System.out.printf(Locale.ROOT, "%9.2f s  %s%n", explanation.timeS(), explanation.words());
    }

    private static void write(Path file, ReplayResult result) {
        List<Event> events = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (ReplayRow row : result.rows()) {
            events.add(new Event(row.onsetS(), row.durationS(), row.trialType()));
            details.add(row.detail());
        }
        EventsFile.write(file, events, new EventsFile.Column("detail", details));
    }

    private static String words(ReplayResult result, Choice choice) {
        if (!result.sensorsPresent()) {
            return "has no heel switch, so there is nothing to replay";
        }
        int again = result.starts() - 1;
        return count(result.rows("heel_strike").size(), "stride") + ", "
                + count(result.rows(ReplayRow.STIMULATION).size(), "burst") + ", "
                + count(result.rows(ReplayRow.FAULT).size(), "fault")
                + (again > 0 ? ", Start pressed again " + count(again, "time") + " after a latched stop" : "")
                + (result.decidedBy().equals(Optional.of(choice)) ? "" : "; by the IMU alone, there is no heel switch");
    }

    private static String count(int n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
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
        boolean allSame = true;
        for (Path session : traces) {
            allSame &= SessionVerdict.print(session);
        }
        return allSame ? Footlift.OK : Footlift.BUG;
    }
}
