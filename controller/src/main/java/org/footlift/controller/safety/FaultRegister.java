package org.footlift.controller.safety;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Fault.Clears;
import org.footlift.telemetry.Fault.Stop;

/**
 * Which faults are active and which are latched. What a fault does is said in the table ({@link Fault}); this only keeps the books. Allocates nothing.
 */
public final class FaultRegister {
    private static final int SOFT = bitsOf(Stop.SOFT);
    private static final int LATCHING = bitsOf(Clears.BY_WEARER);
    private static final int AFTER_STANCE = bitsOf(Clears.AFTER_STANCE);

    private int active;
    private int latched;

    private static int bitsOf(Stop stop) {
        int bits = 0;
        for (Fault fault : Fault.values()) {
            bits |= fault.stop() == stop ? fault.bit() : 0;
        }
        return bits;
    }

    private static int bitsOf(Clears clears) {
        int bits = 0;
        for (Fault fault : Fault.values()) {
            bits |= fault.clears() == clears ? fault.bit() : 0;
        }
        return bits;
    }

    /**
     * Takes the causes seen in this tick.
     *
     * @param armed true while a mode is on that a fault must end; a fault while paused shows, and latches nothing
     */
    void update(int causes, boolean armed) {
        active = causes;
        if (armed) {
            latched |= causes & LATCHING;
        }
    }

    /** The wearer acknowledged. Refused, and false, while a latching cause is still there. */
    boolean acknowledge() {
        if ((active & LATCHING) != 0) {
            return false;
        }
        latched = 0;
        return true;
    }

    /** True while a latched fault waits for the wearer. */
    boolean isLatched() {
        return latched != 0;
    }

    /** True when no pulse may leave from now on. */
    public boolean hardStop() {
        return Fault.hardStopIn(all());
    }

    /** True when no burst may begin, and the present one must end within its bounds. */
    public boolean softStop() {
        return (all() & SOFT) != 0;
    }

    /** True while a fault is active after which a valid stance must be seen. */
    public boolean needsStance() {
        return (active & AFTER_STANCE) != 0;
    }

    /** Active and latched faults: bits of {@link Fault}. */
    public int all() {
        return active | latched;
    }
}
