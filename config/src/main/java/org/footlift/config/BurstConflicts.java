package org.footlift.config;

import java.util.ArrayList;
import java.util.List;
import org.footlift.config.Conflict.Rule;

/** How long stimulation lasts against the caps and against itself. */
final class BurstConflicts {
    private static final String LONGEST = "envelope.max_duration_ms";
    private static final String LEAD = "envelope.lead_ms";
    private static final String BEFORE_HEEL_OFF = "envelope.before_heel_off";
    private static final String EXERCISE_ON = "modes.exercise_on_ms";

    private BurstConflicts() {}

    static List<Conflict> find(DetectorSettings detector, EnvelopeSettings envelope, ModeSettings modes,
            LimitSettings limits) {
        List<Conflict> found = new ArrayList<>();
        addAbove(Rule.BURST, LONGEST, envelope.maxDurationMs(), "limits.burst_ms", limits.burstMs(), found);
        addAbove(Rule.TEST_BURST, "modes.test_burst_ms", modes.testBurstMs(), "limits.burst_ms", limits.burstMs(),
                found);
        addAbove(Rule.EXERCISE_ON, EXERCISE_ON, modes.exerciseOnMs(), "limits.exercise_on_ms", limits.exerciseOnMs(),
                found);
        addAbove(Rule.BURST_ORDER, "envelope.min_duration_ms", envelope.minDurationMs(), LONGEST,
                envelope.maxDurationMs(),
                found);
        if (envelope.risingMs() + envelope.fallingMs() > envelope.maxDurationMs()) {
            found.add(Conflict.of(Rule.BURST_SHAPE, "envelope.rising_ms and envelope.falling_ms together are "
                    + (envelope.risingMs() + envelope.fallingMs()) + " ms, longer than the longest burst, " + LONGEST
                    + " = "
                    + envelope.maxDurationMs() + ".", "envelope.rising_ms", "envelope.falling_ms", LONGEST));
        }
        addLead(detector, envelope, found);
        addWalkingDuty(envelope, limits, found);
        addExercise(modes, found);
        return found;
    }

    private static void addLead(DetectorSettings detector, EnvelopeSettings envelope, List<Conflict> found) {
        if (envelope.leadMs() == 0) {
            if (envelope.beforeHeelOff()) {
                found.add(Conflict.of(Rule.BEFORE_HEEL_OFF, BEFORE_HEEL_OFF + " = true, but " + LEAD
                        + " = 0: there is no lead that could reach back so far. Set " + LEAD + ".", BEFORE_HEEL_OFF,
                        LEAD));
            }
            return;
        }
        if (detector.sensors() == DetectorSettings.Choice.HEEL) {
            found.add(Conflict.of(Rule.LEAD, LEAD + " = " + envelope.leadMs()
                    + " counts back from toe off, which a heel switch alone does not see. Set " + LEAD
                    + " = 0, or detector.sensors = \"imu\" or \"fused\".", LEAD, "detector.sensors"));
        }
        if (envelope.delayMs() > 0) {
            found.add(Conflict.of(Rule.LEAD, "envelope.delay_ms = " + envelope.delayMs() + " counts from heel off, but "
                    + LEAD + " = " + envelope.leadMs() + " counts back from toe off. Set one of them to 0.",
                    "envelope.delay_ms", LEAD));
        }
    }

    private static void addWalkingDuty(EnvelopeSettings envelope, LimitSettings limits, List<Conflict> found) {
        int strideMs = EnvelopeSettings.REFERENCE_STRIDE_MS;
        int neededMs = Math.max(envelope.minDurationMs(), EnvelopeSettings.LEAST_BURST_MS);
        int leftMs = strideMs * limits.strideSharePct() / 100;
        if (leftMs < neededMs) {
            int neededPct = LimitSettings.DUTY_RESERVE_PCT + Math.ceilDiv(neededMs * 100, strideMs);
            String duty = "limits.duty_pct";
            String shortest = "envelope.min_duration_ms";
            found.add(Conflict.of(Rule.WALKING_DUTY,
                    duty + " = " + limits.dutyPct() + " leaves a burst " + leftMs + " ms of a stride of " + strideMs
                            + " ms. It needs " + neededMs + " (" + shortest + ", and "
                            + EnvelopeSettings.LEAST_BURST_MS + " at least). Set " + neededPct + " or more.",
                    duty, shortest));
        }
    }

    private static void addExercise(ModeSettings modes, List<Conflict> found) {
        if (2 * modes.exerciseRampMs() > modes.exerciseOnMs()) {
            found.add(Conflict.of(Rule.EXERCISE_RAMPS,
                    "modes.exercise_ramp_ms = " + modes.exerciseRampMs() + " up and down again is longer than "
                            + EXERCISE_ON + " = "
                            + modes.exerciseOnMs() + ".",
                    "modes.exercise_ramp_ms", EXERCISE_ON));
        }
        int cycleMs = modes.exerciseOnMs() + modes.exerciseOffMs();
        if (modes.exerciseOnMs() * 100L > (long) HardLimits.EXERCISE_DUTY_PCT * cycleMs) {
            long restMs = Math.ceilDiv(modes.exerciseOnMs() * (100L - HardLimits.EXERCISE_DUTY_PCT),
                    HardLimits.EXERCISE_DUTY_PCT);
            found.add(Conflict.of(Rule.EXERCISE_DUTY,
                    "modes.exercise_off_ms = " + modes.exerciseOffMs() + " is too short a rest after " + EXERCISE_ON
                            + " = "
                            + modes.exerciseOnMs() + ": more than " + HardLimits.EXERCISE_DUTY_PCT
                            + " % of the time would be stimulated. Rest for " + restMs + " or more.",
                    "modes.exercise_off_ms", EXERCISE_ON));
        }
    }

    private static void addAbove(Rule rule, String key, int value, String capKey, int cap, List<Conflict> found) {
        if (value > cap) {
            found.add(Conflict.of(rule, key + " = " + value + " is above " + capKey + " = " + cap + ".", key, capKey));
        }
    }
}
