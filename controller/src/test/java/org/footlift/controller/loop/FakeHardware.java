package org.footlift.controller.loop;

import java.util.ArrayList;
import java.util.List;

import org.footlift.hal.Clock;
import org.footlift.hal.Hardware;
import org.footlift.hal.HeartbeatLine;
import org.footlift.hal.Pacer;
import org.footlift.hal.Indicators;
import org.footlift.hal.Panel;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SensorSource;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus;

/** Devices on a clock that moves only when the loop sleeps. Each part can be told to throw. */
final class FakeHardware implements Hardware {
    static final long MS = 1_000_000L;

    long nowNs;
    long tickLateNs;
    boolean heelLoaded = true;
    int heartbeats;
    int shows;
    int tones;
    boolean showsFault;
    private boolean soundsTone;
    int silences;
    boolean sensorsThrow;
    boolean stimulatorThrows;
    boolean silenceThrows;
    boolean pacerThrows;
    boolean clockThrows;
    boolean statusMissing;
    int drains;
    final List<Long> pulseTimesNs = new ArrayList<>();
    final List<Long> deadlinesNs = new ArrayList<>();

    @Override
    public SensorSource sensors() {
        return (now, into) -> {
            drains++;
            if (sensorsThrow) {
                throw new IllegalStateException("sensors");
            }
            var sample = into.addHeel();
            sample.timeNs = now;
            sample.valid = true;
            sample.loaded = heelLoaded;
        };
    }

    @Override
    public Stimulator stimulator() {
        return new Stimulator() {
            @Override
            public void pulse(int channel, PulseCommand command) {
                if (stimulatorThrows) {
                    throw new AssertionError("stimulator");
                }
                pulseTimesNs.add(nowNs);
            }

            @Override
            public void silence() {
                silences++;
                if (silenceThrows) {
                    throw new IllegalStateException("deaf");
                }
            }

            @Override
            public void status(StimulatorStatus into) {
                into.condition = StimulatorStatus.Condition.READY;
                if (statusMissing) {
                    forgetCondition(into);
                }
                into.maxAmplitudeUa = 130_000;
                into.maxPulseWidthUs = 500;
            }

            @Override
            public void close() {
                silence();
            }
        };
    }

    /**
     * Makes the controller itself throw. A mock would do it too, but would leave instrumentation in {@code Controller.tick} that allocates,
     * and the test that counts bytes shares this process.
     */
    private static void forgetCondition(StimulatorStatus status) {
        try {
            StimulatorStatus.class.getField("condition").set(status, null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("StimulatorStatus.condition", e);
        }
    }

    @Override
    public HeartbeatLine heartbeat() {
        return () -> heartbeats++;
    }

    @Override
    public Indicators indicators() {
        return (armed, fault, tone) -> {
            shows++;
            showsFault = fault;
            tones += tone && !soundsTone ? 1 : 0;
            soundsTone = tone;
        };
    }

    @Override
    public Panel panel() {
        return into -> into.start = false;
    }

    @Override
    public Clock clock() {
        return () -> {
            if (clockThrows) {
                throw new IllegalStateException("clock");
            }
            return nowNs;
        };
    }

    @Override
    public Pacer pacer() {
        return deadline -> {
            if (pacerThrows) {
                throw new IllegalStateException("pacer");
            }
            deadlinesNs.add(deadline);
            nowNs = Math.max(nowNs, deadline) + tickLateNs;
            tickLateNs = 0;
        };
    }

    @Override
    public void close() {
        stimulator().close();
    }
}
