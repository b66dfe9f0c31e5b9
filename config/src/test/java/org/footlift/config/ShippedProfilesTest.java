package org.footlift.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.footlift.config.DetectorSettings.Choice;
import org.footlift.config.HardwareSettings.BackEndName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedProfilesTest {
    private static final Path FOLDER = Path.of(System.getProperty("basedir", "config")).resolve("profiles");

    @Test
    void everyProfileInTheFolderIsShippedAndNoOther() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            Set<String> names = files.map(file -> file.getFileName().toString().replace(".toml", ""))
                    .collect(Collectors.toSet());
            assertEquals(new TreeSet<>(names), new TreeSet<>(ShippedProfiles.names()));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShippedProfileReadsTheSameFromFileAndClassPath(String name) throws SettingsException {
        assertEquals(SettingsReader.read(FOLDER.resolve(name + ".toml")), ShippedProfiles.read(name));
    }

    @ParameterizedTest
    @MethodSource("names")
    void aShippedProfileIsShortAndStartsByTellingWhatItIsFor(String name) throws SettingsException {
        String text = ShippedProfiles.text(name);
        assertTrue(text.startsWith("# "), name);
        assertTrue(text.lines().count() < 60, name);
    }

    @Test
    void theDefaultRunsAnywhere() throws SettingsException {
        assertEquals("virtual", ShippedProfiles.names().getFirst());
        assertEquals(Settings.DEFAULT, ShippedProfiles.read(ShippedProfiles.DEFAULT));
        assertEquals(BackEndName.SIM, Settings.DEFAULT.hardware().backend());
    }

    @Test
    void piHeelWearsAHeelSwitchAndNothingElse() throws SettingsException {
        assertWorn(ShippedProfiles.read("pi-heel"), Choice.HEEL, true, false, false);
    }

    @Test
    void piFootImuWearsTheFootImuAndNothingElse() throws SettingsException {
        assertWorn(ShippedProfiles.read("pi-foot-imu"), Choice.IMU, false, true, false);
    }

    @Test
    void piShankImuWearsTheShankImuAndNothingElse() throws SettingsException {
        assertWorn(ShippedProfiles.read("pi-shank-imu"), Choice.IMU, false, false, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pi-heel", "pi-foot-imu", "pi-shank-imu"})
    void aPiProfileStartsLowOnOneChannelAndRaisesNoCap(String name) throws SettingsException {
        Settings settings = ShippedProfiles.read(name);
        assertTrue(settings.stimulation().dorsiflexion().amplitudeUa() <= 15_000);
        assertFalse(settings.stimulation().eversion().enabled());
        assertEquals(LimitSettings.DEFAULT, settings.limits());
    }

    @ParameterizedTest
    @ValueSource(strings = {"vitual", "../virtual", ""})
    void refusesANameThatIsNotShippedAndListsThoseThatAre(String name) {
        SettingsException refusal = assertThrows(SettingsException.class, () -> ShippedProfiles.read(name));
        assertEquals(name
                + ": there is no shipped profile of this name. There are virtual, pi-heel, pi-foot-imu, pi-shank-imu.",
                refusal.getMessage());
    }

    private static void assertWorn(Settings settings, Choice choice, boolean heel, boolean foot, boolean shank) {
        assertEquals(BackEndName.PI, settings.hardware().backend());
        assertEquals(choice, settings.detector().sensors());
        assertEquals(heel, settings.sensors().heelSwitch());
        assertEquals(foot, settings.sensors().footImu().worn());
        assertEquals(shank, settings.sensors().shankImu().worn());
    }

    static Stream<String> names() {
        return ShippedProfiles.names().stream();
    }
}
