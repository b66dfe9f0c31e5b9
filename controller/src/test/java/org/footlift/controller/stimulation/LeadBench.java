package org.footlift.controller.stimulation;

import java.util.ArrayList;
import java.util.List;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.Settings;
import org.footlift.controller.Profile;
import org.footlift.controller.gait.ScriptedGait;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickOutput;

/**
 * A planner beside a leg whose events the test says, in ticks of 5 ms. Times in milliseconds since the last heel strike. The steady stride:
 * foot flat at 100, heel off at 500, toe off at 720, the next heel strike at 1100.
 */
final class LeadBench {
    static final int HEEL_OFF = 500;
    static final int TOE_OFF = 720;
    static final int STRIDE = 1_100;

    private static final long MS = 1_000_000L;
    private static final long TICK_MS = 5;

    /** A burst: when it began and ended, and why it began. */
    record Seen(long fromMs, long toMs, BurstStart why) {}

    final StimulationPlanner planner;
    final ScriptedGait gait = new ScriptedGait();
    final TickOutput out = new TickOutput();
    /** Bursts begun since the last heel strike, with the end of the one before. */
    final List<Seen> seen = new ArrayList<>();
    Mode mode = Mode.WALK;
    boolean softStop;
    /** What the governor would let a burst last. */
    long longestMs = 60_000;

    private long nowMs;
    private long strikeMs;

    LeadBench(int leadMs, boolean beforeHeelOff) {
        this(new Profile().sensors(Choice.IMU, false, true, false)
                .lead(leadMs, beforeHeelOff).settings());
    }

    LeadBench(Settings settings) {
        planner = new StimulationPlanner(settings);
        run(300);
        strike();
    }

    /** Walks until the rhythm is trusted fully; the last heel strike is at 0. */
    static LeadBench steady(int leadMs, boolean beforeHeelOff) {
        LeadBench bench = new LeadBench(leadMs, beforeHeelOff);
        for (int i = 0; i < 8; i++) {
            bench.stride();
        }
        return bench;
    }

    long sinceStrikeMs() {
        return nowMs - strikeMs;
    }

    private void tick() {
        nowMs += TICK_MS;
        boolean wasOn = planner.burstOn();
        planner.update(mode, gait, softStop, false, longestMs * MS, nowMs * MS);
        planner.describe(out, nowMs * MS);
        if (planner.burstOn() && !wasOn) {
            seen.add(new Seen(sinceStrikeMs(), Long.MAX_VALUE, out.burstStart));
        } else if (wasOn && !planner.burstOn() && !seen.isEmpty()) {
            Seen last = seen.removeLast();
            seen.add(new Seen(last.fromMs, sinceStrikeMs(), last.why));
        }
        gait.clear();
    }

    /** The governor refuses the burst at its first pulse. */
    LeadBench drop() {
        planner.drop(nowMs * MS);
        return this;
    }

    LeadBench run(long ms) {
        for (long end = nowMs + ms; nowMs < end;) {
            tick();
        }
        return this;
    }

    /** Until so long after the last heel strike. */
    LeadBench until(long sinceStrikeMs) {
        while (nowMs < strikeMs + sinceStrikeMs) {
            tick();
        }
        return this;
    }

    LeadBench at(long sinceStrikeMs, GaitEvent event) {
        until(sinceStrikeMs - TICK_MS);
        gait.say(event, (nowMs + TICK_MS) * MS);
        tick();
        return this;
    }

    /** A heel strike in the next tick; bursts are counted from it. */
    LeadBench strike() {
        seen.clear();
        strikeMs = nowMs + TICK_MS;
        gait.say(GaitEvent.HEEL_STRIKE, strikeMs * MS);
        tick();
        return this;
    }

    LeadBench flat() {
        return at(100, GaitEvent.FOOT_FLAT);
    }

    /** The steady stride up to the next heel strike. */
    LeadBench stride() {
        return stride(HEEL_OFF, TOE_OFF, STRIDE);
    }

    LeadBench stride(int heelOffMs, int toeOffMs, int strideMs) {
        flat().at(heelOffMs, GaitEvent.HEEL_OFF).at(toeOffMs, GaitEvent.TOE_OFF).until(strideMs - TICK_MS);
        return strike();
    }

    /** The sensors are silent for so long. */
    LeadBench gap(long ms) {
        gait.source = DetectorSource.NONE;
        run(ms);
        gait.source = DetectorSource.FOOT_IMU;
        return this;
    }
}
