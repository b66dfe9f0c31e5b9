package org.footlift.hal;

/** An open serial port. One thread writes, one other reads; {@link #close} may come from any. */
public interface SerialLink extends AutoCloseable {
    /** How bytes travel. */
    enum Parity {
        /** No parity bit. */
        NONE,
        /** Even parity. */
        EVEN
    }

    /**
     * What both ends of a line must agree on; 8 data bits.
     *
     * @param baud bits per second
     * @param parity parity bit
     * @param stopBits 1 or 2
     * @param flowControl whether RTS and CTS hold back the other end
     */
    record Line(int baud, Parity parity, int stopBits, boolean flowControl) {}

    /** Opens ports by name. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens {@code port} and forgets what had arrived there.
         *
         * @throws HardwareUnavailable when there is no such port or it is taken, with what to do about it
         */
        SerialLink open(String port, Line line) throws HardwareUnavailable;
    }

    /** The port has gone: unplugged, or closed at this end. */
    final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        /** With the name of the port. */
        public Lost(String port) {
            super("The serial port " + port + " has gone.");
        }
    }

    /** Hands the first {@code count} bytes over. May block while the port takes none. */
    void write(byte[] bytes, int count) throws Lost;

    /** Takes what has arrived, at most the length of {@code into}; 0 when nothing did within about a tenth of a second. */
    int read(byte[] into) throws Lost;

    /** Forgets what was handed over and has not left yet. */
    void discard();

    /** Releases the port, repeatedly if need be. */
    @Override
    void close();
}
