package org.footlift.controller.gait;

import java.util.ArrayList;
import java.util.List;

import org.footlift.config.ImuDetectorSettings;
import org.footlift.config.ImuSettings;
import org.footlift.config.ImuSettings.Axis;
import org.footlift.config.ImuSettings.Sign;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.GaitEvent;

/**
 * An {@link ImuDetector} and strides for it, samples 10 ms apart. A stride is made of half sines: 400 ms of rest, 200 ms of push-off down to
 * −200 deg/s, 400 ms of swing up to +250 deg/s, 100 ms of slap down to −120 deg/s. The turns cancel: −25, +64, −8 degrees and rest. The leg
 * swings about y and stands along z; {@link #sensorTurned} mounts the sensor otherwise.
 */
final class StrideRig {
    static final long MS = 1_000_000L;
    static final int REST = 400;
    static final int PUSH = 200;
    static final int SWING = 400;
    static final int SLAP = 100;
    static final List<GaitEvent> FOUR = List.of(GaitEvent.HEEL_OFF, GaitEvent.TOE_OFF, GaitEvent.HEEL_STRIKE,
            GaitEvent.FOOT_FLAT);
    /** What the axes across show: a rate that is no step and no rest-breaker. */
    private static final double CROSS_DPS = 7;
    private static final double GRAVITY_MPS2 = 9.81;
    /** How much more a foot shows that is being lifted, or in the air, and one that strikes the floor. */
    private static final double IN_THE_AIR_MPS2 = 4;
    private static final double BLOW_MPS2 = 10;

    record Seen(GaitEvent event, long ms) {}

    final ImuSample sample = new ImuSample();
    final List<Seen> seen = new ArrayList<>();
    final ImuDetector imu;
    long ms;
    private double[][] mounted = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    private double[] offsetDps = {0, 0, 0};
    private boolean accelerometer = true;
    /** How the foot that {@link #turnAbout} turns lies, toes up positive. */
    private double pitchDeg;

    StrideRig(ImuSite site, Axis axis, Sign sign) {
        imu = new ImuDetector(site, new ImuSettings(true, 100, axis, sign), ImuDetectorSettings.DEFAULT);
    }

    static StrideRig onFoot() {
        return new StrideRig(ImuSite.FOOT, Axis.Y, Sign.POSITIVE);
    }

    /** Mounts the sensor turned about z, then about x, degrees. */
    StrideRig sensorTurned(double aboutZDeg, double aboutXDeg) {
        double c = Math.cos(Math.toRadians(aboutZDeg));
        double s = Math.sin(Math.toRadians(aboutZDeg));
        double d = Math.cos(Math.toRadians(aboutXDeg));
        double t = Math.sin(Math.toRadians(aboutXDeg));
        mounted = new double[][]{{c, -s, 0}, {d * s, d * c, -t}, {t * s, t * c, d}};
        return this;
    }

    StrideRig gyroscopeOff(double xDps, double yDps, double zDps) {
        offsetDps = new double[]{xDps, yDps, zDps};
        return this;
    }

    StrideRig withoutAccelerometer() {
        accelerometer = false;
        return this;
    }

    void give(double sagittalDps) {
        give(sagittalDps, CROSS_DPS, CROSS_DPS, 0, true);
    }

    void missing(double sagittalDps) {
        give(sagittalDps, CROSS_DPS, CROSS_DPS, 0, false);
    }

    /** A foot in the air that turns about the vertical too. */
    void inTheAir(double sagittalDps, double yawDps) {
        give(sagittalDps, 0, yawDps, IN_THE_AIR_MPS2, true);
    }

    /** A foot on the floor that turns about the vertical. */
    void onTheFloor(double sagittalDps, double yawDps) {
        give(sagittalDps, 0, yawDps, 0, true);
    }

    /** A foot on the floor that turns about the vertical and rattles: shaken up and down, and carried nowhere. */
    void rattlesOnTheFloor(double yawDps) {
        give(0, 0, yawDps, ms / 10 % 2 == 0 ? IN_THE_AIR_MPS2 : -IN_THE_AIR_MPS2, true);
    }

    /** A leg that hangs from the knee and swings: at {@code t} of its period, its foot 0.4 m below the knee. */
    void pendulum(double peakDps, int t, int periodMs) {
        double dps = peakDps * Math.sin(2 * Math.PI * t / periodMs);
        double radPerS = Math.toRadians(dps);
        give(dps, 0, 0, 0.4 * radPerS * radPerS, true);
    }

