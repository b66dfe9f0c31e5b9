package org.footlift.telemetry.session;

import java.util.List;

/**
 * How whole a session file is.
 *
 * @param state the verdict
 * @param atByte where the first trouble begins, from the start of the file; −1 when complete
 * @param explanation one sentence for a person
 */
public record Integrity(State state, long atByte, String explanation) {
    /** The verdict. */
    public enum State {
        /** Every byte is covered by a checksum that agrees, and the recording was closed. */
        COMPLETE,
        /** The end is missing: it reads to its last whole record. */
        CUT,
        /** Bytes have changed since they were written: it reads without the seconds they are in. */
        DAMAGED,
        /** Not a session of this program, or not to be opened at all. */
        UNREADABLE
    }

    static Integrity complete() {
        return new Integrity(State.COMPLETE, -1, "complete");
    }

    static Integrity cut(long atByte) {
        return new Integrity(State.CUT, atByte, "cut at byte " + atByte + ": the recording was not closed");
    }

    static Integrity damaged(List<Damage> damage) {
        Damage first = damage.getFirst();
        int more = damage.size() - 1;
        String others = more == 0 ? "" : ", and in " + more + (more == 1 ? " other place" : " other places");
        Damage last = damage.getLast();
        String lost = more > 0 && last.isToTheEnd() ? "; all from byte " + last.fromByte() + " on is lost" : "";
        return new Integrity(State.DAMAGED, first.fromByte(), first + others + lost);
    }

    /**
     * A run of bytes that cannot be believed.
     *
     * @param fromByte its first byte
     * @param toByte the byte after its last
     * @param what how it was found
     */
    record Damage(long fromByte, long toByte, String what) {
        private static final long END = Long.MAX_VALUE;

        /** From {@code fromByte} on nothing can be read. */
        static Damage toTheEnd(long fromByte, String what) {
            return new Damage(fromByte, END, what);
        }

        boolean isToTheEnd() {
            return toByte == END;
        }

        boolean holds(long at) {
            return at >= fromByte && at < toByte;
        }

        @Override
        public String toString() {
            return "damaged from byte " + fromByte
                    + (isToTheEnd() ? " on, and all after it is lost: " : " to byte " + toByte + ": ") + what;
        }
    }
}
