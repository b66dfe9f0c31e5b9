package org.footlift.telemetry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that stops stimulation or should be known about it, in one table: how it stops, how it clears, how urgent it is and what the
 * wearer hears ({@link Priority}), what the wearer reads, what the engineer reads. The first of the most urgent is shown. The order is
 * part of the recording format: append only.
 */
public enum Fault {
    /** Any Throwable in the tick: nothing after it can be trusted. */
    INTERNAL_ERROR(Stop.HARD, Clears.BY_WEARER, Priority.HIGH,
            "Internal error. Stimulation is off. Restart the device.",
            "something was thrown in a tick; only a restart clears it"),
    /** Time went backwards, or a tick was repeated. */
    CLOCK_BACKWARDS(Stop.HARD, Clears.BY_WEARER, Priority.HIGH, "Internal error. Stimulation is off.",
            "the tick's time did not increase"),
    /** The stimulator reports a fault of its own. */
    STIMULATOR_FAULT(Stop.HARD, Clears.BY_WEARER, Priority.HIGH, "The stimulator reports a fault. Stimulation is off.",
            "stimulator status FAULT"),
    /** The stimulator has gone. */
    STIMULATOR_LOST(Stop.HARD, Clears.BY_WEARER, Priority.HIGH, "The stimulator does not answer. Check its cable.",
            "stimulator status DISCONNECTED"),
    /** The electrode circuit is open or out of range. */
    ELECTRODE(Stop.HARD, Clears.BY_WEARER, Priority.HIGH, "Check the electrodes: one may have come off.",
            "stimulator status ELECTRODE"),
    /** The wearer pressed stop. */
    WEARER_STOP(Stop.HARD, Clears.BY_WEARER, Priority.LOW, "Stopped by you.", "stop requested"),
    /** The loop stood still for longer than a sensor may be silent. */
    LOOP_STALLED(Stop.SOFT, Clears.BY_WEARER, Priority.HIGH, "The controller was held up. Stimulation is off.",
            "a tick came more than 1 s late"),
    /** No usable sample for over 1 s. */
    SENSOR_LOST(Stop.SOFT, Clears.BY_WEARER, Priority.HIGH, "Sensor lost. Check its cable, then press Start.",
            "no usable sample from any chosen sensor for 1 s"),
    /** Ticks come late, but not for long. */
    LOOP_LATE(Stop.SOFT, Clears.AFTER_STANCE, Priority.MEDIUM, "Waiting: the controller is held up.",
            "a tick came more than 100 ms late"),
    /** No usable sample for over 100 ms. */
    SENSOR_STALE(Stop.SOFT, Clears.AFTER_STANCE, Priority.MEDIUM, "Waiting for the sensor.",
            "no usable sample from any chosen sensor for 100 ms"),
    /** The heel switch does not change while the other sensor walks. */
    HEEL_SWITCH_STUCK(Stop.NONE, Clears.BY_ITSELF, Priority.LOW, "Heel switch stuck. The other sensor carries on.",
            "heel switch unchanged while the IMU sees strides"),
    /** More edges than a foot can make. */
    HEEL_SWITCH_CHATTER(Stop.NONE, Clears.BY_ITSELF, Priority.LOW, "Heel switch unsteady. Check its plug.",
            "heel switch edges faster than a foot can step; without another sensor it counts as silent"),
    /** The axis that the motion shows is far from the one declared, or from the one found first. */
    SENSOR_MOVED(Stop.NONE, Clears.BY_ITSELF, Priority.LOW,
            "A motion sensor sits differently. Check that it is fastened.",
            "the mediolateral axis found is more than 60 degrees from where it began; detection goes on with the one found"),
    /** The heel switch opened or closed where no foot does, or did not where one does. */
    HEEL_SWITCH_UNRELIABLE(Stop.NONE, Clears.BY_ITSELF, Priority.LOW,
            "Heel switch unreliable. Check its plug and cable.",
            "in one of the last 3 strides the heel switch did not close and open once each, about when the IMU and the strides before say, or it gives no readings while the IMU does; the IMU makes good what is missing"),
    /** The IMU repeats itself, or shows no step while the heel switch sees strides. */
    IMU_SILENT(Stop.NONE, Clears.BY_ITSELF, Priority.LOW, "A motion sensor does not follow the foot. Check it.",
            "an IMU repeats its values for 200 ms (its samples then count as none), or shows no step while the heel switch sees strides"),
    /** The wearer has not walked for long, and walking will be paused. */
    PAUSE_SOON(Stop.NONE, Clears.BY_ITSELF, Priority.MEDIUM, "No steps for a while. Stimulation pauses soon.",
            "in walking, no steps until 30 s before modes.auto_pause_s is over"),
    /** The wearer has not walked for long, and walking was paused. */
    PAUSED_BY_ITSELF(Stop.NONE, Clears.BY_WEARER, Priority.LOW,
            "Paused: no steps for a while. Press Start before you walk.",
            "in walking, no steps for modes.auto_pause_s"),
    /** Stimulation was paused without the wearer's doing, and now they walk. */
    WALKING_WHILE_PAUSED(Stop.NONE, Clears.BY_ITSELF, Priority.HIGH, "You walk without stimulation. Press Start.",
            "walking is detected after PAUSED_BY_ITSELF and before Start");

