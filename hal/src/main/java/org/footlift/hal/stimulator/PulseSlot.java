package org.footlift.hal.stimulator;

import java.util.concurrent.atomic.AtomicInteger;
import org.footlift.hal.PulseCommand;

/**
 * The one place of a channel where a pulse waits for its port. A newer pulse takes the place of one that has not left; neither side ever
 * waits for the other: of three commands one is being written, one waits, one is being read, and the three change places. One thread
 * puts, one other takes. Allocates nothing.
 */
final class PulseSlot {
    private static final int FRESH = 4;

    private final PulseCommand[] commands = {new PulseCommand(), new PulseCommand(), new PulseCommand()};
    private final int[] epochs = new int[commands.length];
    private final AtomicInteger waiting = new AtomicInteger(1);
    private int writing;
    private int reading = 2;

    /** Leaves a pulse. {@code epoch} is what {@link #take} must be called with. */
    void put(PulseCommand command, int epoch) {
        commands[writing].copyFrom(command);
        epochs[writing] = epoch;
        writing = waiting.getAndSet(writing | FRESH) & ~FRESH;
    }

    /** True when a pulse waits that nobody has taken. */
    boolean isFull() {
        return (waiting.get() & FRESH) != 0;
    }

    /** Takes the pulse out. True, with {@code into} filled, when there is one of this epoch and it has not expired. */
    boolean take(long nowNs, int epoch, PulseCommand into) {
        if (!isFull()) {
            return false;
        }
        reading = waiting.getAndSet(reading) & ~FRESH;
        into.copyFrom(commands[reading]);
        return epochs[reading] == epoch && nowNs <= into.expiresNs;
    }
}
