package org.footlift.hal.stimulator;

/**
 * How packets become frames. A frame begins with F0 and ends with 0F; inside, these two and 81 travel as 81 and the byte exclusive-or 55.
 * Header bytes always travel that way, so that the second of such a pair may be any byte, F0 and 0F among them.
 */
public interface PacketFormat {
    /** First byte of a frame. */
    int START = 0xF0;
    /** Last byte of a frame. */
    int STOP = 0x0F;
    /** Announces a byte that is exclusive-or {@link #KEY}. */
    int ESCAPE = 0x81;
    /** Turns a byte into one that may travel. */
    int KEY = 0x55;

    /** What a frame turned out to be. */
    enum Verdict {
        /** A packet. */
        WHOLE,
        /** The length in the header is not that of the frame. */
        WRONG_LENGTH,
        /** The checksum is wrong. */
        WRONG_CHECKSUM
    }

    /** Bytes of the longest frame. */
    int longestFrame();

    /** Writes {@code packet} as a frame; returns its bytes. */
    int encode(Packet packet, byte[] frame);

    /**
     * Reads what stood between start and stop byte, still escaped. A damaged packet is read as far as it can be: its sender may want an answer.
     *
     * @param count bytes of {@code body}
     */
    Verdict decode(byte[] body, int count, Packet packet);

    /** Appends {@code value} at {@code at}, escaped if it must be; returns where the next byte goes. */
    static int putPayload(byte[] frame, int at, int value) {
        if (value == START || value == STOP || value == ESCAPE) {
            return putHeader(frame, at, value);
        }
        frame[at] = (byte) value;
        return at + 1;
    }

    /** Appends {@code value} at {@code at}, escaped whatever it is; returns where the next byte goes. */
    static int putHeader(byte[] frame, int at, int value) {
        frame[at] = (byte) ESCAPE;
        frame[at + 1] = (byte) (value ^ KEY);
        return at + 2;
    }

    /** Removes the escapes from {@code body}, from {@code from} to before {@code until}, into {@code data}; returns its bytes. */
    static int unescape(byte[] body, int from, int until, byte[] data) {
        int count = 0;
        for (int i = from; i < until; i++) {
            boolean escaped = (body[i] & 0xFF) == ESCAPE && i + 1 < until;
            data[count++] = escaped ? (byte) (body[++i] ^ KEY) : body[i];
        }
        return count;
    }
}