    /**
     * A foot that turns from rest to rest, toes up positive, about a point so far ahead of the sensor and above it, metres: the ball of the foot
     * in a push-off, the knee in a leg that hangs. Its force is what physics says.
     */
    void turnAbout(double aheadM, double aboveM, double byDeg, int forMs) {
        double fromDeg = pitchDeg;
        for (int t = 10; t <= forMs; t += 10) {
            double u = (double) t / forMs;
            double s = forMs / 1e3;
            pitchDeg = fromDeg + byDeg * u * u * u * (10 - 15 * u + 6 * u * u); // least jerk
            double dps = byDeg * 30 * u * u * (1 - u) * (1 - u) / s;
            double rad = Math.toRadians(dps);
            double rad2 = Math.toRadians(byDeg * 60 * u * (1 - u) * (1 - 2 * u) / (s * s));
            double ahead = rad2 * aboveM + rad * rad * aheadM + GRAVITY_MPS2 * Math.sin(Math.toRadians(pitchDeg));
            double up = -rad2 * aheadM + rad * rad * aboveM + GRAVITY_MPS2 * Math.cos(Math.toRadians(pitchDeg));
            sense(new double[]{0, dps, 0}, new double[]{-ahead, 0, up}, true);
        }
    }

    /** A sample whose accelerometer shows infinity, as one bad frame on a bus can. */
    void impossibleForce() {
        ms += 10;
        sample.timeNs = ms * MS;
        sample.accXMps2 = Float.POSITIVE_INFINITY;
        imu.accept(sample);
    }

    private void give(double yDps, double xDps, double zDps, double moreMps2, boolean valid) {
        pitchDeg = 0;
        sense(new double[]{xDps, yDps, zDps}, new double[]{0, 0, accelerometer ? GRAVITY_MPS2 + moreMps2 : 0}, valid);
    }

    private void sense(double[] trueRateDps, double[] trueForceMps2, boolean valid) {
        ms += 10;
        sample.timeNs = ms * MS;
        sample.valid = valid;
        double[] rate = turned(trueRateDps);
        sample.gyroXDps = (float) (rate[0] + offsetDps[0]);
        sample.gyroYDps = (float) (rate[1] + offsetDps[1]);
        sample.gyroZDps = (float) (rate[2] + offsetDps[2]);
        double[] force = turned(trueForceMps2);
        sample.accXMps2 = (float) force[0];
        sample.accYMps2 = (float) force[1];
        sample.accZMps2 = (float) force[2];
        imu.events().clear();
        imu.accept(sample);
        for (GaitEvent event : GaitEvent.values()) {
            if (imu.events().has(event)) {
                seen.add(new Seen(event, imu.events().timeNs(event) / MS));
            }
        }
    }

    private double[] turned(double[] xyz) {
        double[] out = new double[3];
        for (int i = 0; i < 3; i++) {
            out[i] = mounted[i][0] * xyz[0] + mounted[i][1] * xyz[1] + mounted[i][2] * xyz[2];
        }
        return out;
    }

    void rest(int forMs) {
        halfSine(forMs, 0);
    }

    void halfSine(int forMs, double peakDps) {
        for (int t = 10; t <= forMs; t += 10) {
            give(peakDps * Math.sin(Math.PI * t / forMs));
        }
    }

    /** A push-off: the foot is lifted in its second half. */
    void push() {
        for (int t = 10; t <= PUSH; t += 10) {
            give(-200 * Math.sin(Math.PI * t / PUSH), CROSS_DPS, CROSS_DPS, t > PUSH / 2 ? IN_THE_AIR_MPS2 : 0, true);
        }
    }

    /** A slap of the foot on the floor, which begins with a blow. */
    void slap() {
        for (int t = 10; t <= SLAP; t += 10) {
            give(-120 * Math.sin(Math.PI * t / SLAP), CROSS_DPS, CROSS_DPS, t == 10 ? BLOW_MPS2 : 0, true);
        }
    }

    void stride() {
        rest(REST);
        step();
    }

    void step() {
        push();
        halfSine(SWING, 250);
        slap();
    }

    /** So many strides, a rest, and nothing seen yet. */
    void walk(int strides) {
        for (int i = 0; i < strides; i++) {
            stride();
        }
        rest(REST);
        seen.clear();
    }

    List<GaitEvent> order() {
        return seen.stream().map(Seen::event).toList();
    }
}
