package org.footlift.telemetry;

/**
 * What somebody asks of the controller. A proposal: the controller checks it again and may refuse. Recorded as an input of the tick that
 * took it. The order is part of the recording format: append only.
 */
public enum Request {
    /** Nothing is asked. */
    NONE,
    /** Begin in the profile's mode; acknowledges a latched stop. */
    START,
    /** Stop stimulating, keep detecting. */
    PAUSE,
    /** One level step up. */
    LEVEL_UP,
    /** One level step down. */
    LEVEL_DOWN,
    /** Exercise cycles. Refused while walking is detected. */
    EXERCISE,
    /** Detect without stimulating. */
    EVALUATE
}
