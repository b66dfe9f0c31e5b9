package org.footlift.sim.sensor;

import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.LegState;
import org.footlift.sim.wearer.Turns;

/**
 * An IMU on the instep or the lower shank of the virtual wearer.
 *
 * <p>Simplified: motion is in the plane of walking; a small crooked mounting, drawn once, and a turn of the foot about its long axis in
 * proportion to the sagittal rate put something on the other two axes. The specific force is ankle acceleration, the shock of
 * contact (vertical, a quarter of it forward), the tangential and centripetal terms of the arm from the ankle, and gravity. The chip's own
 * low-pass filter is not modelled, soft tissue neither. Samples allocate nothing.
 */
public final class VirtualImu {
    private static final double G_MPS2 = 9.80665;
    private static final double RAD = StrictMath.PI / 180;
    private static final double MOUNTING_SD_DEG = 4;
    private static final double MOUNTING_WORST_DEG = 10;
    /** The foot turns in as it points down (subtalar axis); the share of its rate seen about the long axis. */
    private static final double FOOT_COUPLING = 0.15;
    private static final double SHOCK_FORWARD = -0.25;
    /** The shock arrives at the shank weaker. */
    private static final double SHOCK_AT_SHANK = 0.35;
    private static final double FOOT_ARM_FORWARD_M = 0.07;
    private static final double FOOT_ARM_UP_M = -0.02;
    private static final double SHANK_ARM_FORWARD_M = 0.03;
    private static final double SHANK_ARM_UP_M = 0.12;

    private final ImuSite site;
    private final double rateHz;
    private final ImuMounting mounting;
    private final long firstNs;
    private final double yawDeg;
    private final double rollDeg;
    private final MeasuredQuantity[] gyro = new MeasuredQuantity[3];
    private final MeasuredQuantity[] acc = new MeasuredQuantity[3];
    private final LegState leg = new LegState();
    /** Forward, across (right), up. */
    private final double[] body = new double[3];
    private final double[] sensor = new double[3];
    private long taken;

    /** An IMU that samples {@code rateHz} times a second, the first time somewhere within its first period. */
    public VirtualImu(ImuSite site, double rateHz, ImuMounting mounting, ImuGrade grade, Dice dice) {
        this.site = site;
        this.rateHz = rateHz;
        this.mounting = mounting;
        this.firstNs = StrictMath.round(dice.between(0, 1e9 / rateHz));
        this.yawDeg = crookedDeg(dice);
        this.rollDeg = crookedDeg(dice);
        for (int i = 0; i < 3; i++) {
            gyro[i] = new MeasuredQuantity(dice.split(), rateHz, grade.gyroNoiseDps(), grade.gyroOffsetDps(),
                    grade.gyroDriftDps(), grade.gyroRangeDps(), grade.scaleError());
            acc[i] = new MeasuredQuantity(dice.split(), rateHz, grade.accNoiseMps2(), grade.accOffsetMps2(), 0,
                    grade.accRangeMps2(), grade.scaleError());
        }
    }

    /** When the next sample is due, nanoseconds since the wearer appeared. */
    public long dueNs() {
        return firstNs + StrictMath.round(taken * 1e9 / rateHz);
    }

    /** Takes the sample that is due, between the two states around it. */
    public void sample(LegState earlier, LegState later, ImuSample into) {
        leg.between(earlier, later, dueNs());
        taken++;
        into.timeNs = leg.timeNs;
        into.site = site;
        into.valid = true;
        double rateDps = site == ImuSite.FOOT ? leg.footRateDps : leg.shankRateDps;
        body[0] = site == ImuSite.FOOT ? FOOT_COUPLING * rateDps : 0;
        body[1] = rateDps;
        body[2] = 0;
        toSensor();
        into.gyroXDps = gyro[0].read(sensor[0]);
        into.gyroYDps = gyro[1].read(sensor[1]);
        into.gyroZDps = gyro[2].read(sensor[2]);
        if (site == ImuSite.FOOT) {
            force(leg.footPitchDeg, rateDps, leg.footAngularAccDps2, FOOT_ARM_FORWARD_M, FOOT_ARM_UP_M,
                    leg.footShockMps2);
        } else {
            force(leg.shankPitchDeg, rateDps, leg.shankAngularAccDps2, SHANK_ARM_FORWARD_M, SHANK_ARM_UP_M,
                    SHOCK_AT_SHANK * leg.footShockMps2);
        }
        toSensor();
        into.accXMps2 = acc[0].read(sensor[0]);
        into.accYMps2 = acc[1].read(sensor[1]);
        into.accZMps2 = acc[2].read(sensor[2]);
    }

    /** Specific force in the frame of the segment: world acceleration turned back by the pitch, plus the arm's own terms. */
    private void force(double pitchDeg, double rateDps, double angularAccDps2, double armForwardM, double armUpM,
            double shockMps2) {
        double cos = Turns.cosDeg(pitchDeg);
        double sin = Turns.sinDeg(pitchDeg);
        double xMps2 = leg.ankleAccXMps2 + SHOCK_FORWARD * shockMps2;
        double zMps2 = leg.ankleAccZMps2 + shockMps2 + G_MPS2;
        double rateSquared = rateDps * RAD * rateDps * RAD;
        double turn = angularAccDps2 * RAD;
        body[0] = cos * xMps2 + sin * zMps2 - turn * armUpM - rateSquared * armForwardM;
        body[1] = 0;
        body[2] = -sin * xMps2 + cos * zMps2 + turn * armForwardM - rateSquared * armUpM;
    }

    /** Small crooked mounting (a turn about the vertical, then one about the forward axis), then the sensor's own axes. */
    private void toSensor() {
        double forward = Turns.cosDeg(yawDeg) * body[0] + Turns.sinDeg(yawDeg) * body[1];
        double turned = -Turns.sinDeg(yawDeg) * body[0] + Turns.cosDeg(yawDeg) * body[1];
        double across = Turns.cosDeg(rollDeg) * turned + Turns.sinDeg(rollDeg) * body[2];
        double up = -Turns.sinDeg(rollDeg) * turned + Turns.cosDeg(rollDeg) * body[2];
        sensor[mounting.across()] = mounting.sign() * across;
        sensor[mounting.vertical()] = mounting.verticalSign() * up;
        sensor[mounting.forward()] = forward;
    }

    private static double crookedDeg(Dice dice) {
        double deg = MOUNTING_SD_DEG * dice.gaussian();
        return StrictMath.max(-MOUNTING_WORST_DEG, StrictMath.min(MOUNTING_WORST_DEG, deg));
    }
}
