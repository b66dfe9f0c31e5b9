package org.footlift.sim.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.footlift.controller.loop.TickSink;
import org.footlift.hal.PulseCommand;
import org.footlift.sim.wearer.TruthListener;
import org.footlift.sim.wearer.WalkScript;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** Writes down what the leg truly did and what the controller did about it. One thread; grows as the run does. */
final class ScenarioTally implements TickSink, TruthListener {
    /** A series of pulses with gaps under two periods, up to one period beyond its last. */
    record Burst(long fromNs, long untilNs, WalkScript.Part during, String source) {}

    /** A fault from when it was named until it was not. */
    record Named(Fault fault, long fromNs, long untilNs) {}

    /** Toes off the floor. */
    record Swing(long fromNs, long untilNs) {}

    /** Something that happened at a moment. */
    record Moment(GaitEvent event, long timeNs, String source) {}

    /** A part of the script. */
    record Doing(WalkScript.Part part, long fromNs) {}

    private static final long NONE = Long.MIN_VALUE;

    final List<Burst> bursts = new ArrayList<>();
    final List<Named> faults = new ArrayList<>();
    final List<Swing> swings = new ArrayList<>();
    final List<Moment> truth = new ArrayList<>();
    final List<Moment> detected = new ArrayList<>();
    final List<Doing> doings = new ArrayList<>();
    private final Supplier<WalkScript.Part> doing;
    private final long periodNs;
    private final long[] faultSinceNs = new long[Fault.values().length];
    private int faultsNow;
    private long toeOffNs = NONE;
    private long burstFromNs = NONE;
    private long lastPulseNs;
    private long lastTickNs;
    private WalkScript.Part burstDuring = new WalkScript.Stand(1);
    private String burstSource = "";

    /** With {@code doing} to say what the wearer does at the moment, and a pulse every {@code periodNs} in a burst. */
    ScenarioTally(Supplier<WalkScript.Part> doing, long periodNs) {
        this.doing = doing;
        this.periodNs = periodNs;
    }

    @Override
    public void happened(GaitEvent event, long timeNs) {
        truth.add(new Moment(event, timeNs, "truth"));
        if (event == GaitEvent.TOE_OFF) {
            toeOffNs = timeNs;
        } else if (event == GaitEvent.HEEL_STRIKE && toeOffNs != NONE) {
            swings.add(new Swing(toeOffNs, timeNs));
            toeOffNs = NONE;
        }
    }

    @Override
    public void publish(TickInput in, TickOutput out) {
        lastTickNs = in.timeNs;
        if (doings.isEmpty() || doings.getLast().part() != doing.get()) {
            doings.add(new Doing(doing.get(), in.timeNs));
        }
        if (out.events != 0) {
            for (GaitEvent event : GaitEvent.values()) {
                if (event.in(out.events)) {
                    detected.add(new Moment(event, out.eventTimeNs[event.ordinal()], source(out)));
                }
            }
        }
        notePulses(in.timeNs, out);
        if (out.faults != faultsNow) {
            noteFaults(in.timeNs, out.faults);
        }
    }

    /** Ends what is still going on. */
    void finish() {
        endBurst();
        noteFaults(lastTickNs, 0);
        if (toeOffNs != NONE) {
            swings.add(new Swing(toeOffNs, lastTickNs));
            toeOffNs = NONE;
        }
    }

    /** Bursts that overlap no swing. One that is still on at the end is not judged: its swing may be yet to come. */
    List<Burst> strayBursts() {
        return bursts.stream().filter(burst -> burst.untilNs() <= lastTickNs && swings.stream()
                .noneMatch(swing -> burst.fromNs() < swing.untilNs() && burst.untilNs() > swing.fromNs())).toList();
    }

    /** Nanoseconds spent outside walks. */
    long notWalkingNs() {
        long sum = 0;
        for (int i = 0; i < doings.size(); i++) {
            long untilNs = i + 1 < doings.size() ? doings.get(i + 1).fromNs() : lastTickNs;
            sum += doings.get(i).part() instanceof WalkScript.Walk ? 0 : untilNs - doings.get(i).fromNs();
        }
        return sum;
    }

    private void notePulses(long nowNs, TickOutput out) {
        boolean pulsed = false;
        for (PulseCommand pulse : out.pulses) {
            pulsed |= pulse.isPulse();
        }
        if (!pulsed) {
            return;
        }
        if (burstFromNs != NONE && nowNs - lastPulseNs >= 2 * periodNs) {
            endBurst();
        }
        if (burstFromNs == NONE) {
            burstFromNs = nowNs;
            burstDuring = doing.get();
            burstSource = source(out);
        }
        lastPulseNs = nowNs;
    }

    private void endBurst() {
        if (burstFromNs != NONE) {
            bursts.add(new Burst(burstFromNs, lastPulseNs + periodNs, burstDuring, burstSource));
            burstFromNs = NONE;
        }
    }

    private void noteFaults(long nowNs, int now) {
        for (Fault fault : Fault.values()) {
            if (fault.in(now) && !fault.in(faultsNow)) {
                faultSinceNs[fault.ordinal()] = nowNs;
            } else if (!fault.in(now) && fault.in(faultsNow)) {
                faults.add(new Named(fault, faultSinceNs[fault.ordinal()], nowNs));
            }
        }
        faultsNow = now;
    }

    private static String source(TickOutput out) {
        return out.source.name().toLowerCase(Locale.ROOT);
    }
}
