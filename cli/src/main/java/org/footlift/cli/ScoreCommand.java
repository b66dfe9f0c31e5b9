package org.footlift.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.Callable;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.config.ShippedProfiles;
import org.footlift.sim.replay.RecordingReplay;
import org.footlift.sim.replay.ReplayResult;
import org.footlift.sim.report.HtmlReport;
import org.footlift.sim.report.ReportContent;
import org.footlift.sim.score.RunReview;
import org.footlift.sim.score.RunTruth;
import org.footlift.sim.score.ScoreTable;
import org.footlift.sim.score.ScoreText;
import org.footlift.sim.score.ScoredRun;
import org.footlift.sim.score.Scorer;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingReader;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Detection and stimulation timing against the truth that lies beside the recordings. */
@Command(name = "score", description = "Score detection and stimulation timing against the recordings' truth.", mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    @Option(names = "--profile", paramLabel = "FILE", description = "Settings: a TOML file, a folder with a profile store, or a shipped profile by name. Placement, axes and rate come from the recording.")
    private @Nullable String profile;

    @Option(names = "--sensors", paramLabel = "heel|imu|fused", description = "Which sensors decide (default: the profile's choice).", converter = SensorChoice.class)
    private @Nullable Choice sensors;

    @Mixin
    private RecordingChange change = new RecordingChange();

    @Option(names = "--people", description = "One table per person instead of one for all.")
    private boolean people;

    @Option(names = "--json", description = "Print one JSON object: {\"events\": […], \"stimulation\": […]}; with --people one such object per person.")
    private boolean json;

    @Option(names = "--html", paramLabel = "FILE", description = "Also write a report to look at: figures, the worst strides with their signals, every run to zoom into. One file that needs no network. Replaces an older report, nothing else.")
    private @Nullable Path html;

    @Parameters(paramLabel = "TRACE", arity = "1..*", description = "A *_motion.tsv or a folder of them, with *_events.tsv beside each and participants.tsv above.")
    private List<Path> traces = new ArrayList<>();

    @Override
    public Integer call() {
        change.check();
        Settings settings = Profiles.read(profile);
        Choice choice = sensors == null ? settings.detector().sensors() : sensors;
        Scorer scorer = new Scorer(given(choice), settings.envelope().extensionMs());
        Optional<HtmlFile> page = Optional.ofNullable(html).map(HtmlFile::of);
        try {
            List<ScoredRun> runs = replay(settings, choice);
            page.ifPresent(file -> file.write(HtmlReport.of(content(runs, scorer, choice))));
            if (people) {
                print(scorer.scoreByPerson(runs));
            } else {
                print(scorer.score(runs));
            }
        } catch (BidsException e) {
            throw new Refusal(Reason.of(e));
        }
        return Footlift.OK;
    }

    private ReportContent content(List<ScoredRun> runs, Scorer scorer, Choice choice) {
        List<String> facts = new ArrayList<>(List.of("sensors " + choice.name().toLowerCase(Locale.ROOT),
                "profile " + (profile == null ? ShippedProfiles.DEFAULT : profile)));
        facts.addAll(change.facts());
        List<RunReview> reviews = runs.stream().map(run -> new RunReview(run, given(choice)))
                .sorted(Comparator.comparing(RunReview::stem)).toList();
        return new ReportContent(facts, scorer.score(runs), scorer.scoreByPerson(runs), reviews);
    }

    /** A heel switch knows nothing of the toes. */
    private static Set<GaitEvent> given(Choice choice) {
        return choice == Choice.HEEL
                ? EnumSet.of(GaitEvent.HEEL_OFF, GaitEvent.HEEL_STRIKE)
                : EnumSet.of(GaitEvent.HEEL_OFF, GaitEvent.TOE_OFF, GaitEvent.HEEL_STRIKE);
    }

    private List<ScoredRun> replay(Settings settings, Choice choice) {
        List<ScoredRun> runs = new ArrayList<>();
        int unlabelled = 0;
        int deaf = 0;
        for (Path motion : RecordingNames.motions(traces)) {
            if (RunTruth.isKnownFor(motion)) {
                Recording recording = RecordingReader.read(motion);
                ReplayResult result = RecordingReplay.of(change.applied(recording), settings, choice);
                deaf += result.sensorsPresent() ? 0 : 1;
                runs.add(new ScoredRun(RunTruth.read(motion, recording), ReplayedRun.detections(result),
                        result.sensorsPresent()));
            } else {
                unlabelled++;
            }
        }
        if (runs.isEmpty()) {
            throw new Refusal("none of the recordings has a label in an events file beside it; there is nothing to"
                    + " score by");
        }
        if (deaf == runs.size()) {
            throw new Refusal(ReplayedRun.NONE_WITH_HEEL_SWITCH);
        }
        if (unlabelled > 0) {
            System.err.println(unlabelled + " recordings without labels were left out.");
        }
        if (deaf > 0) {
            System.err.println(deaf + " of " + runs.size()
                    + " recordings have no heel switch: there are no figures for them.");
        }
        return runs;
    }

    private void print(ScoreTable table) {
        System.out.println(json ? JsonText.of(table) : ScoreText.of(table));
    }

    private void print(SortedMap<String, ScoreTable> byPerson) {
        if (json) {
            System.out.println(JsonText.of(byPerson));
            return;
        }
        byPerson.forEach((person, table) -> System.out.println(person + System.lineSeparator() + ScoreText.of(table)));
    }
}
