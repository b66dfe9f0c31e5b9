package org.footlift.controller.loop;

import java.util.Arrays;

import org.footlift.controller.Controller;
import org.footlift.hal.Clock;
import org.footlift.hal.Hardware;
import org.footlift.hal.Pacer;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.jspecify.annotations.Nullable;

/**
 * Ticks the controller at its rate until told to end or its time is over. Deadlines are absolute and keep their phase; periods that were missed are
 * skipped and counted, never caught up. No tick, no pulse.
 *
 * <p>Anything thrown in a tick silences the output for good: the loop goes on publishing a latched state without calling the
 * controller, toggling the heartbeat or sending a pulse, until the process is restarted. Without a clock, a pacer or its own
 * bookkeeping no tick can follow: then that state is published once, and the loop is over.
 *
 * <p>{@link #run} owns the calling thread; {@link #end} may be called from any other.
 */
public final class ControlLoop implements Runnable {
    /** What is thrown because of the first failure is kept up to this many. */
    private static final int CONSEQUENCES = 4;

    private final Controller controller;
    private final Hardware hardware;
    private final TickSink sink;
    private final Requests requests;
    private final long periodNs;
    private final long runNs;
    private final LoopStatistics statistics = new LoopStatistics();
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private final Alarm alarm = new Alarm();

    private volatile boolean ending;
    private volatile boolean ended;
    private volatile @Nullable Throwable failure;

    /**
     * A loop that has not begun.
     *
     * @param periodNs from one deadline to the next
     * @param runNs no tick begins this long after {@link #run} did, whatever other threads are waiting for; {@link Long#MAX_VALUE} to run
     *     until told to end
     */
    public ControlLoop(Controller controller, Hardware hardware, TickSink sink, Requests requests, long periodNs,
            long runNs) {
        this.controller = controller;
        this.hardware = hardware;
        this.sink = sink;
        this.requests = requests;
        this.periodNs = periodNs;
        this.runNs = runNs;
    }

    @Override
    public void run() {
        try {
            tickToTheEnd();
            hardware.stimulator().silence();
            ended = true;
        } catch (Throwable thrown) { // whatever it is, no tick can be trusted to come in time after it
            fail(thrown);
            lastWord();
        }
    }

    private void tickToTheEnd() {
        Clock clock = hardware.clock();
        Pacer pacer = hardware.pacer();
        long beganNs = clock.timeNs();
        long deadlineNs = beganNs + periodNs;
        long tick = 0;
        while (!ending && deadlineNs - beganNs < runNs) {
            pacer.sleepUntil(deadlineNs);
            long nowNs = clock.timeNs();
            if (nowNs - beganNs >= runNs) { // woke up too late for it
                return;
            }
            long lateNs = Math.max(0, nowNs - deadlineNs);
            int skipped = (int) Math.min(Integer.MAX_VALUE, lateNs / periodNs);
            tick += 1 + skipped;
            deadlineNs += (1L + skipped) * periodNs;
            step(tick, nowNs, lateNs, skipped);
        }
    }

    /** Readers must not be left with a tick that walks; the time is when the next one was due, since no clock need be left. */
    private void lastWord() {
        in.tick++;
        in.timeNs += periodNs;
        in.lateNs = 0;
        in.skippedPeriods = 0;
        forgetInputs();
        describeFailure();
        publish();
        alarm.show(in.timeNs, out, hardware.indicators());
    }

    private void step(long tick, long nowNs, long lateNs, int skipped) {
        in.tick = tick;
        in.timeNs = nowNs;
        in.lateNs = lateNs;
        in.skippedPeriods = skipped;
        long costNs = 0;
        if (failure == null) {
            try {
                costNs = live(nowNs);
            } catch (Throwable thrown) { // whatever it is, nothing after it can be trusted
                fail(thrown);
            }
        } else {
            forgetInputs();
        }
        if (failure != null) {
            describeFailure(); // beside what went into the tick that failed, so that it can be replayed
        }
        statistics.beginsOwnWork();
        publish();
        statistics.endsOwnWork();
        alarm.show(in.timeNs, out, hardware.indicators());
        statistics.tick(costNs, lateNs, skipped, periodNs);
    }

    private void publish() {
        try {
            sink.publish(in, out);
        } catch (Throwable thrown) { // a tick that cannot be seen is not to be trusted either
            fail(thrown);
        }
    }

    private long live(long nowNs) {
        forgetInputs();
        hardware.sensors().drain(nowNs, in.sensors);
        hardware.stimulator().status(in.stimulator);
        hardware.panel().read(in.panel);
        in.stop = requests.takeStop();
        in.request = requests.take();
        statistics.beginsOwnWork();
        long beganNs = System.nanoTime();
        controller.tick(in, out);
        long costNs = System.nanoTime() - beganNs;
        statistics.endsOwnWork();
        for (int c = 0; c < out.pulses.length; c++) {
            if (out.pulses[c].isPulse()) {
                hardware.stimulator().pulse(c, out.pulses[c]);
            }
        }
        if (Fault.hardStopIn(out.faults)) {
            hardware.stimulator().silence();
        }
        if (out.heartbeat) {
            hardware.heartbeat().toggle();
        }
        return costNs;
    }

    private void fail(Throwable thrown) {
        note(thrown);
        try {
            hardware.stimulator().silence();
        } catch (Throwable deaf) { // a stimulator that cannot be told is let go by the heartbeat that stays away
            note(deaf);
        }
    }

    private void note(Throwable thrown) {
        Throwable first = failure;
        if (first == null) {
            failure = thrown;
        } else if (first != thrown && first.getSuppressed().length < CONSEQUENCES) {
            first.addSuppressed(thrown);
        }
    }

    private void forgetInputs() {
        in.sensors.clear();
        in.stop = false;
        in.request = Request.NONE;
    }

    private void describeFailure() {
        for (var pulse : out.pulses) {
            pulse.clear();
        }
        out.mode = Mode.LATCHED;
        out.faults |= Fault.INTERNAL_ERROR.bit();
        out.heartbeat = false;
        out.burst = false;
        out.events = 0;
        Arrays.fill(out.eventTimeNs, 0);
        out.phase = GaitPhase.UNKNOWN;
        out.source = DetectorSource.NONE;
        out.walking = false;
        out.limits = 0;
    }

    /** Ends the loop after the tick under way; the output is then silent. */
    public void end() {
        ending = true;
    }

    /** True once {@link #run} has come to the end it was told of, and the output is silent. Otherwise there is a {@link #failure()}, or it hangs. */
    public boolean ended() {
        return ended;
    }

    /** What was thrown first, or null. */
    public @Nullable Throwable failure() {
        return failure;
    }

    /** What the loop measured; complete once {@link #run} has returned. */
    public LoopStatistics statistics() {
        return statistics;
    }
}
