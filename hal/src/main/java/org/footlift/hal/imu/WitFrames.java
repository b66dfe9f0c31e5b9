package org.footlift.hal.imu;

/**
 * Finds frames of WitMotion sensors in a stream of bytes, cut anywhere, with noise between. The start byte may be data too, so a frame that is
 * none gives up its first byte only, and the search goes on in the rest. One thread; allocates nothing after construction.
 */
final class WitFrames {
    static final int LENGTH = 11;
    static final int ACC = 0x51;
    static final int GYRO = 0x52;
    /** The answer to a question for registers. */
    static final int REGISTERS = 0x5F;
    /** What {@link #take} returns while no frame is whole. */
    static final int NONE = 0;

    private static final int START = 0x55;
    private static final int LOWEST_TYPE = 0x50;
    private static final int HIGHEST_TYPE = 0x5F;
    private static final int HEAD = 2;

    private final byte[] frame = new byte[LENGTH];
    private int count;
    private boolean whole;
    private boolean skipped;

    /** Takes one byte; returns the type of the frame that it completes, or {@link #NONE}. */
    int take(byte value) {
        if (whole) {
            whole = false;
            skipped = false;
            count = 0;
        }
        frame[count++] = value;
        while (count > 0 && !begins()) {
            skipped = true;
            count--;
            System.arraycopy(frame, 1, frame, 0, count);
        }
        whole = count == LENGTH;
        return whole ? frame[1] & 0xFF : NONE;
    }

    /** True when what is there is a frame as far as it goes. */
    private boolean begins() {
        if (frame[0] != START || (count >= HEAD && !isType(frame[1] & 0xFF))) {
            return false;
        }
        if (count < LENGTH) {
            return true;
        }
        int sum = 0;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += frame[i];
        }
        return (byte) sum == frame[LENGTH - 1];
    }

    private static boolean isType(int type) {
        return type >= LOWEST_TYPE && type <= HIGHEST_TYPE;
    }

    /** The word at {@code index}, 0 to 3, of the frame that was just completed. */
    int word(int index) {
        int at = HEAD + 2 * index;
        return (frame[at + 1] << Byte.SIZE) | (frame[at] & 0xFF);
    }

    /** True when bytes before the frame that was just completed belonged to none. */
    boolean skipped() {
        return skipped;
    }
}
