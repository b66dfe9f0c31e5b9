package org.footlift.hal.pi;

import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.I2cDevice;
import org.footlift.hal.SpiDevice;
import org.footlift.hal.heel.Contact;

/** The pins and buses of a board. What is opened here closes with it. */
interface Board extends I2cDevice.Opener, SpiDevice.Opener, AutoCloseable {
    /** An output. */
    @FunctionalInterface
    interface Output {
        /**
         * Drives it. One system call, no lock; allocates nothing.
         *
         * @throws IllegalStateException when the line cannot be driven
         */
        void set(boolean high);
    }

    /**
     * Takes a GPIO as an input with a pull-up. Its level is read by one system call, without a lock.
     *
     * @param use what the system calls its user
     * @param onEdge told of every edge, on a thread of the board
     * @throws HardwareUnavailable when it is taken, with what to do about it
     */
    Contact input(int gpio, String use, Runnable onEdge) throws HardwareUnavailable;

    /**
     * Takes a GPIO as an output, low.
     *
     * @param use what the system calls its user
     * @throws HardwareUnavailable when it is taken, with what to do about it
     */
    Output output(int gpio, String use) throws HardwareUnavailable;

    /** Sets every output low and releases everything. */
    @Override
    void close();
}
