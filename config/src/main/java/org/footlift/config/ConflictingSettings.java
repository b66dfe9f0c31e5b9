package org.footlift.config;

import java.util.List;
import java.util.stream.Collectors;

/** {@link Settings} whose parts disagree. The message holds every reason, one a line. */
public final class ConflictingSettings extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Conflict> conflicts;

    ConflictingSettings(List<Conflict> conflicts) {
        super(conflicts.stream().map(Conflict::reason).collect(Collectors.joining("\n")));
        this.conflicts = List.copyOf(conflicts);
    }

    /** Every disagreement, at least one. */
    public List<Conflict> conflicts() {
        return conflicts;
    }
}
