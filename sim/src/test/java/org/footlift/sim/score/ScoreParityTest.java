package org.footlift.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.RecordingReader;
import org.footlift.telemetry.bids.Recordings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published reference and this package, over the same recordings and the same detections, figure by figure. */
class ScoreParityTest {
    private static final String PYTHON = "/usr/bin/python3";
    private static final String NUMBER = "([-+]?(?:[0-9.]+|nan))";
    private static final Pattern LINE = Pattern.compile("(\\S+)/(.+)/(\\S+) +ref +" + NUMBER + " det +" + NUMBER
            + " recall " + NUMBER + " precision " + NUMBER + " F1 " + NUMBER + " \\| labels that agree +\\d+ F1p "
            + NUMBER
            + " MAE +" + NUMBER + " p95 +" + NUMBER + " ms \\| offset " + NUMBER + " \\(.*\\) lag " + NUMBER + " ms");

    @Test
    void agreesWithTheReferenceToTheLastDigit(@TempDir Path detected) throws Exception {
        Path shared = recordings();
        Path reference = shared.resolve("../../tools/score_events.py").normalize();
        assumeTrue(Files.exists(reference), "skipped: comparison with the reference, because there is no " + reference);
        assumeTrue(hasNumpy(), "skipped: comparison with the reference, because " + PYTHON + " has no numpy");

        List<ScoredRun> runs = new ArrayList<>();
        Random random = new Random(20261122);
        for (Path motion : Recordings.find(shared)) {
            if (RunTruth.isKnownFor(motion)) {
                Path events = detected.resolve(RecordingReader.stem(motion) + EventsFile.SUFFIX);
                EventsFile.write(events,
                        disturbed(EventsFile.read(motion.resolveSibling(events.getFileName())), random));
                RunTruth truth = RunTruth.read(motion, RecordingReader.read(motion));
                runs.add(new ScoredRun(truth, RunDetections.read(events)));
            }
        }
        ScoreTable table = new Scorer(EnumSet.allOf(GaitEvent.class), 0).score(runs);
        List<String> printed = run(PYTHON, reference.toString(), shared.toString(), detected.toString());
        assertTrue(printed.size() >= 10, "the reference printed rows: " + printed);
        assertEquals(printed.stream().map(ScoreParityTest::figures).toList(),
                table.events().stream().map(ScoreParityTest::figures).toList());
    }

    @Test
    void stimulationFromToeOffToHeelStrikeHasNoFault() {
        List<ScoredRun> runs = new ArrayList<>();
        for (Path motion : Recordings.find(recordings())) {
            if (RunTruth.isKnownFor(motion)) {
                RunTruth truth = RunTruth.read(motion, RecordingReader.read(motion));
                Path events = motion.resolveSibling(truth.stem() + EventsFile.SUFFIX);
                runs.add(new ScoredRun(truth, new RunDetections(withPerfectBursts(EventsFile.read(events)))));
            }
        }
        for (StimulationScore row : new Scorer(EnumSet.allOf(GaitEvent.class), 0).score(runs).stimulation()) {
            if (row.swings() > 0) {
                assertEquals(100.0, row.coveredPct(), row.toString());
                assertEquals(0.0, row.missedPct(), row.toString());
                assertEquals(0.0, row.strayBurstsPer1000Strides(), row.toString());
            }
            if (row.outsideMsPerStride() != null) {
                assertEquals(0.0, row.outsideMsPerStride(), 1e-6, row.toString());
            }
        }
    }

    /** The truth, and a burst from toe_off to heel_strike in each swing. */
    private static List<Event> withPerfectBursts(List<Event> truth) {
        List<Event> out = new ArrayList<>(truth);
        for (EventTimes.Swing each : new EventTimes(truth).swings()) {
            if (each.lengthS() >= 0.1) {
                out.add(new Event(each.toeOffS(), each.lengthS(), RunDetections.STIMULATION));
            }
        }
        return out;
    }

    private static Path recordings() {
        Optional<Path> found = above("shared/data/gait");
        assumeTrue(found.isPresent(),
                "skipped: scores of real recordings, because no folder above holds shared/data/gait");
        return found.orElseThrow();
    }

    /** Truth with jitter, a constant offset per run and kind, drops, doubles and inventions. */
    private static List<Event> disturbed(List<Event> truth, Random random) {
        double[] offsetsS = new double[GaitEvent.values().length];
        for (int i = 0; i < offsetsS.length; i++) {
            offsetsS[i] = random.nextGaussian() * 0.08;
        }
        List<Event> out = new ArrayList<>();
        for (Event each : truth) {
            double offsetS = offsetsS[Math.floorMod(each.trialType().hashCode(), offsetsS.length)];
            double onsetS = Math.round((each.onsetS() + offsetS + random.nextGaussian() * 0.06) * 200) / 200.0;
            if (random.nextDouble() > 0.07) {
                out.add(new Event(onsetS, 0, each.trialType()));
            }
            if (random.nextDouble() < 0.05) {
                out.add(new Event(onsetS + random.nextDouble() * 0.5, 0, each.trialType()));
            }
        }
        return out;
    }

    private static String figures(String line) {
        Matcher matcher = LINE.matcher(line.strip());
        assertTrue(matcher.matches(), "the reference printed another form: " + line);
        List<String> fields = new ArrayList<>();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            String field = matcher.group(i);
            fields.add(
                    i > 3 && !field.equals("nan") ? new BigDecimal(field).stripTrailingZeros().toPlainString() : field);
        }
        return String.join(" ", fields);
    }

    private static String figures(EventScore row) {
        return String.join(" ", row.set(), row.group(), row.event(), rounded(row.reference() * 1.0, 0),
                rounded(row.detected() * 1.0, 0), rounded(row.recall(), 4), rounded(row.precision(), 4),
                rounded(row.f1(), 4), rounded(row.f1p(), 4), rounded(row.maeMs(), 1), rounded(row.p95Ms(), 1),
                rounded(row.offsetMs(), 0), rounded(row.lagMs(), 0));
    }

    /** Python rounds the exact binary value half to even. */
    private static String rounded(@Nullable Double value, int places) {
        return value == null
                ? "nan"
                : new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).stripTrailingZeros().toPlainString();
    }

    private static Optional<Path> above(String relative) {
        for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
            if (Files.isDirectory(p.resolve(relative))) {
                return Optional.of(p.resolve(relative));
            }
        }
        return Optional.empty();
    }

    private static boolean hasNumpy() throws IOException, InterruptedException {
        return Files.isExecutable(Path.of(PYTHON))
                && new ProcessBuilder(PYTHON, "-c", "import numpy").redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    }

    private static List<String> run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = process.inputReader().lines().toList();
        assertEquals(0, process.waitFor(), String.join(" ", command));
        return lines;
    }
}
