package org.footlift.config.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.footlift.config.ProfileSettings;
import org.footlift.config.ProfileSettings.Leg;
import org.footlift.config.Settings;
import org.footlift.crashdisk.CrashDisk;
import org.footlift.crashdisk.CrashImages;
import org.footlift.crashdisk.CrashImages.Prefixes;
import org.footlift.crashdisk.DiskFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The store, as it is, on a disk that loses power at any moment and fails at any operation. */
class ProfileStoreCrashTest {
    private static final Instant AT = Instant.EPOCH;
    private static final String FOLDER = "/data/wearer";
    /** Names by the text of the revisions that hold them: parsing the same text again would take most of the time. */
    private static final Map<String, String> NAMES = new HashMap<>();

    private final CrashDisk disk = new CrashDisk();
    /** Names of profiles that a save was begun with, in order; empty for no profile at all. */
    private final List<String> begun = new ArrayList<>(List.of(""));
    /** Place in {@link #begun} of the last one whose save returned. */
    private int acknowledged;
    private long states;
    private int unreadable;
    private int lost;

    private void save(String name) {
        begun.add(name);
        try {
            ProfileStore.in(disk.path(FOLDER))
                    .save(Settings.DEFAULT.with(new ProfileSettings(name, "w", Leg.LEFT)), name, AT);
            acknowledged = begun.size() - 1;
        } catch (ProfileStoreException e) {
            assertTrue(e.getMessage().contains("could not be saved: "), e::getMessage);
        }
    }

    private void crashAtEveryChange(Prefixes prefixes) {
        disk.afterChange(() -> crash(prefixes));
    }

    private void crash(Prefixes prefixes) {
        states += CrashImages.of(disk, prefixes, this::judge);
    }

    /** After a crash there is the last profile that was acknowledged, or one that was being saved since. */
    private void judge(CrashDisk image) {
        ProfileStore store = ProfileStore.in(image.path(FOLDER));
        try {
            lost += begun.indexOf(nameIn(store)) < acknowledged ? 1 : 0;
        } catch (ProfileStoreException e) {
            boolean empty = e.getMessage().contains("there is no profile in this folder");
            lost += empty && acknowledged > 0 ? 1 : 0;
            unreadable += empty ? 0 : 1;
        }
    }

    /** Every revision that is found is checked byte by byte, and read as settings once. */
    private String nameIn(ProfileStore store) throws ProfileStoreException {
        String text = store.latest().text();
        String known = NAMES.get(text);
        if (known == null) {
            known = store.read().settings().profile().name();
            NAMES.put(text, known);
        }
        return known;
    }

    private void nothingIsLost() {
        System.out.println("Profile store, crash states: " + states + " tried, " + unreadable + " unreadable, " + lost
                + " acknowledged settings lost");
        assertTrue(states > 0);
        assertEquals(0, unreadable, "unreadable");
        assertEquals(0, lost, "acknowledged and lost");
    }

    @Test
    void aCrashAfterAnyByteLeavesTheOldProfileOrTheNewOne() {
        crashAtEveryChange(Prefixes.EVERY_BYTE);
        for (String name : List.of("first", "second", "third")) {
            save(name);
        }
        assertEquals(3, acknowledged);
        nothingIsLost();
    }

    @Test
    void aCrashWhileOldRevisionsAreRemovedLosesNothing() {
        for (int i = 1; i <= ProfileStore.KEPT; i++) {
            save("r" + i);
        }
        crashAtEveryChange(Prefixes.SECTOR_EDGES);
        save("last but one");
        save("last");
        nothingIsLost();
    }

    @Test
    void aStoreGoesOnFromEveryCrash() {
        save("first");
        disk.afterChange(() -> states += CrashImages.of(disk, Prefixes.SECTOR_EDGES, image -> {
            Path folder = image.path(FOLDER);
            try {
                ProfileStore.in(folder).save(Settings.DEFAULT.with(new ProfileSettings("after", "w", Leg.LEFT)), "",
                        AT);
                unreadable += ProfileStore.in(folder).read().settings().profile().name().equals("after") ? 0 : 1;
            } catch (ProfileStoreException e) {
                unreadable++;
            }
        }));
        save("second");
        nothingIsLost();
    }

    /** Every operation of three saves fails in turn, once or for good, and power is lost after every change. */
    @ParameterizedTest
    @EnumSource(DiskFault.Kind.class)
    void aDiskThatFailsAtAnyOperationLosesNothingThatWasAcknowledged(DiskFault.Kind kind) {
        for (boolean lasting : new boolean[]{false, true}) {
            int operations = Integer.MAX_VALUE;
            for (int at = 1; at <= operations; at++) {
                ProfileStoreCrashTest run = new ProfileStoreCrashTest();
                operations = run.threeSaves(new DiskFault(at, kind, lasting));
                states += run.states;
                unreadable += run.unreadable;
                lost += run.lost;
            }
        }
        nothingIsLost();
    }

    private int threeSaves(DiskFault fault) {
        save("first");
        crashAtEveryChange(Prefixes.SECTOR_EDGES);
        disk.fail(fault);
        save("second");
        save("third");
        int operations = disk.operations();
        disk.fail(DiskFault.NONE);
        save("fourth");
        assertEquals(4, acknowledged, "works again when the disk does");
        return operations;
    }

    @Test
    void aForceThatFailedIsNotTrustedAgainAndTheProfileIsWrittenToANewFile() throws Exception {
        save("first");
        int saved = 0;
        int suspects = 0;
        for (int at = 1; at <= 40; at++) {
            disk.fail(new DiskFault(at, DiskFault.Kind.INPUT_OUTPUT, false));
            ProfileStore store = ProfileStore.in(disk.path(FOLDER));
            try {
                List<String> warnings = store.save(
                        Settings.DEFAULT.with(new ProfileSettings("n" + at, "w", Leg.LEFT)), "", AT).warnings();
                saved += warnings.size();
                warnings.forEach(warning -> assertEquals(FOLDER + ": the disk failed at first (Input/output error), so"
                        + " the profile was written again as a new file. Check this disk before you rely on it.",
                        warning));
            } catch (ProfileStoreException e) {
                assertTrue(e.getMessage().contains("Input/output error"), e::getMessage);
            }
            disk.fail(DiskFault.NONE);
            suspects = (int) store.history().stream().filter(e -> e.state() == HistoryEntry.State.SUSPECT).count();
        }
        assertEquals(3, saved, "the force of the bytes, the opening of the folder for its force, and that force");
        assertEquals(3, suspects);
    }

    /** The tests above are worth something only when they find a store that forces nothing. */
    @Test
    void thisTestFindsAStoreThatForcesNothing() {
        disk.ignoreForce();
        save("first");
        crash(Prefixes.SECTOR_EDGES);
        assertTrue(unreadable > 0, "a name without its bytes");
        assertTrue(lost > 0, "an acknowledged profile that went");
    }
}
