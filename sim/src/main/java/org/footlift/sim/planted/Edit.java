package org.footlift.sim.planted;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One change of a source file.
 *
 * @param type simple name of a class of the controller or the telemetry's root, after its package below {@code org.footlift}
 * @param from text that occurs exactly once
 * @param to what stands there instead
 */
record Edit(String type, String from, String to) {
    private static final String FOLDER = "/sources/org/footlift/";

    String className() {
        return "org.footlift." + type.replace('/', '.');
    }

    /** The source as it was packaged with this build. */
    String source() {
        try (InputStream in = Edit.class.getResourceAsStream(FOLDER + type + ".java")) {
            if (in == null) {
                throw new IllegalStateException("the source of " + type + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the source of " + type + " cannot be read", e);
        }
    }

    /**
     * {@code source} with the change.
     *
     * @throws IllegalStateException when it does not occur exactly once: the source has changed, and the edit must follow
     */
    String applyTo(String source) {
        int at = source.indexOf(from);
        if (at < 0 || source.indexOf(from, at + 1) >= 0) {
            throw new IllegalStateException(
                    "\"" + from + "\" occurs " + (at < 0 ? "nowhere" : "more than once") + " in " + type);
        }
        return source.substring(0, at) + to + source.substring(at + from.length());
    }
}
