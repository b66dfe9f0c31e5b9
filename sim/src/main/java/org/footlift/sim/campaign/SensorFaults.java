package org.footlift.sim.campaign;

import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.sim.wearer.Dice;

/** What the sensor faults that are on make of every reading, on its way into the tick. One thread; allocates nothing. */
final class SensorFaults {
    private static final long SENSORS = IncidentKind.HEEL_STUCK_CLOSED.bit() | IncidentKind.HEEL_STUCK_OPEN.bit()
            | IncidentKind.HEEL_BOUNCE.bit() | IncidentKind.HEEL_INTERMITTENT.bit() | IncidentKind.IMU_FROZEN.bit()
            | IncidentKind.IMU_STALE.bit() | IncidentKind.IMU_NAN.bit() | IncidentKind.IMU_SATURATED.bit()
            | IncidentKind.IMU_AXES.bit() | IncidentKind.IMU_DRIFT.bit() | IncidentKind.IMU_REORDER.bit()
            | IncidentKind.BUS_ERROR.bit() | IncidentKind.BIT_FLIP.bit();
    /** A reading may become three: room is left for them. */
    private static final int MOST_OF_ONE = 3;
    private static final long BOUNCE_NS = 700_000;
    private static final float CLIP_DPS = 125;
    private static final float CLIP_MPS2 = 12;
    private static final float DRIFT_DPS_PER_S = 20;

    private final Timeline timeline;
    private final ImuSample[] frozen = {new ImuSample(), new ImuSample()};
    private final ImuSample[] held = {new ImuSample(), new ImuSample()};
    private final boolean[] holds = new boolean[ImuSite.values().length];
    private final long[] frozenSince = {Long.MIN_VALUE, Long.MIN_VALUE};

    SensorFaults(Timeline timeline) {
        this.timeline = timeline;
    }

    static boolean roomForImu(SensorFrame into) {
        return into.imuCount() + MOST_OF_ONE <= SensorFrame.IMU_CAPACITY;
    }

    static boolean roomForHeel(SensorFrame into) {
        return into.heelCount() + MOST_OF_ONE <= SensorFrame.HEEL_CAPACITY;
    }

    /** One reading of the heel switch. */
    void heel(long timeNs, boolean loaded, SensorFrame into) {
        if ((timeline.mask() & SENSORS) == 0) {
            FastWearer.put(into.addHeel(), timeNs, true, loaded);
            return;
        }
        boolean level = loaded;
        boolean valid = !timeline.on(IncidentKind.BUS_ERROR);
        long stampNs = timeNs;
        if (timeline.on(IncidentKind.HEEL_INTERMITTENT)) {
            Dice dice = timeline.dice(IncidentKind.HEEL_INTERMITTENT);
            level ^= dice.oneOf(0, 15) == 0;
            valid &= dice.oneOf(0, 3) != 0;
            if (dice.oneOf(0, 7) == 0) {
                return; // a broken lead can also say nothing
            }
        }
        level |= timeline.on(IncidentKind.HEEL_STUCK_CLOSED);
        level &= !timeline.on(IncidentKind.HEEL_STUCK_OPEN);
        if (timeline.on(IncidentKind.HEEL_BOUNCE) && timeline.chance(IncidentKind.HEEL_BOUNCE, 0.2)) {
            FastWearer.put(into.addHeel(), stampNs - 2 * BOUNCE_NS, valid, !level);
            FastWearer.put(into.addHeel(), stampNs - BOUNCE_NS, valid, level);
            level ^= timeline.chance(IncidentKind.HEEL_BOUNCE, 0.3);
        }
        if (timeline.on(IncidentKind.BIT_FLIP) && timeline.chance(IncidentKind.BIT_FLIP, 0.05)) {
            Dice dice = timeline.dice(IncidentKind.BIT_FLIP);
            switch (dice.oneOf(0, 2)) {
                case 0 -> level = !level;
                case 1 -> valid = !valid;
                default -> stampNs ^= 1L << dice.oneOf(0, 62);
            }
        }
        FastWearer.put(into.addHeel(), stampNs, valid, level);
    }

    /** One sample of an IMU. */
    void imu(ImuSample right, SensorFrame into) {
        if ((timeline.mask() & SENSORS) == 0) {
            into.addImu().copyFrom(right);
            return;
        }
        int site = right.site.ordinal();
        if (timeline.on(IncidentKind.IMU_STALE)) {
            return;
        }
        distort(right);
        if (timeline.on(IncidentKind.IMU_FROZEN)) {
            long since = timeline.of(IncidentKind.IMU_FROZEN).seed();
            if (frozenSince[site] != since) {
                frozenSince[site] = since;
                frozen[site].copyFrom(right);
            }
            long stampNs = right.timeNs;
            right.copyFrom(frozen[site]);
            right.timeNs = stampNs;
        }
        right.valid &= !timeline.on(IncidentKind.BUS_ERROR);
        if (timeline.on(IncidentKind.IMU_REORDER)) {
            reorder(right, into);
        } else {
            into.addImu().copyFrom(right);
        }
    }

