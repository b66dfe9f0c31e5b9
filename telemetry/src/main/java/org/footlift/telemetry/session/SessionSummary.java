package org.footlift.telemetry.session;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.footlift.telemetry.Fault;

/**
 * One line of a list of sessions.
 *
 * @param file the session
 * @param startedAt wall time of its start; empty when not readable
 * @param build the program that recorded it; empty when not readable
 * @param duration from the first readable tick to the last
 * @param ticks readable ticks
 * @param strides strides counted during the recording
 * @param bursts bursts begun during the recording
 * @param faults faults seen active or latched, in order of precedence
 * @param gaps places at which ticks are missing
 * @param integrity how whole the file is
 */
public record SessionSummary(Path file, Optional<Instant> startedAt, Optional<String> build, Duration duration,
        long ticks,
        int strides, int bursts, Set<Fault> faults, int gaps, Integrity integrity) {
    /** Copies its set. */
    public SessionSummary {
        faults = Collections.unmodifiableSet(
                faults.isEmpty() ? EnumSet.noneOf(Fault.class) : EnumSet.copyOf(faults));
    }
}
