package org.footlift.hal.imu;

import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import org.footlift.hal.ImuSample;

/**
 * Samples on their way from one writing thread to one reading thread. Neither waits, neither allocates. When it is full the oldest sample is
 * overwritten and counted: what the leg does now decides about the next pulse, and a reader that was held up for so long has no use for its past.
 */
final class SampleRing {
    /** Over a second at 208 Hz, after which a control loop that stood still latches anyway; half a second at the fastest rate. */
    static final int CAPACITY = 256;
    private static final int MASK = CAPACITY - 1;

    private final ImuSample[] slots = new ImuSample[CAPACITY];
    private final AtomicLong lost = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private long read;

    SampleRing() {
        for (int i = 0; i < CAPACITY; i++) {
            slots[i] = new ImuSample();
        }
    }

    /** Writing thread only. */
    void put(ImuSample sample) {
        long number = written.getPlain();
        VarHandle.storeStoreFence(); // who sees a byte of this sample also sees that the one before was announced
        slots[(int) (number & MASK)].copyFrom(sample);
        written.setRelease(number + 1);
    }

    /** Moves the oldest sample there is into {@code into}, whose content is undefined when the answer is false. Reading thread only. */
    boolean take(ImuSample into) {
        long end = written.getAcquire();
        while (read < end) {
            skipTo(end - CAPACITY + 1); // the slot of anything older may be in the middle of being overwritten
            into.copyFrom(slots[(int) (read & MASK)]);
            VarHandle.loadLoadFence();
            end = written.getAcquire();
            if (end - read < CAPACITY) {
                read++;
                return true;
            }
        }
        return false;
    }

    private void skipTo(long first) {
        if (first > read) {
            lost.addAndGet(first - read);
            read = first;
        }
    }

    /** Samples that were overwritten before they were taken. Any thread. */
    long lost() {
        return lost.get();
    }
}
