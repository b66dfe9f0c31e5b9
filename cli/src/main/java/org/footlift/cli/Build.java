package org.footlift.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import picocli.CommandLine.IVersionProvider;

/** Which build this is. */
final class Build implements IVersionProvider {
    /** {@code Footlift 0.1.0-SNAPSHOT}. */
    static String name() {
        try (InputStream in = Build.class.getResourceAsStream("/footlift-version.txt")) {
            if (in == null) {
                throw new IllegalStateException("footlift-version.txt is missing from this build");
            }
            return "Footlift " + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[]{name(), "Java " + Runtime.version()};
    }
}
