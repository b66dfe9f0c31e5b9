package org.footlift.telemetry.session;

/**
 * Timestamps of a session file. WPILOG counts microseconds from a zero of the writer's choice; here the first tick is at one second and what
 * is older than that second is at 0. The process clock itself will not do: viewers refuse negative timestamps, and AdvantageScope's decoder
 * in TypeScript ends at 2^31 µs, which a machine's uptime passes after 36 minutes. The exact nanoseconds are in the structs.
 *
 * @param firstTickNs time of the first tick on the process clock
 */
record SessionTime(long firstTickNs) {
    private static final long FIRST_TICK_US = 1_000_000L;

    /** The timestamp of {@code timeNs} on the process clock, microseconds, 0 or more. */
    long microseconds(long timeNs) {
        return Math.max(0, FIRST_TICK_US + Math.floorDiv(timeNs - firstTickNs, 1000L));
    }
}
