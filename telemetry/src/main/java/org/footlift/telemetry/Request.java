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
    /** One level step up. Refused while the level is locked. */
    LEVEL_UP,
    /** One level step down. Never refused. */
    LEVEL_DOWN,
    /** Exercise cycles. Refused while walking is detected. */
    EXERCISE,
    /** Detect without stimulating. */
    EVALUATE,
    /** Stimulate in swing, whatever mode the profile's Start begins. Acknowledges a latched stop. */
    WALK,
    /** Test burst for as long as this is asked for: it must come again within 250 ms, or it counts as let go. */
    TEST,
    /** Lets the level be raised for a while. To be sent only when the wearer has confirmed it by an act of its own. */
    UNLOCK_LEVEL
}
