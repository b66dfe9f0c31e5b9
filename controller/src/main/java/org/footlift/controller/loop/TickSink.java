package org.footlift.controller.loop;

import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;

/** Where finished ticks are published. */
@FunctionalInterface
public interface TickSink {
    /** Takes one tick. Never blocks, never allocates; the arguments are reused after it returns. Control loop only. */
    void publish(TickInput in, TickOutput out);
}
