package org.footlift.sim.sensor;

import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.sim.wearer.Dice;
import org.footlift.sim.wearer.LegState;
import org.footlift.sim.wearer.Turns;

/**
 * An IMU on the instep or the lower shank of the virtual wearer.
 *
 * <p>It turns and is carried as the segment does, in three dimensions; a small crooked mounting is drawn once. The specific force is ankle
 * acceleration, the shock of contact (vertical, a quarter of it forward), the tangential and centripetal terms of the arm from the ankle, and
 * gravity. The chip's own low-pass filter is not modelled, soft tissue neither. Samples allocate nothing.
 */
public final class VirtualImu {
    private static final double G_MPS2 = 9.80665;
    private static final double MOUNTING_SD_DEG = 4;
    private static final double MOUNTING_WORST_DEG = 10;
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
    private final SegmentKinematics motion = new SegmentKinematics();
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
        boolean foot = site == ImuSite.FOOT;
        motion.of(foot ? leg.foot : leg.shank);
        motion.turning(body);
        toSensor();
        into.gyroXDps = gyro[0].read(sensor[0]);
        into.gyroYDps = gyro[1].read(sensor[1]);
        into.gyroZDps = gyro[2].read(sensor[2]);
        double shockMps2 = (foot ? 1 : SHOCK_AT_SHANK) * leg.footShockMps2;
        motion.force(leg.ankleAccXMps2 + SHOCK_FORWARD * shockMps2, leg.ankleAccYMps2,
                leg.ankleAccZMps2 + shockMps2 + G_MPS2, foot ? FOOT_ARM_FORWARD_M : SHANK_ARM_FORWARD_M,
                foot ? FOOT_ARM_UP_M : SHANK_ARM_UP_M, body);
        toSensor();
        into.accXMps2 = acc[0].read(sensor[0]);
        into.accYMps2 = acc[1].read(sensor[1]);
        into.accZMps2 = acc[2].read(sensor[2]);
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
