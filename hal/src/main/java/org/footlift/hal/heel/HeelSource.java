package org.footlift.hal.heel;

import java.util.concurrent.locks.LockSupport;
import org.footlift.hal.Clock;
import org.footlift.hal.HeelSample;
import org.footlift.hal.Scheduling;
import org.footlift.hal.SensorFrame;
import org.footlift.hal.SensorSource;
import org.jspecify.annotations.Nullable;

/**
 * Asks a heel sensor every few milliseconds on a thread of its own, and at once when {@link #edge} says that something changed. Every answer is
 * stamped on arrival and waits in a ring for the loop; a level that does not change is the sign of life. The loop's side takes no lock.
 */
public final class HeelSource implements SensorSource, AutoCloseable {
    /** Between two questions to contacts: no edge that was missed costs more. */
    public static final long CONTACT_PERIOD_NS = 2_000_000;
    /** Between two questions to a converter, which leaves the bus to others. */
    public static final long FORCE_PERIOD_NS = 4_000_000;
    /** An answer that took longer has hung on its bus: nobody knows of when it is. Twelve periods, as long as for an IMU. */
    static final long HUNG_NS = 50_000_000;
    /** Half a second of questions. */
    static final int CAPACITY = 256;
    private static final long JOIN_MS = 500;

    private final HeelSensor sensor;
    private final long periodNs;
    private final Clock clock;
    private final Scheduling scheduling;
    private final HeelSample[] ring = new HeelSample[CAPACITY];
    private final ThreadLocal<Boolean> entered = ThreadLocal.withInitial(() -> false);
    /** Readings put so far; written under the lock. */
    private volatile long put;
    /** Readings taken so far; written by the loop. */
    private volatile long taken;
    private boolean overflowed;
    private volatile boolean ending;
    private @Nullable Thread thread;

    /**
     * Asks nothing yet.
     *
     * @param periodNs between two questions
     * @param clock stamps the readings; it must run by itself
     * @param scheduling what the threads that ask enter
     */
    public HeelSource(HeelSensor sensor, long periodNs, Clock clock, Scheduling scheduling) {
        this.sensor = sensor;
        this.periodNs = periodNs;
        this.clock = clock;
        this.scheduling = scheduling;
        for (int i = 0; i < CAPACITY; i++) {
            ring[i] = new HeelSample();
        }
    }

    /** Asks for the first time, then again and again on a thread. Once. */
    public void start() {
        ask();
        thread = Thread.ofPlatform().daemon().name("footlift-heel").start(() -> {
            enterOnce();
            while (!ending) {
                LockSupport.parkNanos(periodNs);
                ask();
            }
        });
    }

    /** Something changed at the sensor: asks at once, on the thread that noticed. */
    public void edge() {
        enterOnce();
        ask();
    }

    private void enterOnce() {
        if (!entered.get()) {
            entered.set(true);
            scheduling.enter(Scheduling.Role.SENSOR_READER);
        }
    }

    /** Stamps inside the lock, so that readings of two threads are in order. */
    synchronized void ask() {
        long askedNs = clock.timeNs();
        HeelReading reading = sensor.read(askedNs);
        long timeNs = clock.timeNs(); // a bus may have taken its time; the level is not older than this by more than that
        if (reading == HeelReading.BETWEEN) {
            return;
        }
        long next = put;
        if (next - taken >= CAPACITY) {
            overflowed = true;
            return;
        }
        HeelSample slot = ring[(int) (next % CAPACITY)];
        slot.timeNs = timeNs;
        slot.valid = reading != HeelReading.INVALID && !overflowed && timeNs - askedNs <= HUNG_NS;
        slot.loaded = reading != HeelReading.UNLOADED;
        overflowed = false;
        put = next + 1;
    }

    @Override
    public void drain(long nowNs, SensorFrame into) {
        long next = taken;
        long end = put;
        while (next < end && into.hasRoomForHeel()) {
            HeelSample oldest = ring[(int) (next % CAPACITY)];
            if (oldest.timeNs > nowNs) {
                break;
            }
            into.addHeel().copyFrom(oldest);
            next++;
        }
        taken = next;
    }

    /** Ends the thread; a bus that hangs holds this up for half a second. */
    @Override
    public void close() {
        ending = true;
        Thread asking = thread;
        if (asking == null) {
            return;
        }
        LockSupport.unpark(asking);
        try {
            asking.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
