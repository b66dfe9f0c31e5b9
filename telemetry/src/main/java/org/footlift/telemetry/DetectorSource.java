package org.footlift.telemetry;

/** The sensor whose events are in force. The order is part of the recording format: append only. */
public enum DetectorSource {
    /** None: no sensor can be trusted. */
    NONE("no sensor"),
    /** The heel switch. */
    HEEL_SWITCH("heel switch"),
    /** The foot IMU. */
    FOOT_IMU("foot IMU"),
    /** The shank IMU. */
    SHANK_IMU("shank IMU");

    private final String label;

    DetectorSource(String label) {
        this.label = label;
    }

    /** Words for a screen. */
    public String label() {
        return label;
    }
}
