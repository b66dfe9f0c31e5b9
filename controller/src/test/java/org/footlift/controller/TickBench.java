package org.footlift.controller;

import java.util.ArrayList;
import java.util.List;

import org.footlift.config.Settings;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.StimulatorStatus;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** A controller with a leg on it: fed tick by tick, millisecond by millisecond or stride by stride, and every pulse kept. */
public final class TickBench {
    /** One nanosecond count of a millisecond. */
    public static final long MS = 1_000_000L;

    /** A pulse that left. */
    public record Pulse(long timeNs, int channel, int amplitudeUa) {}

    /** This tick's input. */
    public final TickInput in = new TickInput();
    /** This tick's output. */
    public final TickOutput out = new TickOutput();
    /** Every pulse so far. */
    public final List<Pulse> pulses = new ArrayList<>();
    /** Whether the heel carries load, and whether its switch answers. */
    public boolean heelLoaded = true;
    /** Whether the heel switch gives samples. */
    public boolean heelAlive = true;
    /** Whether the foot IMU gives samples. */
    public boolean footAlive;
    /** Sagittal rate of the foot. */
    public float footDps;

    private final Controller controller;
    private final long periodNs;

    /** A controller for {@code settings} and a healthy stimulator. */
    public TickBench(Settings settings) {
        controller = new Controller(settings);
        periodNs = settings.loop().periodNs();
        in.stimulator.condition = StimulatorStatus.Condition.READY;
        in.stimulator.maxAmplitudeUa = 130_000;
        in.stimulator.maxPulseWidthUs = 1_000;
    }

    /** Time now. */
    public long nowNs() {
        return in.timeNs;
    }

    /** One tick. */
    public TickOutput tick() {
        return tick(Request.NONE, 0);
    }

    /** One tick with a request, {@code lateNs} late. */
    public TickOutput tick(Request request, long lateNs) {
        in.tick += 1 + lateNs / periodNs;
        in.timeNs += periodNs + lateNs;
        in.lateNs = lateNs;
        in.request = request;
        in.sensors.clear();
        if (heelAlive) {
            HeelSample sample = in.sensors.addHeel();
            sample.timeNs = in.timeNs;
            sample.valid = true;
            sample.loaded = heelLoaded;
        }
        if (footAlive) {
            ImuSample sample = in.sensors.addImu();
            sample.timeNs = in.timeNs;
            sample.site = ImuSite.FOOT;
            sample.valid = true;
            sample.gyroYDps = footDps;
            float noise = (in.tick % 2) * 0.01f; // every real sensor has some
            sample.accZMps2 = (Math.abs(footDps) > 100 ? 14 : 9.81f) + noise; // what turns that fast is in the air
        }
        controller.tick(in, out);
        for (int c = 0; c < out.pulses.length; c++) {
            if (out.pulses[c].isPulse()) {
                pulses.add(new Pulse(in.timeNs, c, out.pulses[c].amplitudeUa));
            }
        }
        return out;
    }

    /** Ticks for {@code ms}. */
    public TickBench run(long ms) {
        for (long end = in.timeNs + ms * MS; in.timeNs < end;) {
            tick();
        }
        return this;
    }

    /** Presses Start and stands until the setting has risen to its full value. */
    public TickBench standReady() {
        heelLoaded = true;
        run(200);
        tick(Request.START, 0);
        run(25_000);
        return this;
    }

    /** The heel rises and stays up for {@code ms}. */
    public TickBench swing(long ms) {
        heelLoaded = false;
        return run(ms);
    }

    /** The heel is down for {@code ms}. */
    public TickBench stance(long ms) {
        heelLoaded = true;
        return run(ms);
    }

    /** Pulses since {@code fromNs}, that moment included. */
    public long pulsesSince(long fromNs) {
        return pulses.stream().filter(p -> p.timeNs >= fromNs).count();
    }

    /** Time of the last pulse. */
    public long lastPulseNs() {
        return pulses.getLast().timeNs;
    }
}
