package org.footlift.sim.score;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.BidsException;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.EventsFile;
import org.footlift.telemetry.bids.LabelledSpan;
import org.footlift.telemetry.bids.Participants;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingReader;

/** What is known about one run: the recording, its labels, and whose it is. Immutable. */
public final class RunTruth {
    /** Detections this far outside the labelled span still count, seconds. */
    static final double SPAN_MARGIN_S = 0.4;
    // Missing data longer than this makes events around it unknowable, and this far to either side.
    private static final double LONGEST_GAP_S = 0.09;
    private static final double GAP_MARGIN_S = 0.65;

    private final Recording recording;
    private final String group;
    private final EventTimes labels;
    private final List<Window> gaps;

    /**
     * The truth about {@code recording}.
     *
     * @param events its labels, never empty
     * @param group the group of the person, for example {@code hemiparetic}
     */
    public RunTruth(Recording recording, List<Event> events, String group) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException(recording.header().stem() + " has no labels to be scored by");
        }
        if (!isScorable(recording.header().stem())) {
            throw new IllegalArgumentException(
                    recording.header().stem() + " does not begin with sub- and a set of two letters");
        }
        this.recording = recording;
        this.group = group;
        labels = new EventTimes(events);
        gaps = gaps(recording);
    }

    /**
     * Whether {@code motionTsv} has labels beside it: a run without cannot be scored.
     *
     * @throws BidsException when the events file is malformed
     */
    public static boolean isKnownFor(Path motionTsv) {
        Path events = eventsBeside(motionTsv);
        return Files.exists(events) && !EventsFile.read(events).isEmpty();
    }

    /**
     * Reads the labels beside {@code motionTsv} and the participants file above it.
     *
     * @param recording what that file holds
     * @throws BidsException when one is missing or malformed
     */
    public static RunTruth read(Path motionTsv, Recording recording) {
        List<Event> events = EventsFile.read(eventsBeside(motionTsv));
        if (events.isEmpty()) {
            throw BidsException.in(eventsBeside(motionTsv), "holds no label; leave this recording out of the score");
        }
        if (!isScorable(recording.header().stem())) {
            throw BidsException.in(motionTsv,
                    "does not say whose it is; rename it to begin with sub-, two letters for the set, and the person");
        }
        String person = person(recording.header().stem());
        return new RunTruth(recording, events, Participants.above(motionTsv).group(person));
    }

    /**
     * The labels of swings beside {@code motionTsv}, whoever's they are; empty where there is no events file or no swing in it.
     *
     * @param recording what that file holds
     * @throws BidsException when the events file is malformed
     */
    public static Optional<RunTruth> ofSwings(Path motionTsv, Recording recording) {
        if (!isScorable(recording.header().stem()) || !isKnownFor(motionTsv)) {
            return Optional.empty();
        }
        RunTruth truth = new RunTruth(recording, EventsFile.read(eventsBeside(motionTsv)), "");
        return truth.labels.swings().isEmpty() ? Optional.empty() : Optional.of(truth);
    }

    /** The name that its files share. */
    public String stem() {
        return recording.header().stem();
    }

    /** Whose run it is: {@code sub-agP3}. */
    public String person() {
        return person(stem());
    }

    /** The set it belongs to: the two letters after {@code sub-}. */
    public String set() {
        return stem().substring(4, 6);
    }

    /** The group of the person. */
    public String group() {
        return group;
    }

    Recording recording() {
        return recording;
    }

    EventTimes labels() {
        return labels;
    }

    /** Where data is missing, with the margin within which no event can be judged. */
    List<Window> gaps() {
        return gaps;
    }

    /** The labelled spans; where the recording declares none, from the first label of these kinds to the last. */
    List<LabelledSpan> spans(GaitEvent... kinds) {
        List<LabelledSpan> declared = recording.header().labelledSpans();
        if (!declared.isEmpty()) {
            return declared;
        }
        double[] all = Arrays.stream(kinds).flatMapToDouble(k -> Arrays.stream(labels.of(k))).sorted().toArray();
        return all.length == 0 ? List.of() : List.of(new LabelledSpan(all[0], all[all.length - 1]));
    }

    /** True when {@code timeS} lies in one of {@link #spans} or near it. */
    boolean nearLabels(double timeS, GaitEvent... kinds) {
        return spans(kinds).stream()
                .anyMatch(s -> s.startS() - SPAN_MARGIN_S <= timeS && timeS <= s.endS() + SPAN_MARGIN_S);
    }

    private static List<Window> gaps(Recording recording) {
        List<Window> out = new ArrayList<>();
        int count = recording.sampleCount();
        for (int i = 0; i < count; i++) {
            if (!Float.isNaN(recording.gyroXDps(i))) {
                continue;
            }
            int end = i;
            while (end < count && Float.isNaN(recording.gyroXDps(end))) {
                end++;
            }
            double fromS = recording.timeS(i);
            double toS = recording.timeS(Math.min(end, count - 1));
            if (toS - fromS > LONGEST_GAP_S) {
                out.add(new Window(fromS - GAP_MARGIN_S, toS + GAP_MARGIN_S));
            }
            i = end;
        }
        return List.copyOf(out);
    }

    private static boolean isScorable(String stem) {
        return stem.matches("sub-[^_][^_].*");
    }

    private static String person(String stem) {
        int end = stem.indexOf('_');
        return end < 0 ? stem : stem.substring(0, end);
    }

    private static Path eventsBeside(Path motionTsv) {
        return motionTsv.resolveSibling(RecordingReader.stem(motionTsv) + EventsFile.SUFFIX);
    }
}
