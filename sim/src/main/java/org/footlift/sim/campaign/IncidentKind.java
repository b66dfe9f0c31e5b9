package org.footlift.sim.campaign;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What can happen to a walk: the 34 kinds of faults, and what wearers do every day. The order is part of what a seed means. */
public enum IncidentKind {
    /** The heel switch reads loaded. */
    HEEL_STUCK_CLOSED(Group.SENSOR),
    /** The heel switch reads unloaded. */
    HEEL_STUCK_OPEN(Group.SENSOR),
    /** The contact rattles around every edge and between. */
    HEEL_BOUNCE(Group.SENSOR),
    /** The lead comes and goes: wrong levels and readings that fail. */
    HEEL_INTERMITTENT(Group.SENSOR),
    /** The IMUs repeat one sample with fresh stamps. */
    IMU_FROZEN(Group.SENSOR),
    /** The IMUs are silent. */
    IMU_STALE(Group.SENSOR),
    /** Values that are no numbers, or infinite. */
    IMU_NAN(Group.SENSOR),
    /** Values clipped far below what a foot does. */
    IMU_SATURATED(Group.SENSOR),
    /** Axes swapped or mirrored. */
    IMU_AXES(Group.SENSOR),
    /** A bias that grows. */
    IMU_DRIFT(Group.SENSOR),
    /** Samples lost, doubled or out of order. */
    IMU_REORDER(Group.SENSOR),
    /** Every sensor says that it could not be read. */
    BUS_ERROR(Group.SENSOR),

    /** Acknowledgements stay away until the driver gives the stimulator up. */
    ACK_LOST(Group.ACTUATOR),
    /** Acknowledgements come late; now and then too late. */
    ACK_LATE(Group.ACTUATOR),
    /** The stimulator restarts: gone, then there with nothing to give, then itself. */
    STIMULATOR_RESET(Group.ACTUATOR),
    /** An electrode is off. */
    ELECTRODE_OPEN(Group.ACTUATOR),
    /** A pad has half lifted. Nothing can be observed: the monitor judges every pulse over half the pad. */
    ELECTRODE_HALF(Group.ACTUATOR),
    /** The output is shorted. */
    ELECTRODE_SHORT(Group.ACTUATOR),
    /** The stimulator does not hear a stop. Nothing can be observed: no train goes on by itself, so every later pulse is one too many. */
    STOP_LOST(Group.ACTUATOR),
    /** The output stage pulses by itself until its own check finds it. */
    OUTPUT_STUCK(Group.ACTUATOR),

    /** The loop stands still. */
    LOOP_PAUSE(Group.PLATFORM),
    /** The clock jumps, forward or back. */
    CLOCK_JUMP(Group.PLATFORM),
    /** The process dies and is started again with the profile it had. */
    KILL(Group.PLATFORM),
    /** The power goes while a profile is stored: started again with the new one, the old one, or none at all. */
    POWER_CUT(Group.PLATFORM),
    /** The disk fails under the recording. */
    DISK_ERROR(Group.PLATFORM),
    /** Bits flip in what the controller reads. */
    BIT_FLIP(Group.PLATFORM),
    /** The machine is starved: ticks come late, and the stimulator browns out. */
    BROWN_OUT(Group.PLATFORM),

    /** Level, mode or settings change, at any moment of a stride. */
    CHANGE_MID_SWING(Group.PEOPLE),
    /** Requests of the past come again, doubled and out of order. */
    REQUEST_REPLAY(Group.PEOPLE),
    /** Two people ask for opposite things. */
    TWO_EDITORS(Group.PEOPLE),
    /** What arrives means nothing: from the network it is refused before the tick, from the stimulator it is numbers without sense. */
    MALFORMED(Group.PEOPLE),
    /** A request in every tick. */
    REQUEST_FLOOD(Group.PEOPLE),
    /** Another wearer's profile is loaded. */
    WRONG_PROFILE(Group.PEOPLE),
    /** Every button at random. */
    BUTTON_MASH(Group.PEOPLE),

    /** The wearer presses Pause, and Start some time later. */
    PAUSE(Group.ORDINARY),
    /** The wearer presses stop. */
    STOP(Group.ORDINARY),
    /** The wearer unlocks the level and goes up a few steps. */
    LEVEL_UP(Group.ORDINARY),
    /** The wearer goes down a few steps. */
    LEVEL_DOWN(Group.ORDINARY),
    /** Pause, then the test button held. */
    TEST_HELD(Group.ORDINARY),
    /** Pause, then a test by requests that keep coming. */
    TEST_ASKED(Group.ORDINARY),
    /** Pause, then exercise for a while. */
    EXERCISE(Group.ORDINARY),
    /** Pause, then evaluation for a while. */
    EVALUATION(Group.ORDINARY),
    /** Start pressed again and again, at any moment. */
    START_AGAIN(Group.ORDINARY);

    /** Where it comes from. */
    public enum Group {
        /** Sensors and their bus. */
        SENSOR,
        /** Stimulator and electrodes. */
        ACTUATOR,
        /** Machine, clock, power, disk. */
        PLATFORM,
        /** People and networks, by mistake or on purpose. */
        PEOPLE,
        /** No fault: what wearers do. */
        ORDINARY
    }

    /** The kinds of faults. */
    public static final List<IncidentKind> FAULTS = Arrays.stream(values())
            .filter(kind -> kind.group != Group.ORDINARY).toList();
    static final List<IncidentKind> ORDINARY = Arrays.stream(values()).filter(kind -> kind.group == Group.ORDINARY)
            .toList();

    private final Group group;

    IncidentKind(Group group) {
        this.group = group;
    }

    /** Where it comes from. */
    public Group group() {
        return group;
    }

    /** The name on the command line: {@code loop-pause}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The fault of that name. */
    public static Optional<IncidentKind> fault(String label) {
        return FAULTS.stream().filter(kind -> kind.label().equals(label)).findFirst();
    }

    /** All faults. */
    public static Set<IncidentKind> all() {
        return EnumSet.copyOf(FAULTS);
    }

    long bit() {
        return 1L << ordinal();
    }
}
