package org.footlift.sim.emulator;

import java.util.ArrayList;
import java.util.List;
import org.footlift.config.Settings;
import org.footlift.controller.Controller;
import org.footlift.controller.loop.ControlLoop;
import org.footlift.controller.loop.Requests;
import org.footlift.controller.loop.TickSink;
import org.footlift.hal.Clock;
import org.footlift.hal.Hardware;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.HeartbeatLine;
import org.footlift.hal.Pacer;
import org.footlift.hal.Panel;
import org.footlift.hal.PulseCommand;
import org.footlift.hal.SensorSource;
import org.footlift.hal.Stimulator;
import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.hal.stimulator.Failure;
import org.footlift.sim.SimOptions;
import org.footlift.sim.SteppedTime;
import org.footlift.sim.VirtualHardware;
import org.footlift.sim.stimulator.SwingCoverage;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** A virtual wearer, the whole controller, a driver and the device it believes to talk to, in made-up time. */
final class EmulatedWalk implements TickSink {
    final Wire wire;
    final SwingCoverage coverage;
    /** When the driver first told the controller that something is wrong. */
    long reportedNs = Long.MAX_VALUE;
    /** When the controller last asked for a pulse. */
    long lastPulseNs;
    long pulses;
    int faults;
    Mode mode = Mode.PAUSED;

    private final Settings settings;
    private final VirtualHardware wearer;
    private final Requests requests = new Requests();
    private final List<Long> troubleNs = new ArrayList<>();
    private final List<Injection> troubles = new ArrayList<>();
    private boolean started;

    EmulatedWalk(Settings settings, Wire wire) throws HardwareUnavailable {
        this.settings = settings;
        this.wire = wire.begun();
        wire.originNs = wire.nowNs;
        wearer = VirtualHardware.stepped(SimOptions.request(settings),
                SimOptions.parse(SimOptions.from(settings)), new SteppedTime());
        coverage = new SwingCoverage(wire.output.bursts(0));
        wearer.onTruth(coverage);
    }

    EmulatedWalk inject(Injection trouble, long afterMs) {
        troubles.add(trouble);
        troubleNs.add(afterMs * Wire.MS);
        return this;
    }

    /** Walks for that long; Start is pressed after one second. */
    EmulatedWalk walk(long ms) {
        new ControlLoop(new Controller(settings), new Wired(), this, requests, settings.loop().periodNs(),
                ms * Wire.MS).run();
        coverage.finish();
        return this;
    }

    @Override
    public void publish(TickInput in, TickOutput out) {
        if (!started && in.timeNs >= 1_000 * Wire.MS) {
            started = requests.offer(Request.START);
        }
        while (!troubles.isEmpty() && in.timeNs >= troubleNs.getFirst()) {
            troubleNs.removeFirst();
            wire.device.inject(troubles.removeFirst());
        }
        if (in.stimulator.condition != Condition.READY && reportedNs == Long.MAX_VALUE) {
            reportedNs = in.timeNs;
        }
        for (PulseCommand pulse : out.pulses) {
            if (pulse.isPulse()) {
                pulses++;
                lastPulseNs = in.timeNs;
            }
        }
        faults |= out.faults;
        mode = out.mode;
        coverage.advanceTo(in.timeNs);
    }

    /** The wearer, and the wire in place of their stimulator. */
    private final class Wired implements Hardware, Stimulator {
        private final PulseCommand[] waiting = {new PulseCommand(), new PulseCommand()};

        @Override
        public void pulse(int channel, PulseCommand command) {
            waiting[channel].copyFrom(command);
        }

        @Override
        public void silence() {
            waiting[0].clear();
            waiting[1].clear();
            wire.driver.silence(wire.nowNs);
        }

        @Override
        public void status(StimulatorStatus into) {
            wire.driver.describe(into);
            Failure failure = wire.driver.failure();
            into.condition = failure == null ? Condition.READY : failure.condition();
        }

        @Override
        public Pacer pacer() {
            return deadlineNs -> {
                while (wire.nowNs - wire.originNs < deadlineNs) {
                    step();
                }
                wearer.pacer().sleepUntil(deadlineNs);
            };
        }

        private void step() {
            if (wire.driver.failure() != null) {
                wire.driver.end(wire.nowNs);
            }
            for (int c = 0; c < waiting.length; c++) {
                if (waiting[c].isPulse() && wire.driver.mayPulse()) {
                    if (wire.nowNs - wire.originNs <= waiting[c].expiresNs) {
                        wire.driver.pulse(c, waiting[c], wire.nowNs);
                    }
                    waiting[c].clear();
                }
            }
            wire.step();
        }

        @Override
        public SensorSource sensors() {
            return wearer.sensors();
        }

        @Override
        public Stimulator stimulator() {
            return this;
        }

        @Override
        public HeartbeatLine heartbeat() {
            return wearer.heartbeat();
        }

        @Override
        public Panel panel() {
            return wearer.panel();
        }

        @Override
        public Clock clock() {
            return wearer.clock();
        }

        @Override
        public void close() {
            wearer.close();
        }
    }
}
