package org.footlift.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.Recording;
import org.junit.jupiter.api.Test;

class RunReviewTest {
    private static final String STEM = "sub-xx1_task-walk";
    private static final Set<GaitEvent> ALL = EnumSet.of(GaitEvent.HEEL_OFF, GaitEvent.TOE_OFF, GaitEvent.HEEL_STRIKE);

    private final Recording recording = Walk.recording(STEM, 20);
    private final List<Event> labels = Walk.labels(2, 10);
    /** What was detected: everything, at its time, with a burst in every stride. */
    private final List<Event> rows = new ArrayList<>(labels);

    RunReviewTest() {
        for (int i = 0; i < 10; i++) {
            rows.add(Walk.burst(2 + i, 2.7 + i));
        }
    }

    @Test
    void aRunWithoutFaultHasNoFinding() {
        assertEquals(List.of(), review(rows).strides());
    }

    @Test
    void aMissedSwingSaysHowLongItIsAndWhereTheNextBurstWas() {
        change(Walk.burst(5, 5.7), Walk.burst(5.9, 6.1));
        change(Walk.burst(6, 6.7), Walk.burst(6.15, 6.7));
        StrideFinding finding = only().worst();
        assertEquals(StrideFinding.Kind.MISSED_SWING, finding.kind());
        assertEquals(400, finding.ms(), 1e-6);
        assertEquals(
                "Swing labelled from 5.20 s to 5.60 s (400 ms): no burst. The burst before ended 500 ms before toe off."
                        + " The next began 300 ms after heel strike.",
                finding.words());
    }

    @Test
    void aBurstThatComesTooLateSaysByHowMuch() {
        change(Walk.burst(5, 5.7), Walk.burst(5.38, 5.7));
        StrideFinding finding = only().worst();
        assertEquals(StrideFinding.Kind.NOT_COVERED, finding.kind());
        assertEquals(180, finding.ms(), 1e-6);
        assertEquals("Toe off labelled at 5.20 s; no burst until 5.38 s (180 ms late).", finding.words());
    }

    @Test
    void aBurstThatEndsTooEarlySaysByHowMuch() {
        change(Walk.burst(5, 5.7), Walk.burst(5, 5.49));
        assertEquals("The burst ended at 5.49 s, 110 ms before the heel strike labelled at 5.60 s.",
                only().worst().words());
    }

    @Test
    void twoBurstsWithAPauseDoNotCoverASwing() {
        change(Walk.burst(5, 5.7), Walk.burst(5, 5.3));
        rows.add(Walk.burst(5.4, 5.7));
        assertEquals("The swing labelled from 5.20 s to 5.60 s has 2 bursts with a pause between.",
                only().worst().words());
    }

    @Test
    void aStrayBurstSaysWhereTheNextSwingIs() {
        rows.add(Walk.burst(5.75, 5.9));
        StrideFinding finding = only().worst();
        assertEquals(StrideFinding.Kind.STRAY_BURST, finding.kind());
        assertEquals(150, finding.ms(), 1e-6);
        assertEquals("Burst of 150 ms from 5.75 s on: no swing is labelled there;"
                + " the next toe off is labelled 300 ms after its end.", finding.words());
    }

    @Test
    void eventsThatWereMissedOrAreExtraAreSaid() {
        rows.remove(new Event(5, 0, "heel_off"));
        rows.add(new Event(5.9, 0, "heel_strike"));
        assertEquals(List.of("Heel off labelled at 5.00 s was not detected.",
                "Heel strike detected at 5.90 s has no label; the nearest label is 300 ms away."), words());
    }

    @Test
    void aDetectionTooFarFromItsLabelIsLateOrEarlyBesideWhatIsUsual() {
        List<Event> late = new ArrayList<>();
        rows.forEach(e -> late.add(e.trialType().equals("toe_off") ? new Event(e.onsetS() + 0.03, 0, "toe_off") : e));
        late.remove(new Event(5.2 + 0.03, 0, "toe_off"));
        late.add(new Event(5.43, 0, "toe_off"));
        StrideFinding finding = only(late).worst();
        assertEquals(StrideFinding.Kind.LATE_OR_EARLY_EVENT, finding.kind());
        assertEquals(
                "Toe off labelled at 5.20 s was detected at 5.43 s: 200 ms late, beside the 30 ms delay that is usual"
                        + " in this run.",
                finding.words());
    }

