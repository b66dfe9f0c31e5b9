package org.footlift.telemetry;

import java.util.Locale;

/** The four events of a stride. The order is part of the recording format: append only. */
public enum GaitEvent {
    /** The heel leaves the floor: end of flat stance. */
    HEEL_OFF,
    /** The toes leave the floor: swing begins. */
    TOE_OFF,
    /** Initial contact: swing ends. */
    HEEL_STRIKE,
    /** The whole foot is on the floor. */
    FOOT_FLAT;

    /** This event's bit in a set of events. */
    public int bit() {
        return 1 << ordinal();
    }

    /** True when {@code events} holds this event. */
    public boolean in(int events) {
        return (events & bit()) != 0;
    }

    /** The name in an events file: {@code heel_off}. */
    public String trialType() {
        return name().toLowerCase(Locale.ROOT);
    }
}
