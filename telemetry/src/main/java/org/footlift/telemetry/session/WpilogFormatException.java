package org.footlift.telemetry.session;

import java.io.IOException;

/** A file breaks the WPILOG format at a known byte. */
public final class WpilogFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long atByte;
    private final String explanation;

    /**
     * @param atByte offset from the start of the file
     * @param what what is wrong there
     */
    public WpilogFormatException(long atByte, String what) {
        this("byte " + atByte + ": " + what, atByte);
    }

    private WpilogFormatException(String explanation, long atByte) {
        super(explanation);
        this.atByte = atByte;
        this.explanation = explanation;
    }

    /** The whole message: the byte, and what is wrong there. */
    public String explanation() {
        return explanation;
    }

    /** Offset of the damage from the start of the file. */
    public long atByte() {
        return atByte;
    }
}
