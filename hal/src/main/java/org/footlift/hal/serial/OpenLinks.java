package org.footlift.hal.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The links that are open. jSerialComm closes every port as soon as the process is told to end (Ctrl-C, SIGTERM), while a driver still has to
 * tell its device to stop. So it is held back until the links are closed from this end, or for three seconds: a driver that has said goodbye
 * closes within one. Safe from any thread.
 */
final class OpenLinks {
    private static final long FAREWELL_NS = TimeUnit.SECONDS.toNanos(3);

    private final Set<JSerialCommLink> open = new HashSet<>();

    /** None is open yet; from now on the library waits for those that will be. */
    OpenLinks() {
        SerialPort.addShutdownHook(new Thread(this::awaitNone, "footlift-serial-farewell"));
    }

    synchronized void add(JSerialCommLink link) {
        open.add(link);
    }

    synchronized void remove(JSerialCommLink link) {
        open.remove(link);
        notifyAll();
    }

    private synchronized void awaitNone() {
        long byNs = System.nanoTime() + FAREWELL_NS;
        try {
            for (long leftNs = FAREWELL_NS; !open.isEmpty() && leftNs > 0; leftNs = byNs - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, leftNs);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // whoever wants the process gone at once gets that
        }
    }
}
