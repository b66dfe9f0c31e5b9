package org.footlift.hal.heel;

/** A converter's input at which a force sensor is. Used by one thread at a time. */
public interface ForceInput {
    /** Full scale of {@link #read}: the supply of the sensor's divider. */
    int FULL_SCALE = 10_000;

    /** A converter that did not answer. The next time it may. */
    final class Failed extends Exception {
        private static final long serialVersionUID = 1L;

        /** Because a transfer failed. */
        public Failed(Throwable cause) {
            super(cause.getMessage(), cause);
        }

        /** With what is wrong. */
        public Failed(String message) {
            super(message);
        }
    }

    /** Sets the converter up; again after it failed, since it may have lost its power. */
    void begin() throws Failed;

    /** The voltage as a share of the supply, 0 to {@link #FULL_SCALE}. May block on a bus. */
    int read() throws Failed;
}
