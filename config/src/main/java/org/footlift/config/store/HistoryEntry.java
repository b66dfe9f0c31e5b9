package org.footlift.config.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One line of a store's history.
 *
 * @param revision its number
 * @param state what it is worth
 * @param savedAt wall time, when it can be read
 * @param note where it came from, or what is wrong with it
 */
public record HistoryEntry(long revision, State state, Optional<Instant> savedAt, String note) {
    static final Comparator<HistoryEntry> BY_REVISION = Comparator.comparingLong(HistoryEntry::revision);

    /** What a revision is worth. */
    public enum State {
        /** Can be used. */
        GOOD,
        /** Not as it was written, or not for this version of Footlift. */
        DAMAGED,
        /** The disk failed while it was saved. */
        SUSPECT
    }
}
