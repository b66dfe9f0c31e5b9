package org.footlift.controller.stimulation;

import java.util.Random;

import org.footlift.controller.gait.ScriptedGait;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;

/**
 * Strides of one wearer from one seed, in ticks of 5 ms: steady for a while, then irregular, with events that are missing, stops in
 * mid-stride, steps taken back and silent sensors.
 */
final class RandomWalk {
    private static final long MS = 1_000_000L;
    private static final GaitEvent[] ORDER = {GaitEvent.FOOT_FLAT, GaitEvent.HEEL_OFF, GaitEvent.TOE_OFF,
            GaitEvent.HEEL_STRIKE};

    final ScriptedGait gait = new ScriptedGait();
    long nowMs;

    private final Random random;
    private final int strideMs;
    private final int preSwingMs;
    private final int jitterMs;
    private final long[] dueMs = new long[ORDER.length];
    private int next;
    private long silentUntilMs;

    RandomWalk(long seed) {
        random = new Random(seed);
        strideMs = 800 + random.nextInt(1_200);
        preSwingMs = 60 + random.nextInt(250);
        jitterMs = 1 + random.nextInt(60);
        dueMs[ORDER.length - 1] = 500;
        next = ORDER.length - 1;
    }

    private int jitter() {
        return random.nextInt(2 * jitterMs + 1) - jitterMs;
    }

    private boolean one(int in) {
        return random.nextInt(in) == 0;
    }

    /** One tick. */
    void tick() {
        nowMs += 5;
        gait.clear();
        gait.source = nowMs < silentUntilMs ? DetectorSource.NONE : DetectorSource.FOOT_IMU;
        if (one(4_000)) {
            silentUntilMs = nowMs + random.nextInt(400);
        }
        if (gait.source == DetectorSource.NONE) {
            gait.phase = GaitPhase.UNKNOWN; // and begins anew with a foot that rests
            plan();
        }
        if (next < ORDER.length && nowMs >= dueMs[next]) {
            if (!one(60)) {
                gait.say(ORDER[next], nowMs * MS);
            }
            next++;
        }
        if (next == ORDER.length) {
            plan();
        }
        if (gait.phase == GaitPhase.PRE_SWING && one(2_000)) {
            gait.phase = GaitPhase.STANCE; // a weight shift: the detector takes the heel off back, and another must come
            plan();
        }
    }

    private void plan() {
        long from = nowMs;
        dueMs[0] = from + 80 + random.nextInt(40);
        dueMs[1] = from + strideMs * 6 / 10 - preSwingMs + jitter();
        dueMs[2] = dueMs[1] + Math.max(10, preSwingMs + jitter() / 2);
        dueMs[3] = dueMs[2] + strideMs * 4 / 10 + jitter();
        if (one(12)) { // stands still in mid-stride
            long standsMs = 300L + random.nextInt(4_000);
            for (int i = random.nextInt(ORDER.length); i < ORDER.length; i++) {
                dueMs[i] += standsMs;
            }
        }
        next = 0;
    }
}
