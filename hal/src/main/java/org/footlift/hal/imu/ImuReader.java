package org.footlift.hal.imu;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.footlift.hal.Clock;
import org.footlift.hal.Scheduling;

/** The thread of one bus or port. A transfer that hangs holds up this thread and the sensors on the same bus, and nothing else. */
final class ImuReader implements AutoCloseable {
    private static final long LONGEST_SLEEP_NS = 5_000_000;
    private static final long JOIN_MS = 500;

    private final List<? extends ImuDriver> drivers;
    private final Clock clock;
    private final Thread thread;
    private volatile boolean closing;

    ImuReader(String where, List<? extends ImuDriver> drivers, Clock clock, Scheduling scheduling) {
        this.drivers = List.copyOf(drivers);
        this.clock = clock;
        thread = new Thread(() -> {
            scheduling.enter(Scheduling.Role.SENSOR_READER);
            work();
        }, "footlift-imu-" + where);
        thread.setDaemon(true);
        thread.start();
    }

    private void work() {
        try {
            while (!closing) {
                long dueNs = Long.MAX_VALUE;
                for (int i = 0; i < drivers.size(); i++) {
                    dueNs = Math.min(dueNs, drivers.get(i).poll());
                }
                long sleepNs = dueNs - clock.timeNs();
                if (sleepNs > 0) {
                    LockSupport.parkNanos(this, Math.min(sleepNs, LONGEST_SLEEP_NS));
                }
            }
        } catch (RuntimeException | Error bug) {
            for (ImuDriver driver : drivers) {
                driver.feed().interrupt(clock.timeNs(), "is not read any more: its driver failed (" + bug
                        + "). Report this as a bug.");
            }
            throw bug;
        }
    }

    /** Ends the thread, unless the bus holds it, and releases the devices. */
    @Override
    public void close() {
        closing = true;
        LockSupport.unpark(thread);
        try {
            thread.join(JOIN_MS); // a bus that hangs keeps it; it is a daemon
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drivers.forEach(ImuDriver::close);
    }
}
