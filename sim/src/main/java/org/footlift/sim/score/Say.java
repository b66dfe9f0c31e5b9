package org.footlift.sim.score;

import java.util.Locale;
import org.footlift.telemetry.GaitEvent;

/** Times and events in words, for everything that says what went wrong: moments in seconds to a hundredth, lengths in whole milliseconds. */
public final class Say {
    private Say() {}

    /** {@code 12.34 s}. */
    public static String at(double timeS) {
        return String.format(Locale.ROOT, "%.2f s", timeS);
    }

    /** {@code 180 ms}. */
    public static String ms(double lengthS) {
        return Math.round(lengthS * 1e3) + " ms";
    }

    /** {@code Heel off}, as a sentence begins. */
    public static String name(GaitEvent kind) {
        String words = kind.trialType().replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