    private void distort(ImuSample sample) {
        if (timeline.on(IncidentKind.IMU_DRIFT)) {
            float bias = DRIFT_DPS_PER_S * (float) (timeline.sinceMs(IncidentKind.IMU_DRIFT) / 1e3);
            sample.gyroXDps += bias;
            sample.gyroYDps -= bias;
            sample.accZMps2 += bias / 50;
        }
        if (timeline.on(IncidentKind.IMU_AXES)) {
            swapAxes(sample, (int) (timeline.of(IncidentKind.IMU_AXES).seed() % 3));
        }
        if (timeline.on(IncidentKind.IMU_SATURATED)) {
            sample.gyroXDps = clip(sample.gyroXDps, CLIP_DPS);
            sample.gyroYDps = clip(sample.gyroYDps, CLIP_DPS);
            sample.gyroZDps = clip(sample.gyroZDps, CLIP_DPS);
            sample.accXMps2 = clip(sample.accXMps2, CLIP_MPS2);
            sample.accYMps2 = clip(sample.accYMps2, CLIP_MPS2);
            sample.accZMps2 = clip(sample.accZMps2, CLIP_MPS2);
        }
        if (timeline.on(IncidentKind.IMU_NAN) && timeline.chance(IncidentKind.IMU_NAN, 0.5)) {
            Dice dice = timeline.dice(IncidentKind.IMU_NAN);
            float[] none = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
            spoil(sample, dice.oneOf(0, 5), none[dice.oneOf(0, 2)]);
        }
        if (timeline.on(IncidentKind.BIT_FLIP) && timeline.chance(IncidentKind.BIT_FLIP, 0.1)) {
            flip(sample, timeline.dice(IncidentKind.BIT_FLIP));
        }
    }

    private static void swapAxes(ImuSample sample, int how) {
        float x = sample.gyroXDps;
        float ax = sample.accXMps2;
        switch (how) {
            case 0 -> sample.gyroYDps = -sample.gyroYDps;
            case 1 -> {
                sample.gyroXDps = sample.gyroYDps;
                sample.gyroYDps = x;
                sample.accXMps2 = sample.accYMps2;
                sample.accYMps2 = ax;
            }
            default -> {
                sample.gyroXDps = -x;
                sample.gyroYDps = -sample.gyroYDps;
                sample.accXMps2 = -ax;
                sample.accZMps2 = -sample.accZMps2;
            }
        }
    }

    private static void flip(ImuSample sample, Dice dice) {
        int bit = 1 << dice.oneOf(0, 31);
        switch (dice.oneOf(0, 3)) {
            case 0 -> sample.gyroYDps = Float.intBitsToFloat(Float.floatToRawIntBits(sample.gyroYDps) ^ bit);
            case 1 -> sample.accZMps2 = Float.intBitsToFloat(Float.floatToRawIntBits(sample.accZMps2) ^ bit);
            case 2 -> sample.valid = !sample.valid;
            default -> sample.timeNs ^= 1L << dice.oneOf(0, 62);
        }
    }

    private static void spoil(ImuSample sample, int which, float value) {
        switch (which) {
            case 0 -> sample.gyroXDps = value;
            case 1 -> sample.gyroYDps = value;
            case 2 -> sample.gyroZDps = value;
            case 3 -> sample.accXMps2 = value;
            case 4 -> sample.accYMps2 = value;
            default -> sample.accZMps2 = value;
        }
    }

    /** Drops one, doubles one, or keeps one back until after the next. */
    private void reorder(ImuSample right, SensorFrame into) {
        int site = right.site.ordinal();
        switch (timeline.dice(IncidentKind.IMU_REORDER).oneOf(0, 5)) {
            case 0 -> {
            }
            case 1 -> {
                into.addImu().copyFrom(right);
                into.addImu().copyFrom(right);
            }
            case 2 -> {
                held[site].copyFrom(right);
                holds[site] = true;
                return;
            }
            default -> into.addImu().copyFrom(right);
        }
        if (holds[site]) {
            into.addImu().copyFrom(held[site]);
            holds[site] = false;
        }
    }

    private static float clip(float value, float to) {
        return StrictMath.max(-to, StrictMath.min(to, value));
    }
}
