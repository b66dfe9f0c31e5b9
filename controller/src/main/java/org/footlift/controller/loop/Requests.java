package org.footlift.controller.loop;

import java.util.concurrent.atomic.AtomicReference;

import org.footlift.telemetry.Request;

/**
 * The way into the running loop. One request waits at a time; a second one is refused, not queued, because what somebody wanted two seconds
 * ago is not what they want now. A pause takes the place of whatever waits, so that no flood of requests holds it up. Stop has a flag of its
 * own. Callable from any thread.
 */
public final class Requests {
    private final AtomicReference<Request> pending = new AtomicReference<>(Request.NONE);
    private volatile boolean stop;

    /** Asks; false when another request still waits. */
    public boolean offer(Request request) {
        if (request == Request.PAUSE) {
            pending.set(Request.PAUSE);
            return true;
        }
        return pending.compareAndSet(Request.NONE, request);
    }

    /** Stops stimulation from the next tick on, and latches. */
    public void stop() {
        stop = true;
    }

    Request take() {
        return pending.getAndSet(Request.NONE);
    }

    boolean takeStop() {
        if (!stop) {
            return false;
        }
        stop = false;
        return true;
    }
}
