package org.footlift.config;

/**
 * One thing that is wrong with a settings file.
 *
 * @param origin the file, or where else the text came from
 * @param line its line from 1, or 0 when it concerns the whole file
 * @param message what is wrong and what to do
 */
public record SettingsProblem(String origin, int line, String message) {
    /** {@code config/pi-heel.toml:14: message}, as compilers write it. */
    @Override
    public String toString() {
        return line > 0 ? origin + ":" + line + ": " + message : origin + ": " + message;
    }
}
