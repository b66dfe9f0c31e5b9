package org.footlift.controller.gait;

import org.footlift.config.DetectorSettings.Choice;
import org.footlift.controller.Profile;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.telemetry.TickOutput;

/** A leg with every sensor on it and a detector; ticks of 5 ms, every living sensor sampled in each. */
abstract class SensedLeg {
    static final long MS = 1_000_000L;

    final SensorFrame frame = new SensorFrame();
    final TickOutput out = new TickOutput();
    GaitDetector detector = worn(Choice.FUSED, true, true, true);
    boolean heelAlive = true;
    boolean footAlive = true;
    boolean shankAlive = true;
    boolean imuNoise = true;
    boolean loaded = true;
    boolean lifts = true;
    float dps;
    /** How the foot lies that turns where it stands, toes up positive. */
    double tiltDeg;
    long nowNs;
    long aheadNs;
    int events;

    static GaitDetector worn(Choice choice, boolean heel, boolean foot, boolean shank) {
        return new GaitDetector(new Profile().sensors(choice, heel, foot, shank).settings());
    }

    void tick() {
        nowNs += 5 * MS;
        frame.clear();
        if (heelAlive) {
            var sample = frame.addHeel();
            sample.timeNs = nowNs + aheadNs;
            sample.valid = true;
            sample.loaded = loaded;
        }
        imu(footAlive, ImuSite.FOOT);
        imu(shankAlive, ImuSite.SHANK);
        detector.update(frame, nowNs);
        detector.describe(out, nowNs);
        events |= out.events;
    }

    void imu(boolean alive, ImuSite site) {
        if (alive) {
            var sample = frame.addImu();
            sample.timeNs = nowNs;
            sample.site = site;
            sample.valid = true;
            sample.gyroYDps = dps;
            float noise = imuNoise ? nowNs / (5 * MS) % 2 * 0.01f : 0.02f;
            double forceMps2 = lifts && tiltDeg == 0 && Math.abs(dps) > 100 ? 14 : 9.81; // what turns that fast is in the air
            sample.accXMps2 = (float) (-forceMps2 * Math.sin(Math.toRadians(tiltDeg)));
            sample.accZMps2 = (float) (forceMps2 * Math.cos(Math.toRadians(tiltDeg))) + noise;
        }
    }

    void run(int ms) {
        for (int t = 0; t < ms; t += 5) {
            tick();
        }
    }

    void halfSine(int ms, double peak) {
        for (int t = 5; t <= ms; t += 5) {
            dps = (float) (peak * Math.sin(Math.PI * t / ms));
            tick();
        }
        dps = 0;
    }

    /** The foot turns where it stands. */
    void tilt(int ms, double peak) {
        for (int t = 5; t <= ms; t += 5) {
            dps = (float) (peak * Math.sin(Math.PI * t / ms));
            tiltDeg += dps * 0.005;
            tick();
        }
        dps = 0;
    }

    /** 1.2 s; the heel is up from push-off to strike, unless its switch is stuck. */
    void stride(boolean heelMoves) {
        run(500);
        loaded = !heelMoves;
        halfSine(200, -200);
        halfSine(400, 250);
        loaded = true;
        halfSine(100, -120);
    }

    /** So many strides, the last one over, and no event yet. */
    void walk(int strides) {
        for (int i = 0; i < strides; i++) {
            stride(true);
        }
        run(50);
        events = 0;
    }
}
