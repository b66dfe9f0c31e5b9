package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.LabelledSpan;

/** The bursts of one run on its labels' clock, and what the labels say about them. */
final class BurstJudgement {
    private static final double SHORTEST_SWING_S = 0.1;

    private final RunTruth truth;
    private final EventTimes labels;
    private final double offsetS;
    private final double extensionS;
    private final List<EventTimes.Swing> swings;
    private final List<Burst> bursts;

    /**
     * Judges {@code bursts}.
     *
     * @param offsetS offset of the run's heel_strike detections, seconds
     * @param extensionS how long stimulation is meant to go on after heel_strike, seconds
     */
    BurstJudgement(RunTruth truth, List<Burst> bursts, double offsetS, double extensionS) {
        this.truth = truth;
        this.offsetS = offsetS;
        this.extensionS = extensionS;
        labels = truth.labels();
        swings = labels.swings().stream().filter(s -> s.lengthS() >= SHORTEST_SWING_S).toList();
        this.bursts = bursts.stream().map(b -> b.earlierBy(offsetS)).toList();
    }

    /** The swings that no missing data touches. */
    List<EventTimes.Swing> swings() {
        return swings.stream().filter(s -> !Window.anyOverlaps(truth.gaps(), s.toeOffS(), s.heelStrikeS())).toList();
    }

    /** The bursts that overlap {@code swing}, in order of time. */
    List<Burst> during(EventTimes.Swing swing) {
        return bursts.stream().filter(b -> b.overlaps(swing)).toList();
    }

    /** The heel_off that led to {@code swing}, seconds; NaN when it has no label or lies where nothing can be judged. */
    double heelOffS(EventTimes.Swing swing) {
        double heelOffS = labels.lastUpTo(GaitEvent.HEEL_OFF, swing.toeOffS());
        boolean ofAnEarlierStride = heelOffS <= labels.lastUpTo(GaitEvent.HEEL_STRIKE, swing.toeOffS());
        return ofAnEarlierStride || Window.anyHolds(truth.gaps(), heelOffS) ? Double.NaN : heelOffS;
    }

    /**
     * Bursts that overlap no swing and begin between the first label and the last heel_strike. The margin that detections have does not
     * apply: the swing that follows the last label has none, and its burst would look stray.
     */
    List<Burst> strays() {
        double[] strikes = labels.of(GaitEvent.HEEL_STRIKE);
        double lastS = strikes.length == 0 ? Double.NEGATIVE_INFINITY : strikes[strikes.length - 1];
        List<LabelledSpan> spans = truth.spans(GaitEvent.TOE_OFF, GaitEvent.HEEL_STRIKE);
        List<Burst> strays = new ArrayList<>();
        for (Burst each : bursts) {
            boolean judged = each.startS() <= lastS
                    && spans.stream().anyMatch(s -> s.startS() <= each.startS() && each.startS() <= s.endS())
                    && !Window.anyOverlaps(truth.gaps(), each.startS() + offsetS, each.endS() + offsetS);
            if (judged && swings.stream().noneMatch(each::overlaps)) {
                strays.add(each);
            }
        }
        return strays;
    }

    /** Stimulation outside [heel_off, heel_strike + extension], seconds, where labels can tell. */
    double outsideS() {
        List<Window> excused = allowed();
        truth.gaps().forEach(g -> excused.add(new Window(g.fromS() - offsetS, g.toS() - offsetS)));
        excused.addAll(unlabelled());
        excused.sort(Comparator.comparingDouble(Window::fromS));
        return bursts.stream().mapToDouble(b -> uncoveredS(b, excused)).sum();
    }

    /** Bursts that overlap the standing before the first toe_off − 1 s, or after the last heel_strike + 1 s while nothing turns fast. */
    int standing() {
        double[] toeOffs = labels.of(GaitEvent.TOE_OFF);
        double[] strikes = labels.of(GaitEvent.HEEL_STRIKE);
        List<Window> standing = new ArrayList<>();
        if (toeOffs.length > 0) {
            standing.add(new Window(Double.NEGATIVE_INFINITY, toeOffs[0] - 1));
        }
        if (strikes.length > 0) {
            double fromS = strikes[strikes.length - 1] + 1;
            standing.add(new Window(fromS, Standing.endS(truth.recording(), fromS + offsetS) - offsetS));
        }
        return (int) bursts.stream().filter(b -> Window.anyOverlaps(standing, b.startS(), b.endS())).count();
    }

    private List<Window> allowed() {
        List<Window> out = new ArrayList<>();
        double[] heelOffs = labels.of(GaitEvent.HEEL_OFF);
        for (double heelOffS : heelOffs) {
            double strikeS = labels.next(GaitEvent.HEEL_STRIKE, heelOffS);
            // Labels that end in swing do not say when it ended.
            out.add(new Window(heelOffS, Double.isNaN(strikeS) ? Double.POSITIVE_INFINITY : strikeS + extensionS));
        }
        for (EventTimes.Swing each : swings) {
            // The heel is off in a swing, even where missing data took its heel_off label.
            out.add(new Window(each.toeOffS(), each.heelStrikeS() + extensionS));
        }
        double[] strikes = labels.of(GaitEvent.HEEL_STRIKE);
        if (heelOffs.length > 0 && strikes.length > 0 && beginsInSwing(heelOffs[0])) {
            out.add(new Window(Double.NEGATIVE_INFINITY, strikes[0] + extensionS));
        }
        return out;
    }

    private boolean beginsInSwing(double firstHeelOffS) {
        return labels.firstIsBefore(GaitEvent.HEEL_STRIKE, firstHeelOffS)
                || labels.firstIsBefore(GaitEvent.TOE_OFF, firstHeelOffS);
    }

    /** Everything outside the labelled spans and their margins. */
    private List<Window> unlabelled() {
        List<Window> out = new ArrayList<>();
        double fromS = Double.NEGATIVE_INFINITY;
        List<LabelledSpan> spans = truth.spans(GaitEvent.HEEL_OFF, GaitEvent.TOE_OFF, GaitEvent.HEEL_STRIKE).stream()
                .sorted(Comparator.comparingDouble(LabelledSpan::startS)).toList();
        for (LabelledSpan each : spans) {
            out.add(new Window(fromS, each.startS() - RunTruth.SPAN_MARGIN_S));
            fromS = Math.max(fromS, each.endS() + RunTruth.SPAN_MARGIN_S);
        }
        out.add(new Window(fromS, Double.POSITIVE_INFINITY));
        return out;
    }

    /** How much of {@code burst} lies in none of {@code windows}, which are sorted by their beginning. */
    private static double uncoveredS(Burst burst, List<Window> windows) {
        double at = burst.startS();
        double sum = 0;
        for (Window each : windows) {
            if (each.fromS() >= burst.endS()) {
                break;
            }
            sum += Math.max(0, each.fromS() - at);
            at = Math.max(at, each.toS());
        }
        return sum + Math.max(0, burst.endS() - at);
    }
}
