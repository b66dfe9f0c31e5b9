package org.footlift.hal.pi;

import org.footlift.hal.HeartbeatLine;

/** The heartbeat on a GPIO. A line that cannot be driven ends the loop: the output stage is about to open, and the wearer must be told. */
final class PiHeartbeat implements HeartbeatLine {
    private final Board.Output line;
    private boolean high;

    PiHeartbeat(Board.Output line) {
        this.line = line;
    }

    @Override
    public void toggle() {
        high = !high;
        line.set(high);
    }
}
