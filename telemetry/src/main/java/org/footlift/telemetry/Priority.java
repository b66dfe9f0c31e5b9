package org.footlift.telemetry;

/**
 * How urgent a {@link Fault} is, and what the wearer hears of it. Tones after the pattern of IEC 60601-1-8: the more urgent, the more
 * tones, and the sooner again. Declared from the most urgent to the least; not part of the recording format.
 */
public enum Priority {
    /** Stimulation has stopped, or will not come by itself: somebody who walks may trip. */
    HIGH("three tones and two, twice, every 10 s", 10_000, "#.#.#...#.#......#.#.#...#.#"),
    /** Stimulation waits, or is about to stop. */
    MEDIUM("three tones, every 20 s", 20_000, "#.#.#"),
    /** For information: a warning that stops nothing, or the echo of the wearer's own act. */
    LOW("one tone, once", Long.MAX_VALUE, "#");

    /** How long each character of a pattern lasts, milliseconds: # is a tone, anything else silence. */
    private static final int PART_MS = 150;

    private final String label;
    private final long repeatMs;
    private final String pattern;

    Priority(String label, long repeatMs, String pattern) {
        this.label = label;
        this.repeatMs = repeatMs;
        this.pattern = pattern;
    }

    /** The sound in words. */
    public String label() {
        return label;
    }

    /** True while a tone sounds, {@code sinceMs} milliseconds after the fault appeared. Allocates nothing. */
    public boolean sounds(long sinceMs) {
        long part = sinceMs % repeatMs / PART_MS;
        return sinceMs >= 0 && part < pattern.length() && pattern.charAt((int) part) == '#';
    }
}
