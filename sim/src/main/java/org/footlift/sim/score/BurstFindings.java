package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.List;
import org.footlift.telemetry.GaitEvent;

/** What is wrong with the bursts of one run, in words. */
final class BurstFindings {
    private final BurstJudgement judgement;
    private final EventTimes labels;
    private final List<Window> contradicting;
    private final List<Burst> bursts;
    private final double shiftS;

    /** Judges {@code bursts}; {@code shiftS} is what labels are moved by to stand on the recording's clock. */
    BurstFindings(RunTruth truth, List<Burst> bursts, double shiftS) {
        this.bursts = bursts;
        this.shiftS = shiftS;
        labels = truth.labels();
        contradicting = ContradictingLabels.windows(labels, GaitEvent.TOE_OFF);
        judgement = new BurstJudgement(truth, bursts, shiftS, 0);
    }

    List<StrideFinding> all() {
        List<StrideFinding> out = new ArrayList<>();
        for (EventTimes.Swing swing : judgement.swings()) {
            List<Burst> during = judgement.during(swing);
            if (during.isEmpty()) {
                out.add(missed(swing));
            } else if (during.stream().noneMatch(b -> b.covers(swing))) {
                out.add(notCovered(swing, during));
            }
        }
        judgement.strays().forEach(b -> out.add(stray(b)));
        return out;
    }

    private StrideFinding missed(EventTimes.Swing swing) {
        double toeOffS = swing.toeOffS() + shiftS;
        double strikeS = swing.heelStrikeS() + shiftS;
        StringBuilder words = new StringBuilder(
                "Swing labelled from " + Say.at(toeOffS) + " to " + Say.at(strikeS) + " ("
                        + Say.ms(swing.lengthS()) + "): no burst.");
        bursts.stream().filter(b -> b.endS() <= toeOffS && toeOffS - b.endS() < 1).reduce((a, b) -> b)
                .ifPresent(b -> words.append(" The burst before ended ").append(Say.ms(toeOffS - b.endS()))
                        .append(" before toe off."));
        bursts.stream().filter(b -> b.startS() >= strikeS && b.startS() - strikeS < 1).findFirst()
                .ifPresent(b -> words.append(" The next began ").append(Say.ms(b.startS() - strikeS))
                        .append(" after heel strike."));
        return finding(StrideFinding.Kind.MISSED_SWING, swing.toeOffS(), swing.heelStrikeS(), swing.lengthS(),
                words.toString());
    }

    private StrideFinding notCovered(EventTimes.Swing swing, List<Burst> during) {
        double lateS = during.getFirst().startS() - swing.toeOffS();
        double earlyS = swing.heelStrikeS() - during.getLast().endS();
        List<String> words = new ArrayList<>();
        if (lateS > Burst.GRACE_S) {
            words.add("Toe off labelled at " + Say.at(swing.toeOffS() + shiftS) + "; no burst until "
                    + Say.at(during.getFirst().startS() + shiftS) + " (" + Say.ms(lateS) + " late).");
        }
        if (earlyS > Burst.GRACE_S) {
            words.add("The burst ended at " + Say.at(during.getLast().endS() + shiftS) + ", " + Say.ms(earlyS)
                    + " before the heel strike labelled at " + Say.at(swing.heelStrikeS() + shiftS) + ".");
        }
        if (words.isEmpty()) {
            words.add("The swing labelled from " + Say.at(swing.toeOffS() + shiftS) + " to "
                    + Say.at(swing.heelStrikeS() + shiftS) + " has " + during.size() + " bursts with a pause between.");
        }
        double openS = Math.max(0, Math.max(lateS, earlyS));
        return finding(StrideFinding.Kind.NOT_COVERED, swing.toeOffS(), swing.heelStrikeS(), openS,
                String.join(" ", words));
    }

    private StrideFinding stray(Burst burst) {
        double nextS = labels.next(GaitEvent.TOE_OFF, burst.startS());
        String next = !(nextS >= burst.endS() && nextS - burst.endS() < 2)
                ? ""
                : "; the next toe off is labelled " + Say.ms(nextS - burst.endS()) + " after its end";
        return finding(StrideFinding.Kind.STRAY_BURST, burst.startS(), burst.endS(), burst.durationS(), "Burst of "
                + Say.ms(burst.durationS()) + " from " + Say.at(burst.startS() + shiftS)
                + " on: no swing is labelled there" + next + ".");
    }

    private StrideFinding finding(StrideFinding.Kind kind, double labelTimeS, double untilS, double bySeconds,
            String words) {
        return new StrideFinding(kind, labelTimeS + shiftS, untilS + shiftS, bySeconds * 1e3,
                Window.anyHolds(contradicting, labelTimeS),
                words);
    }
}
