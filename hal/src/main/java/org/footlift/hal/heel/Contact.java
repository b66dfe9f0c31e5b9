package org.footlift.hal.heel;

/** The level of an input with a pull-up and a switch to ground. */
@FunctionalInterface
public interface Contact {
    /**
     * True when the input is high: the switch is open, or its lead is broken.
     *
     * @throws IllegalStateException when the input cannot be read
     */
    boolean isOpen();
}
