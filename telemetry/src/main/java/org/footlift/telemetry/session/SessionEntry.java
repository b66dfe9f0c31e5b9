package org.footlift.telemetry.session;

/** The entries of a session file, by name. */
final class SessionEntry {
    /** What the extra header of a session file says. */
    static final String EXTRA_HEADER = "Footlift session 1";

    static final String SCHEMA_PREFIX = "/.schema/";
    static final String TICK_TYPE = "struct:FootliftTick";
    static final String IMU_TYPE = "struct:FootliftImu";
    static final String HEEL_TYPE = "struct:FootliftHeel";

    static final String BUILD = "/footlift/build";
    static final String STARTED_AT = "/footlift/startedAt";
    static final String TICK_RATE_HZ = "/footlift/tickRateHz";
    static final String SETTINGS_REVISION = "/footlift/settingsRevision";
    static final String SETTINGS = "/footlift/settings";
    static final String TICK = "/footlift/tick";
    /** One entry for each site follows. */
    static final String IMU_PREFIX = "/footlift/imu/";
    static final String HEEL = "/footlift/heel";
    static final String MODE = "/footlift/mode";
    static final String PHASE = "/footlift/phase";
    static final String FAULTS = "/footlift/faults";
    static final String EVENT = "/footlift/event";
    /** One entry for each channel follows. */
    static final String AMPLITUDE_PREFIX = "/footlift/amplitudeUa/";
    static final String GAP = "/footlift/gap";
    static final String CHECKSUM = "/footlift/checksum";

    private SessionEntry() {}
}
