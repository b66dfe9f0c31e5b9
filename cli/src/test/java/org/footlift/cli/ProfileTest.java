package org.footlift.cli;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
    private Path folder;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) {
        folder = emptyFolder;
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi-heel", "pi-foot-imu", "pi-shank-imu"})
    void refusesToRunAProfileForARaspberryPiElsewhereInASentence(String profile) {
        assumeFalse(Command.hasPins());
        Command.run("run", "--channel", folder, "--for", "1s", "--profile", profile)
                .refuses("Run this on the Raspberry Pi, or use a profile for the virtual wearer").inOneLine();
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "replay", "score"})
    void refusesAMissingProfileAndListsTheShippedOnes(String command) {
        refuses(command, "nowhere.toml", "nowhere.toml: there is no such file", "virtual", "pi-heel");
    }

    @Test
    void refusesAnUnknownSettingAndNamesTheNearest() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.toml"), "[loop]\nrate = 200\n");
        refuses("run", profile, profile + ":2: loop.rate is not a setting. Did you mean loop.rate_hz");
    }

    @Test
    void refusesASettingInAnotherUnit() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.toml"), "[stimulation.dorsiflexion]\namplitude_ua = 20\n");
        refuses("run", profile, profile + ":2: stimulation.dorsiflexion.amplitude_ua is not a setting",
                "stimulation.dorsiflexion.amplitude_ma");
    }

    @Test
    void refusesAValueOutOfRange() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.toml"), "[loop]\nrate_hz = 5000\n");
        refuses("run", profile, profile + ":2: loop.rate_hz", "1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# a note\n", "[stimulation.dorsiflexion]\namplitude_ma = 20\n"})
    void refusesAFileThatSaysNothingOfAProfile(String text) throws IOException {
        Path profile = Files.writeString(folder.resolve("sub-x1_motion.tsv"), text);
        refuses("run", profile, profile + ": has no [profile] section, so it is no profile.");
    }

    @Test
    void refusesWhatIsNotToml() throws IOException {
        Path profile = Files.writeString(folder.resolve("p.toml"), "[loop\nrate_hz = 200\n");
        refuses("run", profile, profile + ":1");
    }

    @Test
    void refusesAFolderThatHoldsNoProfile() {
        refuses("run", folder, folder + ": there is no profile in this folder. No profile is in force, so there is no"
                + " stimulation. Put one in: footlift profile import FILE --store " + folder);
    }

    private void refuses(String command, Object profile, Object... parts) {
        Object[] words = switch (command) {
            case "run" -> new Object[]{"run", "--channel", folder, "--for", "1s", "--profile", profile};
            case "replay" ->
                new Object[]{"replay", "--out", folder.resolve("out"), "--profile", profile, Traces.left()};
            default -> new Object[]{"score", "--profile", profile, Traces.left()};
        };
        Command.run(words).refuses(parts).inOneLine();
    }
}
