package org.footlift.sim.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.footlift.config.EnvelopeSettings;
import org.footlift.sim.replay.ReplayRow;
import org.footlift.sim.score.Burst;
import org.footlift.sim.score.RunReview;
import org.footlift.sim.score.Say;
import org.footlift.sim.score.StrideFinding;
import org.footlift.telemetry.GaitEvent;

/** Explains the bursts of one replay: against the labelled swings where there are some, else by what the controller itself says. */
public final class Explainer {
    /** A burst may begin this much after toe off and end this much before heel strike: the score's rule. */
    private static final double GRACE_S = 0.05;
    /** Heel strikes further apart are two walks. */
    private static final double LONGEST_STRIDE_S = 4;
    /** A heel off without a burst is looked at for so long. */
    private static final double AFTER_HEEL_OFF_S = 0.5;

    private final Rows rows;
    private final Reasons reasons;

    /**
     * An explainer of one replay.
     *
     * @param replayed what the replay gave, by onset
     * @param log what the controller said in every tick of it
     * @param envelope the settings of bursts in force
     */
    public Explainer(List<ReplayRow> replayed, DecisionLog log, EnvelopeSettings envelope) {
        rows = new Rows(replayed);
        reasons = new Reasons(rows, log, envelope);
    }

    /** Every swing that was missed or not covered and every burst outside a swing, by the labels in {@code review}; sorted by time. */
    public List<Explanation> against(RunReview review) {
        List<Explanation> out = new ArrayList<>();
        review.strides().stream().flatMap(s -> s.findings().stream()).forEach(finding -> {
            String why = switch (finding.kind()) {
                case MISSED_SWING -> reasons.whyOff(finding.timeS(), finding.untilS());
                case NOT_COVERED -> whyNotCovered(finding);
                case STRAY_BURST -> whyStray(finding);
                case MISSED_EVENT, EXTRA_EVENT, LATE_OR_EARLY_EVENT -> "";
            };
            if (!why.isEmpty()) {
                out.add(new Explanation(finding.timeS(), finding.words() + " " + why));
            }
        });
        return sorted(out);
    }

    private String whyNotCovered(StrideFinding swing) {
        List<Burst> during = rows.bursts().stream()
                .filter(b -> b.startS() < swing.untilS() && b.endS() > swing.timeS()).toList();
        if (during.isEmpty()) {
            return reasons.whyOff(swing.timeS(), swing.untilS()); // only by rounding
        }
        List<String> why = new ArrayList<>();
        if (during.getFirst().startS() > swing.timeS() + GRACE_S) {
            why.add(reasons.whyOff(swing.timeS(), during.getFirst().startS()));
        }
        if (during.getLast().endS() < swing.untilS() - GRACE_S) {
            why.add(reasons.whyEnded(during.getLast()));
        }
        return why.isEmpty() ? "Of the first: " + reasons.whyEnded(during.getFirst()) : String.join(" ", why);
    }

    private String whyStray(StrideFinding stray) {
        Optional<Burst> burst = rows.bursts().stream()
                .min(Comparator.comparingDouble(b -> Math.abs(b.startS() - stray.timeS())));
        return burst.map(b -> reasons.whyBegan(b) + " " + reasons.whyEnded(b)).orElse("");
    }

    /**
     * Without labels: every burst that ended otherwise than by the heel coming down, every heel off that no burst followed, and every
     * stride without either; sorted by time.
     */
    public List<Explanation> alone() {
        List<Explanation> out = new ArrayList<>();
        for (Burst each : rows.bursts()) {
            reasons.earlyEnd(each).ifPresent(why -> out.add(new Explanation(each.endS(), "The burst from "
                    + Say.at(each.startS()) + " on ended at " + Say.at(each.endS()) + ". " + why)));
        }
        List<ReplayRow> heelOffs = all(GaitEvent.HEEL_OFF);
        for (int i = 0; i < heelOffs.size(); i++) {
            double atS = heelOffs.get(i).onsetS();
            double nextS = i + 1 < heelOffs.size() ? heelOffs.get(i + 1).onsetS() : Double.POSITIVE_INFINITY;
            double untilS = Math.min(nextS, atS + AFTER_HEEL_OFF_S);
            if (!anyBurst(atS, nextS)) {
                out.add(new Explanation(atS, "No burst followed the heel off. " + reasons.whyOff(atS, untilS)));
            }
        }
        List<ReplayRow> strikes = all(GaitEvent.HEEL_STRIKE);
        for (int i = 1; i < strikes.size(); i++) {
            double fromS = strikes.get(i - 1).onsetS();
            double toS = strikes.get(i).onsetS();
            boolean silent = rows.bursts().stream().noneMatch(b -> b.startS() > fromS && b.startS() <= toS)
                    && rows.events(GaitEvent.HEEL_OFF, fromS, toS).isEmpty();
            if (silent && toS - fromS <= LONGEST_STRIDE_S) {
                out.add(new Explanation(fromS, "No burst from the heel strike at " + Say.at(fromS) + " to the next at "
                        + Say.at(toS) + ". " + reasons.noHeelOff(fromS, toS)));
            }
        }
        return sorted(out);
    }

    private List<ReplayRow> all(GaitEvent kind) {
        return rows.events(kind, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    /** Whether a burst is on at some time between, its ends not included. */
    private boolean anyBurst(double fromS, double toS) {
        return rows.bursts().stream().anyMatch(b -> b.startS() < toS && b.endS() > fromS);
    }

    private static List<Explanation> sorted(List<Explanation> explanations) {
        return explanations.stream().sorted(Comparator.comparingDouble(Explanation::timeS)).toList();
    }
}
