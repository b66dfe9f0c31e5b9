package org.footlift.hal;

/**
 * One chip on an I2C bus. A bus is slow and may hang for a second in a transfer (a chip without power can hold its data line), so it belongs
 * to a reader thread of its own, never to the control loop. Used by one thread at a time; {@link #close} may come from any.
 */
public interface I2cDevice extends AutoCloseable {
    /** Opens chips by bus and address. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the bus for the chip at {@code address}. That something answers there is not known before the first transfer.
         *
         * @param bus number of the bus, as in {@code /dev/i2c-1}
         * @param address 7-bit address, 0x08 to 0x77
         * @throws HardwareUnavailable when there is no such bus or this user may not use it, with what to do about it
         */
        I2cDevice open(int bus, int address) throws HardwareUnavailable;
    }

    /** A transfer that the chip did not acknowledge or that the system gave up. The next one may succeed. */
    final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        /** With what was tried and what the system said. */
        public Failed(String message, Throwable cause) {
            super(message, cause);
        }

        /** With what was tried and what came of it. */
        public Failed(String message) {
            super(message);
        }
    }

    /**
     * Reads {@code count} registers from {@code register} on, in one transfer (register address, repeated start, data), so that the bytes of
     * one sample belong together. The bytes are as on the wire; {@code into} is untouched when it fails.
     *
     * @param register 0 to 255
     * @param count 1 to the length of {@code into}
     */
    void read(int register, byte[] into, int count) throws Failed;

    /**
     * Writes the first {@code count} of {@code bytes} to {@code register} and those after it, in one transfer.
     *
     * @param register 0 to 255
     * @param count 1 to the length of {@code bytes}
     */
    void write(int register, byte[] bytes, int count) throws Failed;

    /** Releases the chip, repeatedly if need be. */
    @Override
    void close();
}
