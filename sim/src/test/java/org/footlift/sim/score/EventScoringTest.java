package org.footlift.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.LabelledSpan;
import org.footlift.telemetry.bids.Recording;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventScoringTest {
    private static final String STEM = "sub-xx1_task-walk";
    private static final Set<GaitEvent> ALL = EnumSet.allOf(GaitEvent.class);

    private final Recording recording = Walk.recording(STEM, 20);
    private final List<Event> labels = Walk.labels(2, 10);

    @Test
    void removesAConstantOffsetAndReportsIt() {
        EventScore strike = row("heel_strike", recording, labels, Walk.later(labels, 0.25));
        assertEquals(1.0, strike.f1());
        assertEquals(250, milliseconds(strike.offsetMs()), 1e-6);
        assertEquals(0, milliseconds(strike.lagMs()), 1e-6);
        assertEquals(0, milliseconds(strike.maeMs()), 1e-6);
    }

    @Test
    void callsOffsetBeyondThatOfHeelStrikeLag() {
        List<Event> detected = Walk.later(labels, 0.02);
        detected.removeIf(e -> e.trialType().equals("toe_off"));
        labels.stream().filter(e -> e.trialType().equals("toe_off"))
                .forEach(e -> detected.add(new Event(e.onsetS() + 0.10, 0, "toe_off")));
        EventScore toeOff = row("toe_off", recording, labels, detected);
        assertEquals(100, milliseconds(toeOff.offsetMs()), 1e-6);
        assertEquals(80, milliseconds(toeOff.lagMs()), 1e-6);
    }

    @Test
    void countsWhatWasMissedAndWhatWasMadeUp() {
        List<Event> detected = new ArrayList<>(labels);
        detected.removeIf(e -> e.onsetS() == 4.6);
        detected.add(new Event(7.0, 0, "heel_strike"));
        detected.add(new Event(8.0, 0, "heel_strike"));
        EventScore strike = row("heel_strike", recording, labels, detected);
        assertEquals(10, strike.reference());
        assertEquals(11, strike.detected());
        assertEquals(0.9, strike.recall());
        assertEquals(9 / 11.0, strike.precision());
        assertEquals(18 / 21.0, strike.f1());
    }

    @Test
    void matchesNothingBeyond150Milliseconds() {
        List<Event> detected = new ArrayList<>(labels);
        detected.removeIf(e -> e.onsetS() == 4.6);
        detected.add(new Event(4.6 + 0.16, 0, "heel_strike"));
        assertEquals(0.9, row("heel_strike", recording, labels, detected).f1());
    }

    @Test
    void matchesEachLabelOnce() {
        List<Event> detected = new ArrayList<>(labels);
        detected.add(new Event(4.63, 0, "heel_strike"));
        EventScore strike = row("heel_strike", recording, labels, detected);
        assertEquals(1.0, strike.recall());
        assertEquals(10 / 11.0, strike.precision());
    }

    @Test
    void leavesOutWhatIsNearMissingData() {
        Recording gap = Walk.recording(STEM, 20, t -> t > 5.0 && t < 5.2);
        EventScore strike = row("heel_strike", gap, labels, List.of());
        // Heel strikes at 4.6 and 5.6 lie within 0.65 s of the gap from 5.01 to 5.2.
        assertEquals(8, strike.reference());
    }

    @Test
    void forgivesAGapOf90Milliseconds() {
        Recording gap = Walk.recording(STEM, 20, t -> t > 5.0 && t < 5.09);
        assertEquals(10, row("heel_strike", gap, labels, List.of()).reference());
    }

    @Test
    void leavesOutDetectionsOutsideTheLabelledSpan() {
        Recording spans = Walk.recording(STEM, 20, t -> false, new LabelledSpan(2, 5), new LabelledSpan(9.1, 12));
        List<Event> known = new ArrayList<>(labels);
        known.removeIf(e -> e.onsetS() > 5 && e.onsetS() < 9);
        EventScore strike = row("heel_strike", spans, known, labels);
        assertEquals(6, strike.reference());
        assertEquals(6, strike.detected());
    }

    @Test
    void f1pLeavesOutLabelsThatContradictEachOther() {
        List<Event> jittered = new ArrayList<>(labels);
        jittered.removeIf(e -> e.onsetS() == 5.6);
        jittered.add(new Event(5.85, 0, "heel_strike"));
        EventScore strike = row("heel_strike", recording, jittered, labels);
        assertEquals(0.9, strike.f1());
        // A swing of 0.65 s where 0.4 s is usual takes its own label out, and nothing else.
        assertEquals(1.0, strike.f1p());
    }

    @Test
    void f1pLeavesOutAHeelOffTooCloseToItsToeOff() {
        List<Event> odd = new ArrayList<>(labels);
        odd.removeIf(e -> e.onsetS() == 5.0);
        odd.add(new Event(5.19, 0, "heel_off"));
        EventScore heelOff = row("heel_off", recording, odd, labels);
        assertEquals(0.9, heelOff.f1());
        assertEquals(1.0, heelOff.f1p());
    }

    @Test
    void anEventThatTheSensorCannotGiveHasNoFigures() {
        Scorer heelOnly = new Scorer(EnumSet.of(GaitEvent.HEEL_OFF, GaitEvent.HEEL_STRIKE), 0);
        EventScore toeOff = find("toe_off", heelOnly.score(runs(recording, labels, labels)));
        assertEquals(10, toeOff.reference());
        assertEquals(0, toeOff.detected());
        assertNull(toeOff.f1());
        assertNull(toeOff.f1p());
        assertNull(toeOff.recall());
        assertNull(toeOff.offsetMs());
    }

    @Test
    void aGroupWhoseRecordingsLackTheSensorHasNoFigures() {
        RunTruth truth = new RunTruth(recording, labels, "healthy");
        ScoreTable table = new Scorer(ALL, 0).score(List.of(new ScoredRun(truth, RunDetections.NONE, false)));
        EventScore strike = find("heel_strike", table);
        assertEquals(10, strike.reference());
        assertEquals(0, strike.detected());
        assertNull(strike.f1());
        assertEquals(10, table.stimulation().getFirst().swings());
        assertNull(table.stimulation().getFirst().missedPct());
    }

    @Test
    void aDetectorThatFoundNothingScoresZero() {
        EventScore toeOff = row("toe_off", recording, labels, List.of());
        assertEquals(0.0, toeOff.f1());
        assertEquals(0.0, toeOff.precision());
        assertNull(toeOff.maeMs());
    }

    @Test
    void poolsBySetAndGroupAndAlsoByPerson() {
        List<ScoredRun> runs = new ArrayList<>();
        for (String stem : List.of("sub-xxB_a", "sub-xxA_a", "sub-xxA_b", "sub-yyA_a")) {
            Recording each = Walk.recording(stem, 20);
            String group = stem.contains("xxA") ? "healthy" : "stroke";
            runs.add(new ScoredRun(new RunTruth(each, labels, group), new RunDetections(labels)));
        }
        ScoreTable table = new Scorer(ALL, 0).score(runs);
        assertEquals(List.of("xx healthy 20", "xx stroke 10", "yy stroke 10"),
                table.events().stream().filter(e -> e.event().equals("toe_off"))
                        .map(e -> e.set() + " " + e.group() + " " + e.reference()).toList());
        assertEquals(List.of("xx healthy 20", "xx stroke 10", "yy stroke 10"), table.stimulation().stream()
                .map(s -> s.set() + " " + s.group() + " " + s.swings()).toList());
        assertEquals(List.of("sub-xxA", "sub-xxB", "sub-yyA"),
                List.copyOf(new Scorer(ALL, 0).scoreByPerson(runs).keySet()));
    }

    private static double milliseconds(@Nullable Double value) {
        assertNotNull(value);
        return value;
    }

    private static List<ScoredRun> runs(Recording recording, List<Event> labels, List<Event> detected) {
        return List.of(new ScoredRun(new RunTruth(recording, labels, "healthy"), new RunDetections(detected)));
    }

    private static EventScore row(String event, Recording recording, List<Event> labels, List<Event> detected) {
        return find(event, new Scorer(ALL, 0).score(runs(recording, labels, detected)));
    }

    private static EventScore find(String event, ScoreTable table) {
        return table.events().stream().filter(e -> e.event().equals(event)).findFirst().orElseThrow();
    }
}
