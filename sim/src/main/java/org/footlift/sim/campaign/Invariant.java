package org.footlift.sim.campaign;

/** What must hold at every tick. The numbers are those of the project's list of invariants. */
public enum Invariant {
    /** I1: no pulse outside any limit, by the monitor on the stimulator's side. */
    LIMITS("I1"),
    /** I2: every pulse balanced. */
    BALANCE("I2"),
    /** I3: no pulse after the tick in which a hard stop's cause can be observed. */
    HARD_STOP("I3"),
    /** The soft stop of the design: no new burst, the last pulse within 800 ms, a fall of at most 300 ms. */
    SOFT_STOP("soft stop"),
    /** I4: no burst beyond its limit, then off until a valid stance; none begins without one. */
    BURST("I4"),
    /** I5: no output before an act of the wearer, after power-up, restart, profile load or a latched stop. */
    SILENT_START("I5"),
    /** I6: intensity never rises faster than its ramps. */
    RISE("I6"),
    /** I7: the level rises only when it was asked to, unlocked, and by one step. */
    LEVEL("I7"),
    /** I8: a latched stop stays latched; and what must latch does. */
    LATCH("I8"),
    /** I11: the disk under the recording changes no pulse. */
    RECORDING("I11"),
    /** I12: the same seed gives the same trace. */
    REPEATABLE("I12"),
    /** I13: within three strides of the restart stimulation is back. */
    LIVENESS("I13"),
    /** I14: every stop has its reason. */
    REASON("I14"),
    /** Nothing is thrown in a tick, whatever comes in. */
    NOTHING_THROWN("no exception");

    private final String label;

    Invariant(String label) {
        this.label = label;
    }

    /** Its number. */
    public String label() {
        return label;
    }
}
