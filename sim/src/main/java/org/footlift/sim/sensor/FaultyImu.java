package org.footlift.sim.sensor;

import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.sim.wearer.Dice;

/** Samples of IMUs that go wrong, all that are worn at once: they share the bus. */
final class FaultyImu {
    private static final double MS = 1e6;
    private static final double GAP_EVERY_MS = 4_000;
    private static final double LOST = 0.05;
    private static final float CLIPS_DPS = 250;

    private final SensorFault fault;
    private final long onsetNs;
    private final Dice dice;
    private final ImuSample[] last = new ImuSample[ImuSite.values().length];
    private long gapFromNs;
    private long gapUntilNs;
    private long firstWrongNs = Long.MAX_VALUE;

    FaultyImu(SensorFault fault, long onsetNs, Dice dice) {
        this.fault = fault;
        this.onsetNs = onsetNs;
        this.dice = dice;
        for (int i = 0; i < last.length; i++) {
            last[i] = new ImuSample();
        }
        planGap(onsetNs);
    }

    long firstWrongNs() {
        return firstWrongNs;
    }

    /** Passes one sample on, or what the fault makes of it. */
    void pass(ImuSample right, SensorFrame into) {
        ImuSample kept = last[right.site.ordinal()];
        boolean frozen = fault == SensorFault.IMU_FROZEN && right.timeNs >= onsetNs && kept.valid;
        if (!frozen) {
            kept.copyFrom(right);
        }
        if (right.timeNs >= onsetNs && isLost(right.timeNs)) {
            wrongAt(right.timeNs);
            return;
        }
        if (!into.hasRoomForImu()) {
            return;
        }
        ImuSample out = into.addImu();
        out.copyFrom(kept);
        out.timeNs = right.timeNs;
        if (frozen) {
            wrongAt(right.timeNs);
        }
        if (fault == SensorFault.IMU_CLIPPED && right.timeNs >= onsetNs) {
            out.gyroXDps = clip(out.gyroXDps, right.timeNs);
            out.gyroYDps = clip(out.gyroYDps, right.timeNs);
            out.gyroZDps = clip(out.gyroZDps, right.timeNs);
        }
    }

    private boolean isLost(long timeNs) {
        return switch (fault) {
            case IMU_LOST_PACKETS -> dice.between(0, 1) < LOST;
            case IMU_GAPS -> {
                if (timeNs >= gapUntilNs) {
                    planGap(gapUntilNs);
                }
                yield timeNs >= gapFromNs;
            }
            default -> false;
        };
    }

    private void planGap(long fromNs) {
        gapFromNs = fromNs + StrictMath.round(dice.between(0.2, 1.8) * GAP_EVERY_MS * MS);
        gapUntilNs = gapFromNs + StrictMath.round(dice.between(60, 600) * MS);
    }

    private float clip(float dps, long timeNs) {
        float clipped = StrictMath.max(-CLIPS_DPS, StrictMath.min(CLIPS_DPS, dps));
        if (clipped != dps) {
            wrongAt(timeNs);
        }
        return clipped;
    }

    private void wrongAt(long timeNs) {
        firstWrongNs = StrictMath.min(firstWrongNs, timeNs);
    }
}
