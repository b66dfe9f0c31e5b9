package org.footlift.sim.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.footlift.hal.ImuSample;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.LabelledSpan;
import org.footlift.telemetry.bids.Recording;
import org.footlift.telemetry.bids.RecordingBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StimulationScoringTest {
    private static final String STEM = "sub-xx1_task-walk";
    private static final double EXACT = 1e-6;

    private final Recording recording = Walk.recording(STEM, 20);
    private final List<Event> labels = Walk.labels(2, 10);

    @Test
    void everySwingWithItsBurstIsCovered() {
        StimulationScore score = score(recording, labels, bursts(0.05, 0.7));
        assertEquals(10, score.swings());
        assertEquals(100, value(score.coveredPct()));
        assertEquals(0, value(score.missedPct()));
        assertEquals(50, value(score.startAfterHeelOffMsMedian()), EXACT);
        assertEquals(50, value(score.startAfterHeelOffMsP95()), EXACT);
        assertEquals(100, value(score.endAfterHeelStrikeMsMedian()), EXACT);
        assertEquals(0, value(score.strayBurstsPer1000Strides()));
    }

    @Test
    void aBurstMayBegin50MillisecondsAfterToeOffAndEnd50BeforeHeelStrike() {
        assertEquals(100, value(score(recording, labels, bursts(0.245, 0.555)).coveredPct()));
        assertEquals(0, value(score(recording, labels, bursts(0.26, 0.6)).coveredPct()));
        assertEquals(0, value(score(recording, labels, bursts(0.2, 0.54)).coveredPct()));
        assertEquals(0, value(score(recording, labels, bursts(0.2, 0.54)).missedPct()));
    }

    @Test
    void aSwingThatNoBurstOverlapsIsMissed() {
        List<Event> bursts = bursts(0.05, 0.7);
        bursts.remove(3);
        bursts.remove(3);
        StimulationScore score = score(recording, labels, bursts);
        assertEquals(80, value(score.coveredPct()));
        assertEquals(20, value(score.missedPct()));
    }

    @Test
    void theClockIsCorrectedByTheHeelStrikeOffsetAlone() {
        List<Event> rows = Walk.later(bursts(0.05, 0.7), 0.3);
        labels.forEach(e -> rows.add(
                new Event(e.onsetS() + (e.trialType().equals("heel_strike") ? 0.3 : 0.1), 0, e.trialType())));
        StimulationScore score = rows(recording, labels, rows);
        assertEquals(100, value(score.coveredPct()));
        assertEquals(50, value(score.startAfterHeelOffMsMedian()), EXACT);
    }

    @Test
    void countsStimulationOutsideHeelOffToHeelStrikePlusExtension() {
        // 20 ms before heel_off and, with an extension of 100 ms, 50 ms after it.
        StimulationScore score = score(recording, labels, bursts(-0.02, 0.75));
        assertEquals(70, value(score.outsideMsPerStride()), EXACT);
    }

    @Test
    void countsNothingOutsideWhereLabelsCannotTell() {
        Recording gap = Walk.recording(STEM, 20, t -> t > 5.0 && t < 5.2);
        List<Event> bursts = new ArrayList<>(List.of(Walk.burst(5.7, 5.8), Walk.burst(16, 17)));
        StimulationScore score = score(gap, labels, bursts);
        assertEquals(0, value(score.outsideMsPerStride()), EXACT);
        assertEquals(0, value(score.strayBurstsPer1000Strides()));
    }

    @Test
    void aSwingNearMissingDataIsLeftOut() {
        Recording gap = Walk.recording(STEM, 20, t -> t > 5.0 && t < 5.2);
        assertEquals(8, score(gap, labels, bursts(0.05, 0.7)).swings());
    }

    @Test
    void aBurstThatOverlapsNoSwingIsStray() {
        List<Event> bursts = bursts(0.05, 0.7);
        bursts.add(Walk.burst(6.75, 6.85));
        StimulationScore score = score(recording, labels, bursts);
        assertEquals(100, value(score.strayBurstsPer1000Strides()));
        assertEquals(10, value(score.outsideMsPerStride()), EXACT, "100 ms of it over ten strides");
    }

    @Test
    void theSwingThatLabelsEndInIsNeitherStrayNorOutside() {
        List<Event> cut = new ArrayList<>(labels);
        cut.removeIf(e -> e.onsetS() > 11.3);
        StimulationScore score = score(recording, cut, bursts(0.05, 0.7));
        assertEquals(9, score.swings());
        assertEquals(0, value(score.strayBurstsPer1000Strides()));
        assertEquals(0, value(score.outsideMsPerStride()), EXACT);
    }

    @Test
    void aBurstOutsideTheLabelledSpansIsNotStray() {
        Recording spans = Walk.recording(STEM, 20, t -> false, new LabelledSpan(2, 5), new LabelledSpan(9, 12));
        List<Event> known = new ArrayList<>(labels);
        known.removeIf(e -> e.onsetS() > 5 && e.onsetS() < 9);
        StimulationScore score = score(spans, known, bursts(0.05, 0.7));
        assertEquals(6, score.swings());
        assertEquals(0, value(score.strayBurstsPer1000Strides()));
        assertEquals(0, value(score.outsideMsPerStride()), EXACT);
    }

    @Test
    void toeOffsWithoutHeelStrikeAndSwingsUnder100MillisecondsAreNoSwings() {
        List<Event> odd = new ArrayList<>(labels);
        odd.removeIf(e -> e.onsetS() == 3.6);
        odd.removeIf(e -> e.onsetS() == 5.6);
        odd.add(new Event(5.29, 0, "heel_strike"));
        assertEquals(8, score(recording, odd, bursts(0.05, 0.7)).swings());
    }

    @Test
    void withoutToeOffLabelsThereAreNoSwings() {
        List<Event> strikes = new ArrayList<>(labels);
        strikes.removeIf(e -> !e.trialType().equals("heel_strike"));
        StimulationScore score = score(recording, strikes, bursts(0.05, 0.7));
        assertEquals(0, score.swings());
        assertNull(score.coveredPct());
        assertNull(score.missedPct());
        assertNull(score.strayBurstsPer1000Strides());
        assertNull(score.outsideMsPerStride());
    }

    @Test
    void withoutHeelOffLabelsNothingIsMeasuredFromHeelOff() {
        List<Event> without = new ArrayList<>(labels);
        without.removeIf(e -> e.trialType().equals("heel_off"));
        StimulationScore score = score(recording, without, bursts(0.05, 0.7));
        assertEquals(100, value(score.coveredPct()));
        assertNull(score.startAfterHeelOffMsMedian());
        assertNull(score.startAfterHeelOffMsP95());
        assertNull(score.outsideMsPerStride());
    }

    @Test
    void burstsWhileStandingCountInTheSetThatStands() {
        // Standing until 1.2 s and from 12.6 s; at 16 s the foot turns.
        Recording standing = turningAt("sub-ip1_task-uturn", 16);
        List<Event> bursts = bursts(0.05, 0.7);
        bursts.addAll(List.of(Walk.burst(0.5, 0.8), Walk.burst(1.3, 1.4), Walk.burst(13, 13.2), Walk.burst(17, 17.4)));
        assertEquals(2, score(standing, labels, bursts).standingBursts());
        assertNull(score(turningAt(STEM, 16), labels, bursts).standingBursts());
    }

    private static Recording turningAt(String stem, double timeS) {
        Recording still = Walk.recording(stem, 20);
        RecordingBuilder turning = new RecordingBuilder(still.header(), true, false);
        ImuSample imu = new ImuSample();
        for (int i = 0; i < still.sampleCount(); i++) {
            still.copyImu(i, imu);
            imu.gyroZDps = still.timeS(i) == timeS ? 30 : 29;
            turning.add(still.timeS(i), imu, null);
        }
        return turning.build();
    }

    /** A burst in each of the ten steps, from and to these moments after heel_off. */
    private static List<Event> bursts(double fromS, double toS) {
        List<Event> out = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            out.add(Walk.burst(2 + i + fromS, 2 + i + toS));
        }
        return out;
    }

    private static StimulationScore score(Recording recording, List<Event> labels, List<Event> bursts) {
        List<Event> rows = new ArrayList<>(labels);
        rows.addAll(bursts);
        return rows(recording, labels, rows);
    }

    private static StimulationScore rows(Recording recording, List<Event> labels, List<Event> rows) {
        ScoredRun run = new ScoredRun(new RunTruth(recording, labels, "healthy"), new RunDetections(rows));
        return new Scorer(EnumSet.allOf(GaitEvent.class), 100).score(List.of(run)).stimulation().getFirst();
    }

    private static double value(@Nullable Double figure) {
        assertNotNull(figure);
        return figure;
    }
}
