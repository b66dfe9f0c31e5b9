package org.footlift.controller.gait;

import java.util.Arrays;

import org.footlift.config.HeelDetectorSettings;
import org.footlift.config.HeelDetectorSettings.Trigger;
import org.footlift.hal.HeelSample;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;

/**
 * Heel off and heel strike from a heel switch. A level counts once it has held for the debounce time, so bounce costs latency and
 * never an event. With {@link Trigger#STRIKE} the switch is under the other heel: its strike stands for this leg's heel off
 * (double support begins), its rise for this leg's heel strike.
 *
 * <p>It cannot tell pre-swing from swing and says {@link GaitPhase#PRE_SWING} from heel off to heel strike.
 */
final class HeelSwitchDetector implements LegDetector {
    private static final long MS = 1_000_000L;

    /** A foot makes two contacts in a stride of 0.6 s or longer, each with up to four bounces in 30 ms (FSR notes); twice that is a fault. */
    private static final int CHATTER_EDGES = 28;

    private static final long CHATTER_WINDOW_NS = 1_000 * MS;

    private final GaitEvents events = new GaitEvents();
    private final long debounceNs;
    private final long minStanceNs;
    private final boolean inverted;

    private final long[] edgeTimesNs = new long[CHATTER_EDGES];
    private int nextEdge;

    private boolean known;
    private boolean loaded;
    private long loadedSinceNs;
    private long candidateSinceNs;
    private boolean rawLoaded;
    private long lastValidNs = NEVER;
    private long lastEdgeNs = NEVER;

    HeelSwitchDetector(HeelDetectorSettings settings) {
        debounceNs = settings.debounceMs() * MS;
        minStanceNs = settings.minStanceMs() * MS;
        inverted = settings.trigger() == Trigger.STRIKE;
        forgetEdges();
    }

    /** Takes one reading, in order of time. */
    void accept(HeelSample sample) {
        if (!sample.valid || sample.timeNs < lastValidNs) {
            return; // nothing measured, or older than what is known
        }
        if (lastValidNs != NEVER && LegDetector.isGap(sample.timeNs - lastValidNs)) {
            lose();
        }
        boolean now = sample.loaded != inverted;
        lastValidNs = sample.timeNs;
        if (!known) {
            begin(now, sample.timeNs);
        }
        if (now != rawLoaded) {
            noteRawEdge(now, sample.timeNs);
        }
        settle(now, sample.timeNs);
    }

    /** The first level is taken as it is: there is nothing yet that bounce could falsify. */
    private void begin(boolean now, long timeNs) {
        known = true;
        loaded = now;
        rawLoaded = now;
        candidateSinceNs = timeNs;
        loadedSinceNs = timeNs;
    }

    private void noteRawEdge(boolean now, long timeNs) {
        edgeTimesNs[nextEdge] = timeNs;
        nextEdge = (nextEdge + 1) % CHATTER_EDGES;
        lastEdgeNs = timeNs;
        rawLoaded = now;
        candidateSinceNs = timeNs;
    }

    private void settle(boolean now, long timeNs) {
        if (now == loaded || timeNs - candidateSinceNs < debounceNs) {
            return;
        }
        loaded = now;
        if (loaded) {
            loadedSinceNs = candidateSinceNs;
        }
        events.add(loaded ? GaitEvent.HEEL_STRIKE : GaitEvent.HEEL_OFF, timeNs);
    }

    /** True while edges come faster than any foot can step. */
    boolean chattering(long nowNs) {
        long oldest = edgeTimesNs[nextEdge];
        return oldest != NEVER && nowNs - oldest < CHATTER_WINDOW_NS;
    }

    /** Time of the last change of the raw level, nanoseconds; {@link #NEVER} when there was none. */
    long lastEdgeNs() {
        return lastEdgeNs;
    }

    @Override
    public GaitEvents events() {
        return events;
    }

    @Override
    public GaitPhase phase() {
        if (!known) {
            return GaitPhase.UNKNOWN;
        }
        return loaded ? GaitPhase.STANCE : GaitPhase.PRE_SWING;
    }

    @Override
    public boolean validStance() {
        return known && loaded && lastValidNs - loadedSinceNs >= minStanceNs;
    }

    @Override
    public long lastValidNs() {
        return lastValidNs;
    }

    @Override
    public void lose() {
        known = false;
        lastValidNs = NEVER;
        forgetEdges();
    }

    private void forgetEdges() {
        Arrays.fill(edgeTimesNs, NEVER);
        nextEdge = 0;
    }
}
