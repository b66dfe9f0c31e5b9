package org.footlift.sim.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.bids.Event;

/** The onsets of each kind of gait event in one run, in order of time. Immutable. */
final class EventTimes {
    private final Map<GaitEvent, double[]> onsetsS = new EnumMap<>(GaitEvent.class);

    EventTimes(List<Event> events) {
        for (GaitEvent kind : GaitEvent.values()) {
            double[] found = events.stream().filter(e -> e.trialType().equals(kind.trialType()))
                    .mapToDouble(Event::onsetS).sorted().toArray();
            if (found.length > 0) {
                onsetsS.put(kind, found);
            }
        }
    }

    /** Whether this kind occurs at all. */
    boolean has(GaitEvent kind) {
        return onsetsS.containsKey(kind);
    }

    /** Onsets of {@code kind}, seconds, ascending; empty when it does not occur. Not to be changed. */
    double[] of(GaitEvent kind) {
        return onsetsS.getOrDefault(kind, new double[0]);
    }

    /** The swings: each toe_off with its next heel_strike, none where another toe_off comes first. */
    List<Swing> swings() {
        double[] toeOff = of(GaitEvent.TOE_OFF);
        List<Swing> out = new ArrayList<>();
        for (int i = 0; i < toeOff.length; i++) {
            double strikeS = next(GaitEvent.HEEL_STRIKE, toeOff[i]);
            if (!Double.isNaN(strikeS) && (i + 1 == toeOff.length || strikeS < toeOff[i + 1])) {
                out.add(new Swing(toeOff[i], strikeS));
            }
        }
        return Collections.unmodifiableList(out);
    }

    /** The first onset of {@code kind} after {@code timeS}; NaN when there is none. */
    double next(GaitEvent kind, double timeS) {
        for (double each : of(kind)) {
            if (each > timeS) {
                return each;
            }
        }
        return Double.NaN;
    }

    /** The last onset of {@code kind} at or before {@code timeS}; NaN when there is none. */
    double lastUpTo(GaitEvent kind, double timeS) {
        double found = Double.NaN;
        for (double each : of(kind)) {
            if (each > timeS) {
                break;
            }
            found = each;
        }
        return found;
    }

    /** Whether {@code kind} occurs before {@code timeS}. */
    boolean firstIsBefore(GaitEvent kind, double timeS) {
        double[] all = of(kind);
        return all.length > 0 && all[0] < timeS;
    }

    /** One swing. @param toeOffS its toe_off, seconds @param heelStrikeS its heel_strike, seconds */
    record Swing(double toeOffS, double heelStrikeS) {
        double lengthS() {
            return heelStrikeS - toeOffS;
        }
    }
}
