package org.footlift.crashdisk;

/**
 * How one operation of a disk fails.
 *
 * @param at the operation, counted from 1; a read counts too
 * @param kind what happens
 * @param lasting whether every later one fails too
 */
public record DiskFault(int at, Kind kind, boolean lasting) {
    /** What the program is told. */
    public enum Kind {
        /** The device fails. */
        INPUT_OUTPUT("Input/output error"),
        /** There is no room: what needs none goes on. */
        NO_SPACE("No space left on device"),
        /** Half of a write is taken, as the interface allows; where there are no halves, there is no room. */
        HALF_WRITTEN("No space left on device");

        final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /** No fault. */
    public static final DiskFault NONE = new DiskFault(Integer.MAX_VALUE, Kind.INPUT_OUTPUT, false);

    boolean hits(int operation) {
        return lasting ? operation >= at : operation == at;
    }
}