    /** How stimulation ends. */
    public enum Stop {
        /** No pulse from the next tick on. */
        HARD,
        /** The burst goes to its planned end, at most 500 ms more, then falls within 300 ms: cutting current in mid-swing is a trip hazard of its own. One that latches at once begins to fall at once. */
        SOFT,
        /** A warning: another sensor carries on. */
        NONE
    }

    /** What brings stimulation back. */
    public enum Clears {
        /** Kept until the wearer presses Start. One that stops also latches: no mode goes on, and none begins while the cause is there. */
        BY_WEARER,
        /** By itself, after a valid stance. */
        AFTER_STANCE,
        /** By itself, when the cause is gone. */
        BY_ITSELF
    }

    private static final int HARD = Arrays.stream(values()).filter(fault -> fault.stop == Stop.HARD)
            .mapToInt(Fault::bit).sum();

    private static final List<Fault> BY_URGENCY = Arrays.stream(values())
            .sorted(Comparator.comparing(Fault::priority)).toList();

    private final Stop stop;
    private final Clears clears;
    private final Priority priority;
    private final String wearerText;
    private final String engineerText;

    Fault(Stop stop, Clears clears, Priority priority, String wearerText, String engineerText) {
        this.stop = stop;
        this.clears = clears;
        this.priority = priority;
        this.wearerText = wearerText;
        this.engineerText = engineerText;
    }

    /** How stimulation ends when this fault appears. */
    public Stop stop() {
        return stop;
    }

    /** What brings stimulation back. */
    public Clears clears() {
        return clears;
    }

    /** How urgent it is, and what the wearer hears. */
    public Priority priority() {
        return priority;
    }

    /** Plain words for the wearer. */
    public String wearerText() {
        return wearerText;
    }

    /** The condition, for the engineer. */
    public String engineerText() {
        return engineerText;
    }

    /** This fault's bit in a set of faults. */
    public int bit() {
        return 1 << ordinal();
    }

    /** Every fault, in the order in which they are shown: the most urgent first, of equally urgent ones the first declared. */
    public static List<Fault> byUrgency() {
        return BY_URGENCY;
    }

    /** The one of {@code faults} to show, or null when there is none. */
    public static @Nullable Fault first(int faults) {
        for (Fault fault : BY_URGENCY) {
            if (fault.in(faults)) {
                return fault;
            }
        }
        return null;
    }

    /** True when {@code faults} holds one that stops hard. */
    public static boolean hardStopIn(int faults) {
        return (faults & HARD) != 0;
    }

    /** True when {@code faults} holds this fault. */
    public boolean in(int faults) {
        return (faults & bit()) != 0;
    }
}
