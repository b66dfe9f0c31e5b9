package org.footlift.controller.gait;

import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;

/** What the sensors say of the stimulated leg in the present tick, for those who decide on stimulation. */
public interface Gait {
    /** The phase by the trusted sensor. */
    GaitPhase phase();

    /** True when {@code event} was decided in this tick. */
    boolean has(GaitEvent event);

    /** Time of the sample at which {@code event} was decided, nanoseconds; meaningful only when it was, in this tick. */
    long eventTimeNs(GaitEvent event);

    /** True while the trusted sensor sees a stance long enough to count. */
    boolean validStance();

    /** The sensor whose events are in force. */
    DetectorSource source();

    /** Duration of recent strides, milliseconds; 0 when not known. */
    int strideMs();
}
