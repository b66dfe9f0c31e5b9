package org.footlift.controller;

import java.util.Random;

import org.footlift.hal.ImuSite;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.telemetry.Request;
import org.footlift.telemetry.TickInput;

/** Inputs of every kind from one seed: gaits, gaps, nonsense, buttons, faults. Allocates nothing per tick. */
final class RandomInput {
    private static final Request[] REQUESTS = Request.values();
    private static final Condition[] CONDITIONS = Condition.values();
    private static final ImuSite[] SITES = ImuSite.values();
    private static final long PERIOD_NS = 5_000_000L;

    private final Random random;
    private boolean loaded = true;
    private float rate;

    RandomInput(long seed) {
        random = new Random(seed);
    }

    void next(TickInput in) {
        int skipped = one(500) ? random.nextInt(300) : 0;
        in.tick += 1 + skipped;
        in.timeNs += one(5_000) ? -PERIOD_NS : PERIOD_NS * (1 + skipped);
        in.lateNs = PERIOD_NS * skipped;
        in.skippedPeriods = skipped;
        in.stop = one(4_000);
        in.request = one(200) ? REQUESTS[random.nextInt(REQUESTS.length)] : one(50) ? Request.START : Request.NONE;
        in.panel.start = one(100);
        in.panel.pause = one(3_000);
        in.panel.up = one(100);
        in.panel.down = one(300);
        in.panel.test = one(300) || (in.panel.test && !one(50));
        in.stimulator.condition = one(2_000) ? CONDITIONS[random.nextInt(CONDITIONS.length)] : Condition.READY;
        in.stimulator.maxAmplitudeUa = one(1_000) ? random.nextInt() : 130_000;
        in.stimulator.maxPulseWidthUs = 500;
        sense(in);
    }

    private void sense(TickInput in) {
        in.sensors.clear();
        loaded ^= one(80);
        rate = one(20) ? random.nextFloat() * 800 - 400 : rate;
        if (!one(30)) {
            var heel = in.sensors.addHeel();
            heel.timeNs = in.timeNs;
            heel.valid = !one(100);
            heel.loaded = loaded;
        }
        for (ImuSite site : SITES) {
            if (!one(30)) {
                var imu = in.sensors.addImu();
                imu.timeNs = in.timeNs - random.nextInt(5_000_000);
                imu.site = site;
                imu.valid = !one(100);
                imu.gyroYDps = one(200) ? Float.NaN : rate;
                imu.accZMps2 = one(200) ? Float.NaN : 9.81F + Math.abs(rate) / 50;
            }
        }
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }
}
