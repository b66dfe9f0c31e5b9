package org.footlift.sim.explain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.footlift.config.EnvelopeSettings;
import org.footlift.sim.explain.DecisionLog.Tick;
import org.footlift.sim.replay.ReplayRow;
import org.footlift.sim.score.Burst;
import org.footlift.sim.score.Say;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Limit;
import org.footlift.telemetry.Mode;

/** The rule that decided: why no burst was on, why one began, why one ended. Asked in the order in which the controller decides: stop, detector, planner, governor. */
final class Reasons {
    /** A sample enters the tick after it, and its pulse leaves in that tick: nobody waited for anything within two ticks of the slowest loop. */
    private static final double AT_ONCE_S = 0.02;
    /** Limits that refuse a pulse; the others make it weaker. */
    private static final Set<Limit> REFUSING = EnumSet.of(Limit.SPACING, Limit.BURST, Limit.DUTY, Limit.STANCE,
            Limit.NOT_PERMITTED, Limit.MALFORMED);
    /** Phases that take a heel off back before its burst has begun, and those that end a burst. */
    private static final Set<GaitPhase> NOT_UP = EnumSet.of(GaitPhase.STANCE, GaitPhase.LOADING, GaitPhase.UNKNOWN);
    private static final Set<GaitPhase> DOWN = EnumSet.of(GaitPhase.STANCE, GaitPhase.LOADING);
    private static final double MS_PER_S = 1e3;
    /** The longest falling ramp and two pulses: what ended a burst was there within this time before its end. */
    private static final double FALL_S = 0.35;
    /** A burst that ended longer ago was not meant for this step. */
    private static final double A_STEP_S = 1;

    private final Rows rows;
    private final DecisionLog log;
    private final EnvelopeSettings envelope;

    Reasons(Rows rows, DecisionLog log, EnvelopeSettings envelope) {
        this.rows = rows;
        this.log = log;
        this.envelope = envelope;
    }

    /** Why no burst was on from {@code fromS}, when one was due, to {@code untilS}, when one began or the swing was over. */
    String whyOff(double fromS, double untilS) {
        Optional<Burst> before = rows.burstBefore(fromS);
        double sinceS = before.map(Burst::startS).orElse(Double.NEGATIVE_INFINITY);
        Optional<ReplayRow> heelOff = heelOff(sinceS, fromS, untilS);
        if (heelOff.isEmpty()) {
            boolean ofThisStep = before.isPresent() && fromS - before.get().endS() < A_STEP_S
                    && rows.events(GaitEvent.HEEL_STRIKE, sinceS, fromS).isEmpty();
            return ofThisStep ? "The burst of this step " + began(before.orElseThrow()) : noHeelOff(fromS, untilS);
        }
        double atS = heelOff.get().onsetS();
        if (before.isPresent() && atS < before.get().endS() && beganBeforeHeelOff(before.get())) {
            return "The burst of this step " + began(before.get());
        }
        boolean tooEarly = before.isPresent() && atS < before.get().endS() - envelope.fallingMs() / MS_PER_S;
        if (tooEarly) {
            return "Heel off was decided at " + Say.at(atS)
                    + " while the burst before was still on, so none began; that one "
                    + began(before.orElseThrow());
        }
        String decided = atS > fromS + AT_ONCE_S
                ? "Heel off was decided at " + Say.at(atS) + " only. " + detectorBetween(fromS, atS)
                : "Heel off was decided at " + Say.at(atS) + ".";
        return untilS - atS <= AT_ONCE_S ? decided : decided + " " + waited(atS, untilS);
    }

    /** The heel off of the step that is due at {@code fromS}: the last before, unless a heel strike ended its step, else the first after. */
    private Optional<ReplayRow> heelOff(double sinceS, double fromS, double untilS) {
        Optional<ReplayRow> last = rows.lastEvent(GaitEvent.HEEL_OFF, sinceS, fromS)
                .filter(r -> rows.events(GaitEvent.HEEL_STRIKE, r.onsetS(), fromS).isEmpty());
        return last.isPresent() ? last : rows.events(GaitEvent.HEEL_OFF, fromS, untilS).stream().findFirst();
    }

    private String began(Burst burst) {
        return "began at " + Say.at(burst.startS()) + " and ended at " + Say.at(burst.endS()) + ". " + whyEnded(burst);
    }

