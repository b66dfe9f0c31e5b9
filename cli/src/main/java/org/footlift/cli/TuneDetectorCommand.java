package org.footlift.cli;

import java.io.Console;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.sim.score.RunTruth;
import org.footlift.sim.tune.DetectorFit;
import org.footlift.sim.tune.DetectorSearch;
import org.footlift.sim.tune.FitText;
import org.footlift.sim.tune.LabelledRun;
import org.footlift.sim.tune.LeftOut;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingReader;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Detector settings for a wearer, from labelled recordings. */
@Command(name = "detector", description = "Search for detector settings that fit labelled recordings, and show what they are worth on people, or recordings, that had no part in the choice. Changes no file.", mixinStandardHelpOptions = true)
final class TuneDetectorCommand implements Callable<Integer> {
    @Option(names = "--profile", paramLabel = "FILE", description = "Settings to begin with: a TOML file, a folder with a profile store, or a shipped profile by name. Placement, axes and rate come from the recording.")
    private @Nullable String profile;

    @Option(names = "--sensors", paramLabel = "heel|imu", description = "Whose detector to fit (default: the one that decides in the profile; the IMU's when both do).", converter = SensorChoice.class)
    private @Nullable Choice sensors;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Parameters(paramLabel = "TRACE", arity = "1..*", description = "A *_motion.tsv or a folder of them, with *_events.tsv beside each and participants.tsv above.")
    private List<Path> traces = new ArrayList<>();

    @Override
    public Integer call() {
        if (sensors == Choice.FUSED) {
            throw new Refusal(
                    "the two detectors are fitted one at a time: give --sensors imu, and again --sensors heel.");
        }
        Settings settings = Profiles.read(profile);
        Choice choice = sensors != null
                ? sensors
                : settings.detector().sensors() == Choice.HEEL ? Choice.HEEL : Choice.IMU;
        try {
            DetectorFit fit = new DetectorSearch(settings, choice).fit(read(choice), TuneDetectorCommand::show);
            System.out.print(json ? JsonText.of(Result.of(fit)) + System.lineSeparator() : FitText.of(fit));
        } catch (BidsException e) {
            throw new Refusal(Reason.of(e));
        }
        return Footlift.OK;
    }

    /** Each recording once: one that is named twice would be judged with values chosen on itself. */
    private List<LabelledRun> read(Choice choice) {
        List<LabelledRun> runs = new ArrayList<>();
        int unlabelled = 0;
        int deaf = 0;
        for (Path motion : RecordingNames.motions(traces)) {
            if (!RunTruth.isKnownFor(motion)) {
                unlabelled++;
                continue;
            }
            Recording recording = RecordingReader.read(motion);
            if (choice == Choice.HEEL && !recording.hasHeelSwitch()) {
                deaf++;
            } else {
                runs.add(new LabelledRun(recording, RunTruth.read(motion, recording)));
            }
        }
        if (runs.isEmpty() && deaf > 0) {
            throw new Refusal(
                    "none of the labelled recordings has a heel switch; fit the IMU's detector with --sensors imu.");
        }
        if (runs.isEmpty()) {
            throw new Refusal(
                    "none of the recordings has a label in an events file beside it; there is nothing to fit to");
        }
        if (unlabelled > 0) {
            System.err.println(unlabelled + " recordings without labels were left out.");
        }
        if (deaf > 0) {
            System.err.println(deaf + " recordings without a heel switch were left out.");
        }
        return runs;
    }

    private static void show(int done, int all) {
        if (Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)) {
            System.err.print("\r" + (done < all ? done + " of " + all + " combinations" : "") + "\u001b[K");
            System.err.flush();
        }
    }

    /** A fit as JSON prints it. */
    record Result(String judgedOn, int tried, List<Parameter> parameters, List<LeftOut> leftOut, double gain,
            boolean better, String toml) {
        static Result of(DetectorFit fit) {
            List<Parameter> parameters = new ArrayList<>();
            for (int i = 0; i < fit.searched().size(); i++) {
                var each = fit.searched().get(i);
                parameters.add(new Parameter(each.setting().dotted(), each.setting().unit(),
                        each.setting().defaultValue(), each.start(), each.levels(), fit.best().get(i),
                        fit.proposal().get(i)));
            }
            return new Result(fit.judgedOn().word(), fit.tried(), parameters, fit.leftOut(), fit.gain(),
                    fit.isBetter(), fit.toml());
        }
    }

    /** One searched setting. */
    record Parameter(String key, String unit, int defaultValue, int profileValue, List<Integer> tried, int best,
            int proposal) {}
}
