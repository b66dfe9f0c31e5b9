package org.footlift.sim.score;

import java.nio.file.Path;
import java.util.List;
import org.footlift.telemetry.bids.Event;
import org.footlift.telemetry.bids.EventsFile;

/** What a detector said about one run, and what was stimulated. Immutable. */
public final class RunDetections {
    /** The trial type of a burst of stimulation. */
    public static final String STIMULATION = "stimulation";
    /** Nothing at all. */
    public static final RunDetections NONE = new RunDetections(List.of());

    private final EventTimes events;
    private final List<Burst> bursts;

    /** Takes what it knows from {@code rows}; other trial types are passed over. */
    public RunDetections(List<Event> rows) {
        events = new EventTimes(rows);
        bursts = rows.stream().filter(e -> e.trialType().equals(STIMULATION))
                .map(e -> new Burst(e.onsetS(), Double.isNaN(e.durationS()) ? 0 : e.durationS()))
                .sorted((a, b) -> Double.compare(a.startS(), b.startS())).toList();
    }

    /**
     * Reads what a replay wrote.
     *
     * @throws org.footlift.telemetry.bids.BidsException when it is missing or malformed
     */
    public static RunDetections read(Path eventsTsv) {
        return new RunDetections(EventsFile.read(eventsTsv));
    }

    EventTimes events() {
        return events;
    }

    List<Burst> bursts() {
        return bursts;
    }
}