    /** What made {@code burst} begin. */
    String whyBegan(Burst burst) {
        double sinceS = rows.burstBefore(burst.startS()).map(Burst::startS).orElse(Double.NEGATIVE_INFINITY);
        Optional<ReplayRow> heelOff = rows.lastEvent(GaitEvent.HEEL_OFF, sinceS, burst.startS());
        if (beganBeforeHeelOff(burst)) {
            String confirmed = rows.events(GaitEvent.HEEL_OFF, burst.startS(), burst.endS()).stream().findFirst()
                    .map(r -> "Heel off was decided at " + Say.at(r.onsetS()) + ".").orElse("No heel off followed.");
            return "It began before heel off, " + envelope.leadMs() + " ms before toe off was expected by the wearer's"
                    + " rhythm. " + confirmed;
        }
        if (heelOff.isEmpty()) {
            return "It goes on with a burst that the governor had interrupted.";
        }
        double atS = heelOff.get().onsetS();
        String since = rows.lastEvent(GaitEvent.HEEL_STRIKE, Double.NEGATIVE_INFINITY, atS)
                .map(r -> ", " + Say.ms(atS - r.onsetS()) + " after the last heel strike").orElse("");
        String toes = rows.events(GaitEvent.TOE_OFF, sinceS, burst.endS()).stream().filter(r -> r.onsetS() >= atS)
                .findFirst()
                .map(r -> " Toe off was decided at " + Say.at(r.onsetS()) + ".").orElse(" No toe off followed.");
        String wait = burst.startS() - atS <= AT_ONCE_S ? "" : " " + waited(atS, burst.startS());
        return "Heel off was decided at " + Say.at(atS) + by(atS) + since + "." + wait + toes;
    }

    private boolean beganBeforeHeelOff(Burst burst) {
        return log.firstFrom(burst.startS(), Tick::burst)
                .filter(t -> t.start() == BurstStart.BEFORE_HEEL_OFF).isPresent();
    }

    private String by(double timeS) {
        return log.firstFrom(timeS, t -> true).filter(t -> t.source() != DetectorSource.NONE)
                .map(t -> " by the " + t.source().label()).orElse("");
    }

    /** What ended {@code burst}. */
    String whyEnded(Burst burst) {
        return earlyEnd(burst).orElseGet(() -> heelDown(burst));
    }

    /** What ended {@code burst}, when it was something else than the heel that came down. */
    Optional<String> earlyEnd(Burst burst) {
        double lastPulseS = log.lastBefore(burst.endS(), Tick::pulsed).map(Tick::timeS).orElse(burst.startS());
        Optional<ReplayRow> stop = rows.stopBetween(burst.endS() - FALL_S, burst.endS());
        if (stop.isPresent()) {
            return Optional.of(words(stop.get()));
        }
        Set<Limit> refused = refusals(log.between(lastPulseS, burst.endS() + AT_ONCE_S));
        if (!refused.isEmpty()) {
            return Optional.of("The governor refused its pulses: " + labels(refused) + ".");
        }
        if (log.lastBefore(burst.endS(), t -> t.start() != BurstStart.NONE)
                .filter(t -> t.start() == BurstStart.WITHDRAWN && t.timeS() >= burst.startS()).isPresent()) {
            return Optional.of("It had begun before heel off, and no heel off came in time.");
        }
        double longestS = (envelope.maxDurationMs() - envelope.fallingMs()) / MS_PER_S;
        boolean longest = burst.durationS() >= longestS
                && down(burst).filter(t -> t.timeS() < burst.startS() + longestS - AT_ONCE_S).isEmpty();
        return longest
                ? Optional.of("It had lasted its longest (" + envelope.maxDurationMs() + " ms) without a heel strike.")
                : Optional.empty();
    }

    /** The tick in which the heel last came down before {@code burst} ended. */
    private Optional<Tick> down(Burst burst) {
        return log.lastBefore(burst.endS(), t -> DOWN.contains(t.phase())).filter(t -> t.timeS() >= burst.startS())
                .flatMap(last -> log.lastBefore(last.timeS(), t -> !DOWN.contains(t.phase())))
                .flatMap(up -> log.firstFrom(up.timeS(), t -> DOWN.contains(t.phase())));
    }

    private String heelDown(Burst burst) {
        Optional<Tick> down = down(burst);
        if (down.isEmpty()) {
            return "What ended it is not in the record.";
        }
        double atS = down.get().timeS();
        return rows.lastEvent(GaitEvent.HEEL_STRIKE, atS - AT_ONCE_S, atS)
                .map(r -> "A heel strike decided at " + Say.at(r.onsetS()) + " ended it: the last pulse is over "
                        + Say.ms(burst.endS() - r.onsetS()) + " later, after extension and falling ramp.")
                .orElse("The detector went back to " + phase(down.get().phase()) + " at " + Say.at(atS)
                        + " without a heel strike, and that ended it.");
    }

    /** No heel off: a stop, or what the detector was waiting for. */
    String noHeelOff(double fromS, double untilS) {
        return "No heel off was decided. " + detectorBetween(fromS, untilS);
    }

    private String detectorBetween(double fromS, double untilS) {
        Optional<String> stopped = stopped(fromS, untilS);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        List<String> parts = new ArrayList<>();
        GaitPhase before = null;
        for (Tick each : log.between(fromS, untilS)) {
            if (each.phase() != before && parts.size() < 3) {
                parts.add(before == null
                        ? "The phase was " + phase(each.phase()) + " since " + Say.at(log.phaseSinceS(fromS))
                                + hint(each)
                        : "from " + Say.at(each.timeS()) + " on " + phase(each.phase()));
            }
            before = each.phase();
        }
        return parts.isEmpty() ? "The replay had ended." : String.join(", ", parts) + ".";
    }

