package org.footlift.sim.explain;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.footlift.sim.replay.ReplayRow;
import org.footlift.sim.score.Burst;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;

/** The rows of a replay, to be asked by time. */
final class Rows {
    private final List<ReplayRow> rows;
    private final List<Burst> bursts;

    Rows(List<ReplayRow> rows) {
        this.rows = List.copyOf(rows);
        bursts = of(ReplayRow.STIMULATION).map(r -> new Burst(r.onsetS(), r.durationS())).toList();
    }

    List<Burst> bursts() {
        return bursts;
    }

    /** The last burst that began before {@code timeS}. */
    Optional<Burst> burstBefore(double timeS) {
        return bursts.stream().filter(b -> b.startS() < timeS).reduce((a, b) -> b);
    }

    /** Events of {@code kind} after {@code afterS} up to {@code toS}. */
    List<ReplayRow> events(GaitEvent kind, double afterS, double toS) {
        return of(kind.trialType()).filter(r -> r.onsetS() > afterS && r.onsetS() <= toS).toList();
    }

    Optional<ReplayRow> lastEvent(GaitEvent kind, double afterS, double toS) {
        return events(kind, afterS, toS).stream().reduce((a, b) -> b);
    }

    /** The gravest fault that stops stimulation and was there between the two times. */
    Optional<ReplayRow> stopBetween(double fromS, double toS) {
        return of(ReplayRow.FAULT)
                .filter(r -> fault(r).stop() != Fault.Stop.NONE && r.onsetS() < toS
                        && fromS < r.onsetS() + r.durationS())
                .min((a, b) -> fault(a).compareTo(fault(b)));
    }

    /** The last fault that ended before {@code timeS} and wants a valid stance before the next pulse. */
    Optional<ReplayRow> lastStopBefore(double timeS) {
        return of(ReplayRow.FAULT)
                .filter(r -> fault(r).stop() != Fault.Stop.NONE && r.onsetS() <= timeS).reduce((a, b) -> b);
    }

    private Stream<ReplayRow> of(String trialType) {
        return rows.stream().filter(r -> r.trialType().equals(trialType));
    }

    static Fault fault(ReplayRow row) {
        return Fault.valueOf(row.detail().toUpperCase(Locale.ROOT));
    }
}
