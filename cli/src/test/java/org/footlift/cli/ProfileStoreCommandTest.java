package org.footlift.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileStoreCommandTest {
    private Path temp;
    private Path store;

    @BeforeEach
    void useA(@TempDir Path emptyFolder) throws IOException {
        temp = emptyFolder;
        store = temp.resolve("store");
        importing("Monday");
        importing("Tuesday");
    }

    private Command profile(Object... arguments) {
        Object[] words = new Object[arguments.length + 3];
        words[0] = "profile";
        System.arraycopy(arguments, 0, words, 1, arguments.length);
        words[words.length - 2] = "--store";
        words[words.length - 1] = store;
        return Command.run(words);
    }

    private Command importing(String name) throws IOException {
        Path file = Files.writeString(temp.resolve(name + ".toml"), "[profile]\nname = \"" + name + "\"\n");
        return profile("import", file).succeeds();
    }

    private Path spoilLatest() throws IOException {
        Path latest = store.resolve("revision-00000002.toml");
        Files.writeString(latest, Files.readString(latest).replace("Tuesday", "Taesday"));
        return latest;
    }

    @Test
    void whatWasImportedLastIsShownAsASettingsFileAndCanBeImportedAgain() throws IOException {
        String shown = profile("show").succeeds().out();
        assertTrue(shown.contains("name = \"Tuesday\"\n"), shown);
        Files.writeString(temp.resolve("copy.toml"), shown);
        profile("import", temp.resolve("copy.toml")).succeeds();
        assertTrue(profile("show", "--revision", 1).succeeds().out().contains("name = \"Monday\"\n"));
    }

    @Test
    void theHistoryNamesRevisionsAndTheirOrigin() {
        List<String> lines = profile("history", "--json").succeeds().outLines();
        assertEquals(2, lines.size());
        assertTrue(lines.getLast().startsWith("{\"revision\":2,\"savedAt\":\""), lines::toString);
        assertTrue(
                lines.getLast().endsWith("\"state\":\"good\",\"note\":\"imported from " + temp.resolve("Tuesday.toml")
                        + "\"}"),
                lines::toString);
        assertEquals(3, profile("history").succeeds().outLines().size());
    }

    @Test
    void anEarlierRevisionIsRestoredAsTheNextOne() {
        assertEquals(
                "Revision 3 is in force in " + store + ". A controller that is running keeps what it started with.",
                profile("restore", 1).succeeds().lastLine());
        assertTrue(profile("show").succeeds().out().contains("name = \"Monday\"\n"));
    }

    @Test
    void runTakesItsProfileFromAStore() throws IOException {
        Path channel = temp.resolve("channel");
        Command.run("run", "--channel", channel, "--for", "100ms", "--profile", store).succeeds();
        String inForce = Files.readString(channel.resolve("settings.toml"));
        assertTrue(inForce.contains("name = \"Tuesday\"\n"), inForce);
    }

    @Test
    void runRefusesADamagedStoreAndSaysHowToMendIt() throws IOException {
        Path latest = spoilLatest();
        Command.run("run", "--channel", temp.resolve("channel"), "--for", "100ms", "--profile", store)
                .refuses(latest + ": the latest revision of the profile does not agree with its checksum. No profile is"
                        + " in force, so there is no stimulation. To go back to revision 1 (saved ",
                        "footlift profile restore 1 --store " + store)
                .inOneLine();
        profile("restore", 1).succeeds();
        Command.run("run", "--channel", temp.resolve("channel"), "--for", "100ms", "--profile", store).succeeds();
    }

    @Test
    void aBadSettingsFileIsRefusedWithItsLineAndNothingIsSaved() throws IOException {
        Path bad = Files.writeString(temp.resolve("bad.toml"), "[loop]\nrate_hz = 5\n");
        profile("import", bad).refuses(bad + ":2: loop.rate_hz");
        assertEquals(2, profile("history", "--json").succeeds().outLines().size());
    }

    @Test
    void anotherWearersProfileIsRefused() throws IOException {
        Path other = Files.writeString(temp.resolve("other.toml"), "[profile]\nwearer = \"w-2\"\n");
        profile("import", other).refuses("this store is for wearer \"virtual\", right leg").inOneLine();
    }

    @Test
    void profileAloneSaysWhatItNeeds() {
        Command.run("profile").refuses("profile needs a command: import FILE, show, history or restore REVISION");
    }
}
