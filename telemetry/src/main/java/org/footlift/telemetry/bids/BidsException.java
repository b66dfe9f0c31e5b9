package org.footlift.telemetry.bids;

import java.nio.file.Path;

/**
 * A Motion-BIDS file that cannot be read or written. The message is for a person and complete: file, line where there is one, what is
 * wrong and what to do. Unchecked, so that readers compose in streams; whoever talks to a person catches it.
 */
public final class BidsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String message;

    private BidsException(String message) {
        super(message);
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    /** A fault of a whole file. */
    public static BidsException in(Path file, String problem) {
        return new BidsException(file + ": " + problem);
    }

    /** A fault of one line, counted from 1. */
    public static BidsException at(Path file, long line, String problem) {
        return new BidsException(file + ", line " + line + ": " + problem);
    }
}
