package org.footlift.hal.heel;

import org.jspecify.annotations.Nullable;

/**
 * A heel switch that opens under load, so that a broken lead reads as loaded, the state in which nothing is stimulated. A second contact that
 * closes under load makes a pair: the two must always disagree. A broken or shorted lead makes them agree, and what they say is then invalid.
 */
public final class HeelSwitch implements HeelSensor {
    /** A changeover contact flies for up to 5 ms and bounces; agreeing for longer is a fault. */
    static final long LONGEST_FLIGHT_NS = 10_000_000;

    private final Contact opensUnderLoad;
    private final @Nullable Contact closesUnderLoad;
    private boolean disagree = true;
    private long agreeSinceNs;

    /** A single contact. */
    public HeelSwitch(Contact opensUnderLoad) {
        this.opensUnderLoad = opensUnderLoad;
        closesUnderLoad = null;
    }

    /** A pair. */
    public HeelSwitch(Contact opensUnderLoad, Contact closesUnderLoad) {
        this.opensUnderLoad = opensUnderLoad;
        this.closesUnderLoad = closesUnderLoad;
    }

    @Override
    public HeelReading read(long nowNs) {
        boolean loaded;
        boolean other;
        try {
            loaded = opensUnderLoad.isOpen();
            other = closesUnderLoad == null ? !loaded : closesUnderLoad.isOpen();
        } catch (IllegalStateException unreadable) { // said by the invalid reading itself, hundreds of times a second
            return HeelReading.INVALID;
        }
        if (loaded != other) {
            disagree = true;
            return loaded ? HeelReading.LOADED : HeelReading.UNLOADED;
        }
        if (disagree) {
            disagree = false;
            agreeSinceNs = nowNs;
        }
        return nowNs - agreeSinceNs > LONGEST_FLIGHT_NS ? HeelReading.INVALID : HeelReading.BETWEEN;
    }
}
