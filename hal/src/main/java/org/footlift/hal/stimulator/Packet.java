package org.footlift.hal.stimulator;

/** One packet of a ScienceMode protocol, without framing. Mutable and reused. */
public final class Packet {
    /** Most data bytes that any ScienceMode frame can carry. */
    public static final int MOST_DATA = 1_200;

    /** Number that an acknowledgement repeats. */
    public int number;
    /** What is asked or answered; −1 when a damaged frame does not tell. */
    public int command;
    /** Data, of which the first {@link #length} bytes count. */
    public final byte[] data = new byte[MOST_DATA];
    /** Data bytes in use. */
    public int length;

    /** Fills this packet; returns it. */
    public Packet set(int newNumber, int newCommand, byte... newData) {
        number = newNumber;
        command = newCommand;
        length = newData.length;
        System.arraycopy(newData, 0, data, 0, length);
        return this;
    }

    /** Data byte at {@code index}, 0 to 255. */
    public int unsigned(int index) {
        return data[index] & 0xFF;
    }
}