    private String hint(Tick tick) {
        return switch (tick.phase()) {
            case STANCE -> " (no rise of the heel was recognised)";
            case LOADING -> " (foot flat was still awaited)";
            case SWING -> " (the heel strike before was still awaited)";
            case PRE_SWING -> " (toe off was still awaited)";
            case UNKNOWN -> unknown(tick);
        };
    }

    private String unknown(Tick tick) {
        double sinceS = log.phaseSinceS(tick.timeS());
        Optional<Tick> before = log.lastBefore(sinceS, t -> true);
        if (before.isEmpty()) {
            return " (it had not seen a foot at rest since the start)";
        }
        boolean silent = log.between(sinceS - AT_ONCE_S, tick.timeS()).stream()
                .anyMatch(t -> t.source() == DetectorSource.NONE);
        return silent ? " (after missing data)" : " (" + phase(before.get().phase()) + " was given up)";
    }

    private static String phase(GaitPhase phase) {
        return phase == GaitPhase.UNKNOWN ? "unknown" : phase.label();
    }

    /** A fault or a mode that permits nothing, between the two times. */
    private Optional<String> stopped(double fromS, double untilS) {
        Optional<ReplayRow> fault = rows.stopBetween(fromS, untilS);
        if (fault.isPresent()) {
            return Optional.of(words(fault.get()));
        }
        return log.between(fromS, untilS).stream().filter(t -> t.mode() != Mode.WALK).findFirst()
                .map(t -> "The mode was: " + t.mode().label() + ".");
    }

    private static String words(ReplayRow row) {
        Fault fault = Rows.fault(row);
        return "Fault " + row.detail() + " from " + Say.at(row.onsetS()) + " to "
                + Say.at(row.onsetS() + row.durationS()) + " ("
                + fault.engineerText() + "), which clears " + switch (fault.clears()) {
                    case BY_WEARER -> "when Start is pressed.";
                    case AFTER_STANCE -> "after a valid stance.";
                    case BY_ITSELF -> "by itself.";
                };
    }

    /** Why no pulse left from {@code fromS}, when heel off was decided, to {@code untilS}. */
    private String waited(double fromS, double untilS) {
        List<Tick> between = log.between(fromS, untilS);
        Set<Limit> refused = refusals(between);
        if (!refused.isEmpty()) {
            return "The governor refused the pulses: " + labels(refused)
                    + (refused.contains(Limit.STANCE) ? stance(fromS) : "")
                    + ".";
        }
        Optional<String> stopped = stopped(fromS, untilS);
        if (stopped.isPresent()) {
            return stopped.get();
        }
        if (between.stream().anyMatch(t -> Limit.RISE.in(t.limits()))) {
            return "The pulses were reduced to nothing: " + Limit.RISE.label() + ".";
        }
        if (between.stream().anyMatch(t -> t.start() == BurstStart.WAITING)) {
            return "By the wearer's rhythm the planner expected toe off later, and waited for its lead of "
                    + envelope.leadMs() + " ms before it.";
        }
        Optional<Tick> back = between.stream().dropWhile(t -> NOT_UP.contains(t.phase()))
                .filter(t -> NOT_UP.contains(t.phase()))
                .findFirst();
        String taken = back.map(t -> " The detector went back to " + phase(t.phase()) + " at " + Say.at(t.timeS())
                + ", which took the heel off back.").orElse("");
        return planner(fromS, taken);
    }

    private String planner(double fromS, String taken) {
        Optional<Burst> before = rows.burstBefore(fromS);
        double pauseS = before.map(b -> fromS - b.endS()).orElse(Double.POSITIVE_INFINITY);
        if (pauseS < 0) {
            return "The planner waited for the fall of the burst before, which ended at "
                    + Say.at(before.orElseThrow().endS())
                    + ", and the pause of " + envelope.refractoryMs() + " ms after it." + taken;
        }
        if (pauseS < envelope.refractoryMs() / MS_PER_S) {
            return "The planner waited for the pause of " + envelope.refractoryMs()
                    + " ms after the burst before, which ended at "
                    + Say.at(before.orElseThrow().endS()) + "." + taken;
        }
        if (envelope.delayMs() > 0) {
            return "The planner waited for the set delay of " + envelope.delayMs() + " ms." + taken;
        }
        return taken.isEmpty() ? "Why the planner began no burst is not in the record." : taken.strip();
    }

    /** A stance is asked for after Start and after a soft stop. */
    private String stance(double timeS) {
        return rows.lastStopBefore(timeS)
                .map(r -> " since " + r.detail() + " at " + Say.at(r.onsetS())).orElse(" since Start");
    }

    private static Set<Limit> refusals(List<Tick> ticks) {
        int limits = ticks.stream().filter(t -> !t.pulsed()).mapToInt(Tick::limits).reduce(0, (a, b) -> a | b);
        return Arrays.stream(Limit.values()).filter(l -> l.in(limits) && REFUSING.contains(l))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Limit.class)));
    }

    private static String labels(Set<Limit> limits) {
        return limits.stream().map(Limit::label).collect(Collectors.joining(", "));
    }
}
