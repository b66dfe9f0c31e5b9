package org.footlift.controller.loop;

import java.util.concurrent.locks.LockSupport;
import org.footlift.telemetry.channel.RequestInbox;

/**
 * Takes what other processes ask and hands it to the loop, on an ordinary thread of its own: whatever they write, the loop meets
 * a {@link Requests} that holds one request at most. A stop reaches the loop within {@value #PERIOD_MS} ms and a tick, unless ordinary threads
 * get no processor; the wearer's buttons do not come this way.
 */
public final class RequestIntake implements AutoCloseable {
    private static final long PERIOD_MS = 5;
    private static final long PERIOD_NS = PERIOD_MS * 1_000_000;
    private static final long JOIN_MS = 1_000;

    private final RequestInbox inbox;
    private final Requests requests;
    private final Thread thread;
    private final RequestInbox.Taker taker;
    private volatile boolean closing;
    private volatile boolean unreadable;

    /** Begins to take; closes {@code inbox} when it is closed itself. */
    public RequestIntake(RequestInbox inbox, Requests requests) {
        this.inbox = inbox;
        this.requests = requests;
        taker = requests::offer;
        thread = new Thread(this::take, "footlift-requests");
        thread.setDaemon(true);
        thread.start();
    }

    private void take() {
        try {
            while (!closing) {
                if (inbox.takeStop()) {
                    requests.stop();
                }
                inbox.poll(System.nanoTime(), taker);
                LockSupport.parkNanos(PERIOD_NS);
            }
        } catch (InternalError cut) { // how the virtual machine says that memory has no file behind it any more
            unreadable = true;
        }
    }

    /** Why nothing is taken any more; empty while all is well. Any thread. */
    public String problem() {
        return unreadable ? "the file of requests was cut short" : inbox.problem();
    }

    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!thread.isAlive()) { // it would read memory that is gone
            inbox.close();
        }
    }
}
