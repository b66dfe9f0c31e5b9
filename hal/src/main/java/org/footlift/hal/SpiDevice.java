package org.footlift.hal;

/** One chip on an SPI bus, which belongs to a reader thread like {@link I2cDevice}. Used by one thread at a time; {@link #close} may come from any. */
public interface SpiDevice extends AutoCloseable {
    /** Opens chips by bus and chip select. */
    @FunctionalInterface
    interface Opener {
        /**
         * Opens the chip, in mode 0. That something answers there cannot be known.
         *
         * @param bus number of the bus, the first in {@code /dev/spidev0.1}
         * @param chipSelect the second
         * @param clockHz highest clock of the bus, hertz
         * @throws HardwareUnavailable when there is no such bus or this user may not use it, with what to do about it
         */
        SpiDevice open(int bus, int chipSelect, int clockHz) throws HardwareUnavailable;
    }

    /** A transfer that the system gave up. The next one may succeed. */
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

    /** Sends {@code bytes} and puts what comes back at the same time in their place. */
    void transfer(byte[] bytes) throws Failed;

    /** Releases the chip, repeatedly if need be. */
    @Override
    void close();
}
