package org.footlift.sim;

import java.util.concurrent.atomic.AtomicLong;
import org.footlift.hal.HeartbeatLine;

/** A heartbeat line that counts its edges. */
public final class VirtualHeartbeat implements HeartbeatLine {
    private final AtomicLong edges = new AtomicLong();

    @Override
    public void toggle() {
        edges.incrementAndGet();
    }

    /** Edges so far. Callable from any thread. */
    public long edges() {
        return edges.get();
    }
}
