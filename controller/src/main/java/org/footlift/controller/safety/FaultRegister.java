package org.footlift.controller.safety;

import org.footlift.telemetry.Fault;
import org.footlift.telemetry.Fault.Clears;
import org.footlift.telemetry.Fault.Stop;

/**
 * Which faults are active and which are kept until the wearer acts. What a fault does is said in the table ({@link Fault}); this only keeps
 * the books. Allocates nothing.
 */
public final class FaultRegister {
    private static final int SOFT = bitsOf(Stop.SOFT);
    private static final int STOPPING = bitsOf(Stop.HARD) | SOFT;
    private static final int KEPT = bitsOf(Clears.BY_WEARER);
    private static final int LATCHING = KEPT & STOPPING;
    private static final int AFTER_STANCE = bitsOf(Clears.AFTER_STANCE);

    private int active;
    private int kept;

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
     * @param armed true while a mode is on that a fault must end; a fault while nothing is on shows, and is not kept
     */
    void update(int causes, boolean armed) {
        active = causes;
        kept |= armed ? causes & KEPT : 0;
    }

    /** Keeps {@code fault}, which has no cause that lasts, until the wearer acts. */
    void keep(Fault fault) {
        kept |= fault.bit();
    }

    /** The wearer acted: nothing is kept any longer. */
    void clear() {
        kept = 0;
    }

    /** True while a cause is there that latches: nothing may begin. */
    boolean latchingCause() {
        return (active & LATCHING) != 0;
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

    /** True while {@code fault} is active or kept. */
    boolean has(Fault fault) {
        return fault.in(all());
    }

    /** Active and kept faults: bits of {@link Fault}. */
    public int all() {
        return active | kept;
    }

    /** Everything it knows, for tests that walk through its states. */
    long state() {
        return (long) active << Integer.SIZE | kept;
    }

    /** Goes back to what {@link #state()} said. */
    void restore(long state) {
        active = (int) (state >>> Integer.SIZE);
        kept = (int) state;
    }
}
