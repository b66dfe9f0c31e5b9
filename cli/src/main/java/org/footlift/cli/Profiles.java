package org.footlift.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsReader;
import org.footlift.config.ShippedProfiles;
import org.footlift.config.store.ProfileStore;
import org.footlift.config.store.ProfileStoreException;
import org.jspecify.annotations.Nullable;

/** The profile that a command line names: a file, a folder with a profile store, or one that is shipped with the program. */
final class Profiles {
    private Profiles() {}

    /**
     * Reads it; the virtual wearer's when none is named.
     *
     * @throws Refusal with every problem of the file, one a line, or with why the store has no profile
     */
    static Settings read(@Nullable String named) {
        try {
            if (named == null) {
                return ShippedProfiles.read(ShippedProfiles.DEFAULT);
            }
            if (Files.isDirectory(Path.of(named))) {
                return ProfileStore.in(Path.of(named)).read().settings();
            }
            boolean file = Files.exists(Path.of(named));
            boolean shipped = !file && ShippedProfiles.names().contains(named);
            if (!file && !shipped) {
                throw new Refusal(named + ": there is no such file, and no shipped profile of that name"
                        + " (there are " + String.join(", ", ShippedProfiles.names()) + ").");
            }
            return shipped ? ShippedProfiles.read(named) : SettingsReader.read(Path.of(named));
        } catch (SettingsException | ProfileStoreException e) {
            throw new Refusal(Reason.of(e));
        }
    }
}
