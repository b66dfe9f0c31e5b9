package org.footlift.hal.heel;

/** A heel sensor that can be asked at any moment. Used by one thread at a time. */
@FunctionalInterface
public interface HeelSensor {
    /**
     * What it says now. May block on a bus; a sensor that cannot be read is {@link HeelReading#INVALID}.
     *
     * @param nowNs the time, nanoseconds, never before that of an earlier call
     */
    HeelReading read(long nowNs);
}
