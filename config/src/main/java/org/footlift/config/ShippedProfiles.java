package org.footlift.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The profiles that come with the program, on its class path: there is always one to run, and one to start from. */
public final class ShippedProfiles {
    /** The profile that runs when none is named. */
    public static final String DEFAULT = "virtual";

    private static final List<String> NAMES = List.of(DEFAULT, "pi-heel", "pi-foot-imu", "pi-shank-imu");

    private ShippedProfiles() {}

    /** Their names, the default first. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads one.
     *
     * @throws SettingsException when there is none of that name
     */
    public static Settings read(String name) throws SettingsException {
        return SettingsReader.parse(text(name), "shipped profile " + name);
    }

    /**
     * The text of one, with its comments, for a person to copy and change.
     *
     * @throws SettingsException when there is none of that name
     */
    public static String text(String name) throws SettingsException {
        if (!NAMES.contains(name)) {
            throw new SettingsException(name,
                    "there is no shipped profile of this name. There are " + String.join(", ", NAMES) + ".");
        }
        try (InputStream in = ShippedProfiles.class.getResourceAsStream("profiles/" + name + ".toml")) {
            if (in == null) {
                throw new IllegalStateException("profile " + name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
