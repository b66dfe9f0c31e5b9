package org.footlift.sim.campaign;

import org.footlift.hal.StimulatorStatus;
import org.footlift.hal.StimulatorStatus.Condition;
import org.footlift.sim.wearer.Dice;

/** What the driver of a stimulator would report while actuator faults are on. One thread; allocates nothing. */
final class DeviceFaults {
    private static final int STRONGEST_UA = 100_000;
    private static final int WIDEST_US = 500;
    private static final long ACTUATOR = IncidentKind.ACK_LOST.bit() | IncidentKind.ACK_LATE.bit()
            | IncidentKind.STIMULATOR_RESET.bit() | IncidentKind.ELECTRODE_OPEN.bit()
            | IncidentKind.ELECTRODE_SHORT.bit() | IncidentKind.OUTPUT_STUCK.bit() | IncidentKind.BROWN_OUT.bit()
            | IncidentKind.MALFORMED.bit() | IncidentKind.BIT_FLIP.bit();
    /** A driver gives up after this long without an answer, milliseconds. */
    private static final double ACK_TIMEOUT_MS = 40;
    private static final double BOOT_MS = 100;
    private static final double SELF_CHECK_MS = 50;

    private final Timeline timeline;

    DeviceFaults(Timeline timeline) {
        this.timeline = timeline;
    }

    void report(StimulatorStatus into) {
        into.condition = Condition.READY;
        into.maxAmplitudeUa = STRONGEST_UA;
        into.maxPulseWidthUs = WIDEST_US;
        if ((timeline.mask() & ACTUATOR) == 0) {
            return;
        }
        reset(into);
        spoil(into);
        boolean tooLate = timeline.on(IncidentKind.ACK_LATE) && timeline.chance(IncidentKind.ACK_LATE, 0.02);
        if (tooLate || since(IncidentKind.ACK_LOST) >= ACK_TIMEOUT_MS) {
            into.condition = Condition.DISCONNECTED;
        }
        if (timeline.on(IncidentKind.BROWN_OUT) && timeline.of(IncidentKind.BROWN_OUT).seed() % 3 == 0
                && timeline.chance(IncidentKind.BROWN_OUT, 0.05)) {
            into.condition = Condition.DISCONNECTED;
        }
        if (timeline.on(IncidentKind.ELECTRODE_OPEN)) {
            into.condition = Condition.ELECTRODE;
        }
        if (timeline.on(IncidentKind.ELECTRODE_SHORT)) {
            boolean named = timeline.of(IncidentKind.ELECTRODE_SHORT).seed() % 2 == 0;
            into.condition = named ? Condition.ELECTRODE : Condition.FAULT;
        }
        if (since(IncidentKind.OUTPUT_STUCK) >= SELF_CHECK_MS) {
            into.condition = Condition.FAULT;
        }
    }

    private double since(IncidentKind kind) {
        return timeline.on(kind) ? timeline.sinceMs(kind) : -1;
    }

    private void reset(StimulatorStatus into) {
        double sinceMs = since(IncidentKind.STIMULATOR_RESET);
        if (sinceMs < 0) {
            return;
        }
        boolean gone = sinceMs < BOOT_MS && timeline.of(IncidentKind.STIMULATOR_RESET).seed() % 2 == 0;
        into.condition = gone ? Condition.DISCONNECTED : Condition.READY;
        into.maxAmplitudeUa = sinceMs < BOOT_MS ? 0 : 20_000; // back to its own default range
    }

    private void spoil(StimulatorStatus into) {
        if (timeline.on(IncidentKind.MALFORMED)) {
            Dice dice = timeline.dice(IncidentKind.MALFORMED);
            into.maxAmplitudeUa = dice.oneOf(Integer.MIN_VALUE, Integer.MAX_VALUE - 1);
            into.maxPulseWidthUs = dice.oneOf(Integer.MIN_VALUE, Integer.MAX_VALUE - 1);
        }
        if (timeline.on(IncidentKind.BIT_FLIP) && timeline.chance(IncidentKind.BIT_FLIP, 0.1)) {
            Dice dice = timeline.dice(IncidentKind.BIT_FLIP);
            if (dice.oneOf(0, 1) == 0) {
                into.maxAmplitudeUa ^= 1 << dice.oneOf(0, 31);
            } else {
                into.maxPulseWidthUs ^= 1 << dice.oneOf(0, 31);
            }
        }
    }
}
