package org.footlift.config.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.footlift.config.ProfileSettings;
import org.footlift.config.ProfileSettings.Leg;
import org.footlift.config.Settings;
import org.footlift.config.SettingsReader;
import org.footlift.config.store.HistoryEntry.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileStoreTest {
    private static final Instant AT = Instant.parse("2026-11-23T04:50:00Z");

    private Path folder;
    private ProfileStore store;

    @BeforeEach
    void useA(@TempDir Path temp) {
        folder = temp.resolve("wearer").resolve("right");
        store = ProfileStore.in(folder);
    }

    private static Settings named(String name) {
        return Settings.DEFAULT.with(new ProfileSettings(name, "w-17", Leg.RIGHT));
    }

    private long save(String name) throws ProfileStoreException {
        return store.save(named(name), "from " + name + ".toml", AT).revision();
    }

    private Path file(int revision) {
        return folder.resolve("revision-0000000" + revision + ".toml");
    }

    private String refusal() {
        return assertThrows(ProfileStoreException.class, store::read).getMessage();
    }

    private void spoil(int revision) throws IOException {
        byte[] bytes = Files.readAllBytes(file(revision));
        bytes[bytes.length / 2] ^= 1;
        Files.write(file(revision), bytes);
    }

    @Test
    void theLatestRevisionIsInForceAndReadsBackExactly() throws Exception {
        assertEquals(1, save("first"));
        assertEquals(2, save("second"));
        StoredProfile read = store.read();
        assertEquals(named("second"), read.settings());
        assertEquals(2, read.revision());
        assertEquals(AT, read.savedAt());
        assertEquals("from second.toml", read.note());
    }

    @Test
    void aRevisionIsASettingsFileForAPersonWithEveryValueWrittenOut() throws Exception {
        save("first");
        String text = Files.readString(file(1));
        assertTrue(
                text.startsWith(
                        "# Footlift profile, format 1, revision 1, saved 2026-11-23T04:50:00Z, from first.toml\n"),
                text);
        assertTrue(text.matches("(?s).*\n# crc32c [0-9a-f]{8}\n"), text);
        assertTrue(text.contains("\namplitude_ma = "), "a default that changes must not change a stored dose");
        assertEquals(named("first"), SettingsReader.read(file(1)));
    }

    @Test
    void folderAndFilesArePrivateToTheirUser() throws Exception {
        save("first");
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file(1))));
    }

    @Test
    void anEmptyOrMissingFolderMeansNoProfileAndSaysHowToPutOneIn() throws IOException {
        String expected = folder + ": there is no profile in this folder. No profile is in force, so there is no"
                + " stimulation. Put one in: footlift profile import FILE --store " + folder;
        assertEquals(expected, refusal());
        Files.createDirectories(folder);
        assertEquals(expected, refusal());
    }

    @Test
    void aDamagedLatestRevisionMeansNoProfileAndNamesTheOneToGoBackTo() throws Exception {
        save("first");
        save("second");
        spoil(2);
        assertEquals(file(2) + ": the latest revision of the profile does not agree with its checksum. No profile is in"
                + " force, so there is no stimulation. To go back to revision 1 (saved 2026-11-23T04:50:00Z, from"
                + " first.toml): footlift profile restore 1 --store " + folder
                + ", or put in a new one: footlift profile import FILE --store " + folder, refusal());
    }

    @Test
    void aDamagedStoreIsMendedByRestoringAnEarlierRevision() throws Exception {
        save("first");
        save("second");
        spoil(2);
        assertEquals(3, store.restore(1, AT).revision());
        assertEquals(named("first"), store.read().settings());
        assertEquals("revision 1 restored", store.read().note());
        assertEquals(List.of(State.GOOD, State.DAMAGED, State.GOOD),
                store.history().stream().map(HistoryEntry::state).toList());
    }

    @Test
    void aStoreWithNothingReadableTakesNothingBecauseNobodyKnowsWhoseItIs() throws Exception {
        save("first");
        spoil(1);
        assertTrue(refusal().endsWith("No earlier revision can be read either. Begin a new store in another folder."));
        String why = assertThrows(ProfileStoreException.class, () -> save("second")).getMessage();
        assertEquals(
                folder + ": no revision in this store can be read, so nobody can say whose it is. Begin a new store"
                        + " in another folder.",
                why);
    }

    @Test
    void everyBitThatChangesInARevisionIsFound() throws Exception {
        save("first");
        byte[] whole = Files.readAllBytes(file(1));
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] hit = whole.clone();
            hit[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThrows(RevisionFile.Damaged.class, () -> RevisionFile.decode(hit), "bit " + bit);
        }
    }

    @Test
    void everyPrefixOfARevisionIsDamaged() throws Exception {
        save("first");
        byte[] whole = Files.readAllBytes(file(1));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThrows(RevisionFile.Damaged.class, () -> RevisionFile.decode(cut), "cut at " + length);
        }
    }

    @Test
    void aRevisionUnderAnotherNumberIsRefused() throws Exception {
        save("first");
        Files.copy(file(1), file(2));
        assertTrue(refusal().contains("the latest revision of the profile says that it is revision 1"), this::refusal);
    }

    @Test
    void aRevisionThatThisVersionDoesNotUnderstandMeansNoProfile() throws Exception {
        save("first");
        String toml = "[loop]\nrate_hz = 5\n";
        Files.write(file(2), RevisionFile.encode(2, AT, "a later version", toml));
        assertTrue(refusal().startsWith(file(2) + ":3: loop.rate_hz"), this::refusal);
        assertTrue(refusal().contains("revision 2 is not for this version of Footlift. No profile is in force"),
                this::refusal);
        assertEquals(State.DAMAGED, store.history().getLast().state());
    }

    @Test
    void anotherWearersSettingsAreRefused() throws Exception {
        save("first");
        Settings other = Settings.DEFAULT.with(new ProfileSettings("x", "w-18", Leg.RIGHT));
        String why = assertThrows(ProfileStoreException.class, () -> store.save(other, "", AT)).getMessage();
        assertEquals(folder + ": this store is for wearer \"w-17\", right leg; the settings are for wearer \"w-18\","
                + " right leg. Use another folder for them.", why);
        assertEquals(1, store.read().revision());
    }

    @Test
    void settingsForTheOtherLegAreRefused() throws Exception {
        save("first");
        Settings other = Settings.DEFAULT.with(new ProfileSettings("x", "w-17", Leg.LEFT));
        assertThrows(ProfileStoreException.class, () -> store.save(other, "", AT));
        assertEquals(1, store.read().revision());
    }

    @Test
    void theHistoryNamesEveryRevisionWithItsOrigin() throws Exception {
        save("first");
        save("second");
        assertEquals(List.of(new HistoryEntry(1, State.GOOD, Optional.of(AT), "from first.toml"),
                new HistoryEntry(2, State.GOOD, Optional.of(AT), "from second.toml")), store.history());
        assertEquals(named("first"), store.read(1).settings());
    }

    @Test
    void aRevisionThatIsNotThereIsRefusedWithThoseThatAre() throws Exception {
        save("first");
        assertEquals(folder + ": there is no revision 7. There are 1 to 1; see: footlift profile history --store "
                + folder, assertThrows(ProfileStoreException.class, () -> store.restore(7, AT)).getMessage());
    }

    @Test
    void theLastHundredRevisionsAreKept() throws Exception {
        for (int i = 1; i <= ProfileStore.KEPT + 3; i++) {
            save("r" + i);
        }
        List<HistoryEntry> history = store.history();
        assertEquals(ProfileStore.KEPT, history.size());
        assertEquals(4, history.getFirst().revision());
        assertEquals(named("r103"), store.read().settings());
    }

    @Test
    void aSecondWriterIsRefusedWhileOneWrites() throws Exception {
        save("first");
        try (LockFile _ = LockFile.take(folder.resolve("store.lock")).orElseThrow()) {
            String why = assertThrows(ProfileStoreException.class, () -> save("second")).getMessage();
            assertEquals(folder + ": another program is changing this store. Nothing was saved; try again when it is"
                    + " done.", why);
            assertEquals(1, store.read().revision(), "readers need no lock");
        }
        assertEquals(2, save("second"));
    }

    @ParameterizedTest(name = "{index}")
    @ValueSource(strings = {"two\nlines", "return\r[loop]", "next\u0085line", "sep\u2028arator", "a\u0000b",
            "half \ud83d",
            "  ", "quote \" # [x] = 1"})
    void aNoteIsOneLineWhateverIsInIt(String note) throws Exception {
        store.save(named("first"), note, AT);
        assertEquals(named("first"), store.read().settings());
        assertEquals(1, store.read().note().lines().count() + (note.isBlank() ? 1 : 0));
    }

    @Test
    void aLongNoteKeepsItsEnd() throws Exception {
        store.save(named("first"), "x".repeat(500) + "/the-file.toml", AT);
        assertTrue(store.read().note().endsWith("x/the-file.toml"), store.read().note());
        assertEquals(120, store.read().note().length());
    }

    @Test
    void aFileInPlaceOfTheFolderIsRefused() throws Exception {
        Files.createDirectories(folder.getParent());
        Files.writeString(folder, "[loop]\n");
        assertTrue(refusal().contains("this is a file, not a folder"), this::refusal);
    }
}
