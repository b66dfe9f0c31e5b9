package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.List;
import org.footlift.telemetry.GaitEvent;
import org.jspecify.annotations.Nullable;

/** Stimulation, counted over runs. */
final class StimulationTally {
    /** The set whose people stand before and after. */
    private static final String STANDING_SET = "ip";

    private final double extensionS;
    private final boolean sensed;
    private int swings;
    private int covered;
    private int missed;
    private final List<Double> startsMs = new ArrayList<>();
    private final List<Double> endsMs = new ArrayList<>();
    private double outsideS;
    private int stridesWithHeelOff;
    private int strays;
    private int stridesWithSwing;
    private int standing;

    /** Counts nothing yet. */
    StimulationTally(double extensionS, boolean sensed) {
        this.extensionS = extensionS;
        this.sensed = sensed;
    }

    void add(RunTruth truth, List<Burst> bursts, EventOffsets run) {
        BurstJudgement judgement = new BurstJudgement(truth, bursts, run.offsetS(GaitEvent.HEEL_STRIKE), extensionS);
        for (EventTimes.Swing each : judgement.swings()) {
            addSwing(each, judgement);
        }
        int strides = run.labels(GaitEvent.HEEL_STRIKE).length;
        if (truth.labels().has(GaitEvent.HEEL_OFF)) {
            stridesWithHeelOff += strides;
            outsideS += judgement.outsideS();
        }
        if (truth.labels().has(GaitEvent.TOE_OFF)) {
            stridesWithSwing += strides;
            strays += judgement.strays().size();
        }
        if (truth.set().equals(STANDING_SET)) {
            standing += judgement.standing();
        }
    }

    StimulationScore score(String set, String group) {
        if (!sensed) {
            return new StimulationScore(set, group, swings, null, null, null, null, null, null, null, null);
        }
        return new StimulationScore(set, group, swings, share(covered, swings, 100), share(missed, swings, 100),
                orNull(Statistics.median(Statistics.toArray(startsMs))),
                orNull(Statistics.percentile(Statistics.toArray(startsMs), 95)),
                orNull(Statistics.median(Statistics.toArray(endsMs))), share(outsideS, stridesWithHeelOff, 1000),
                share(strays, stridesWithSwing, 1000), set.equals(STANDING_SET) ? standing : null);
    }

    private void addSwing(EventTimes.Swing swing, BurstJudgement judgement) {
        swings++;
        List<Burst> during = judgement.during(swing);
        if (during.isEmpty()) {
            missed++;
            return;
        }
        if (during.stream().anyMatch(b -> b.covers(swing))) {
            covered++;
        }
        double heelOffS = judgement.heelOffS(swing);
        if (!Double.isNaN(heelOffS)) {
            startsMs.add((during.getFirst().startS() - heelOffS) * 1e3);
        }
        endsMs.add((during.getLast().endS() - swing.heelStrikeS()) * 1e3);
    }

    private static @Nullable Double share(double part, int whole, double scale) {
        return whole == 0 ? null : rounded(scale * part / whole);
    }

    private static @Nullable Double orNull(double value) {
        return Double.isNaN(value) ? null : rounded(value);
    }

    /** To a thousandth: what is finer is the arithmetic's, not the wearer's. */
    private static double rounded(double value) {
        return Math.round(value * 1e3) / 1e3;
    }
}