    @Test
    void timesAreOnTheRecordingsClock() {
        change(Walk.burst(5, 5.7), Walk.burst(5.38, 5.7));
        RunReview review = review(Walk.later(rows, 0.3));
        assertEquals(0.3, review.labelShiftS(), 1e-9);
        assertEquals(2.5, review.labelsS(GaitEvent.TOE_OFF)[0], 1e-9);
        assertEquals("Toe off labelled at 5.50 s; no burst until 5.68 s (180 ms late).",
                review.strides().getFirst().worst().words());
    }

    @Test
    void findingsOfOneStrideStandTogetherTheWorstFirst() {
        rows.remove(Walk.burst(5, 5.7));
        rows.remove(new Event(5, 0, "heel_off"));
        rows.remove(new Event(8.6, 0, "heel_strike"));
        List<StrideReview> strides = review(rows).strides();
        assertEquals(2, strides.size());
        assertEquals(List.of(StrideFinding.Kind.MISSED_SWING, StrideFinding.Kind.MISSED_EVENT),
                strides.getFirst().findings().stream().map(StrideFinding::kind).toList());
    }

    @Test
    void ranksByHarmThenByCertaintyThenByMilliseconds() {
        StrideReview missed = of(StrideFinding.Kind.MISSED_SWING, 100, false);
        StrideReview late = of(StrideFinding.Kind.NOT_COVERED, 300, false);
        StrideReview lessLate = of(StrideFinding.Kind.NOT_COVERED, 60, false);
        StrideReview doubtful = of(StrideFinding.Kind.NOT_COVERED, 900, true);
        StrideReview event = of(StrideFinding.Kind.LATE_OR_EARLY_EVENT, 400, false);
        List<StrideReview> ranked = new ArrayList<>(List.of(event, doubtful, lessLate, late, missed));
        ranked.sort(StrideReview.WORST_FIRST);
        assertEquals(List.of(missed, late, lessLate, doubtful, event), ranked);
    }

    @Test
    void labelsThatContradictEachOtherAreMarked() {
        List<Event> odd = new ArrayList<>(labels);
        odd.remove(new Event(5.6, 0, "heel_strike"));
        odd.add(new Event(5.35, 0, "heel_strike"));
        rows.remove(Walk.burst(5, 5.7));
        RunReview review = new RunReview(new ScoredRun(new RunTruth(recording, odd, "test"), new RunDetections(rows)),
                ALL);
        assertTrue(review.strides().getFirst().worst().contradicting());
        change(Walk.burst(8, 8.7), Walk.burst(8.5, 8.7));
        assertFalse(review(rows).strides().getLast().worst().contradicting());
    }

    @Test
    void eventsThatASensorCannotGiveAreNotHeldAgainstIt() {
        rows.removeIf(e -> e.trialType().equals("toe_off"));
        assertEquals(10, review(rows).strides().size());
        RunReview heel = new RunReview(run(rows), EnumSet.of(GaitEvent.HEEL_OFF, GaitEvent.HEEL_STRIKE));
        assertEquals(List.of(), heel.strides());
    }

    @Test
    void aRecordingWithoutItsSensorIsNotJudged() {
        ScoredRun deaf = new ScoredRun(new RunTruth(recording, labels, "test"), RunDetections.NONE, false);
        assertEquals(List.of(), new RunReview(deaf, ALL).strides());
    }

    private void change(Event from, Event to) {
        assertTrue(rows.remove(from), () -> "no such row: " + from);
        rows.add(to);
    }

    private StrideReview only() {
        return only(rows);
    }

    private StrideReview only(List<Event> detected) {
        List<StrideReview> strides = review(detected).strides();
        assertEquals(1, strides.size(), strides::toString);
        return strides.getFirst();
    }

    private List<String> words() {
        return review(rows).strides().stream().flatMap(s -> s.findings().stream()).map(StrideFinding::words).toList();
    }

    private RunReview review(List<Event> detected) {
        return new RunReview(run(detected), ALL);
    }

    private ScoredRun run(List<Event> detected) {
        return new ScoredRun(new RunTruth(recording, labels, "test"), new RunDetections(detected));
    }

    private static StrideReview of(StrideFinding.Kind kind, double ms, boolean contradicting) {
        return new StrideReview(STEM, List.of(new StrideFinding(kind, 1, 1, ms, contradicting, "words")));
    }
}
