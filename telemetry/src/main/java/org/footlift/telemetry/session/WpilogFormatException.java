package org.footlift.telemetry.session;

import java.io.IOException;

/** A file breaks the WPILOG format at a known byte. */
public final class WpilogFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long atByte;

    /**
     * @param atByte offset from the start of the file
     * @param what what is wrong there
     */
    public WpilogFormatException(long atByte, String what) {
        super("byte " + atByte + ": " + what);
        this.atByte = atByte;
    }

    /** Offset of the damage from the start of the file. */
    public long atByte() {
        return atByte;
    }
}
