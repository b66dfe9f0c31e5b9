package org.footlift.config.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.Optional;
import org.footlift.config.ProfileSettings;
import org.footlift.config.Settings;
import org.footlift.config.SettingsException;
import org.footlift.config.SettingsReader;
import org.footlift.config.SettingsWriter;
import org.footlift.config.store.RevisionFile.Damaged;
import org.footlift.config.store.StoreFolder.Kind;
import org.footlift.config.store.StoreFolder.NotForced;
import org.jspecify.annotations.Nullable;

/**
 * One wearer's profile in a folder, every change of it a revision of its own that is never overwritten. The latest revision is in force.
 * What {@link #save} has returned for survives a loss of power; what it had not returned for is there whole or not at all.
 * <p>
 * A crash cannot damage a revision. Where the latest one is damaged all the same, there is no profile: an earlier revision may allow more
 * current than the one that replaced it, so only a person may go back to it ({@link #restore}).
 * <p>
 * One writer at a time in the whole machine, by a lock in the folder; a second one is refused. Any number of readers at any time, from any
 * thread. Blocks on the disk.
 */
public final class ProfileStore {
    /** Revisions that are kept; the oldest goes when another is saved. */
    public static final int KEPT = 100;

    private static final int ATTEMPTS = 2;
    private static final String NOTHING = " No profile is in force, so there is no stimulation. ";

    private final Path folder;
    private final StoreFolder files;

    private ProfileStore(Path folder) {
        this.folder = folder;
        files = new StoreFolder(folder);
    }

    /** The store in {@code folder}, which need not exist. */
    public static ProfileStore in(Path folder) {
        return new ProfileStore(folder);
    }

    /**
     * What was saved.
     *
     * @param revision its number
     * @param warnings what to see to all the same, for a person
     */
    public record Saved(long revision, List<String> warnings) {}

    /** The profile in force: the latest revision. */
    public StoredProfile read() throws ProfileStoreException {
        RevisionFile.Content latest = latest();
        try {
            return parse(latest);
        } catch (SettingsException e) {
            throw new ProfileStoreException(e.getMessage() + "\n" + folder + ": revision " + latest.revision()
                    + " is not for this version of Footlift." + NOTHING + remedy(revisions()), e);
        }
    }

    /** The latest revision, whole. */
    RevisionFile.Content latest() throws ProfileStoreException {
        NavigableSet<Long> revisions = revisions();
        if (revisions.isEmpty()) {
            throw new ProfileStoreException(folder + ": there is no profile in this folder." + NOTHING + "Put one in: "
                    + importCommand());
        }
        try {
            return content(revisions.last());
        } catch (IOException | Damaged e) {
            throw new ProfileStoreException(
                    file(revisions.last()) + ": the latest revision of the profile " + trouble(e)
                            + "." + NOTHING + remedy(revisions),
                    e);
        }
    }

    /** One revision, in force or not. */
    public StoredProfile read(long revision) throws ProfileStoreException {
        NavigableSet<Long> revisions = revisions();
        if (!revisions.contains(revision)) {
            throw new ProfileStoreException(folder + ": there is no revision " + revision + ". There "
                    + (revisions.isEmpty() ? "is none at all" : "are " + revisions.first() + " to " + revisions.last())
                    + "; see: footlift profile history --store " + folder);
        }
        try {
            return load(revision);
        } catch (SettingsException e) {
            throw new ProfileStoreException(e.getMessage(), e);
        } catch (IOException | Damaged e) {
            throw new ProfileStoreException(
                    file(revision) + ": revision " + revision + " " + trouble(e) + ". Choose another one.", e);
        }
    }

    /** Every file of the store, the latest revision last; damaged and suspect ones too. */
    public List<HistoryEntry> history() throws ProfileStoreException {
        List<HistoryEntry> entries = new ArrayList<>();
        for (long revision : numbers(Kind.REVISION)) {
            entries.add(entry(revision));
        }
        for (long suspect : numbers(Kind.SUSPECT)) {
            entries.add(new HistoryEntry(suspect, HistoryEntry.State.SUSPECT, Optional.empty(),
                    "the disk failed while this was saved; it is never used"));
        }
        entries.sort(HistoryEntry.BY_REVISION);
        return entries;
    }

    private HistoryEntry entry(long revision) {
        try {
            StoredProfile profile = load(revision);
            return new HistoryEntry(revision, HistoryEntry.State.GOOD, Optional.of(profile.savedAt()), profile.note());
        } catch (IOException | Damaged e) {
            return new HistoryEntry(revision, HistoryEntry.State.DAMAGED, Optional.empty(), trouble(e));
        } catch (SettingsException e) {
            return new HistoryEntry(revision, HistoryEntry.State.DAMAGED, Optional.empty(),
                    String.valueOf(e.getMessage()));
        }
    }

    /**
     * Saves settings as the next revision, every value written out, so that they mean the same when a default changes.
     *
     * @param note where they come from, for the history
     * @param at wall time
     * @throws ProfileStoreException when they are not saved, or nobody can say whether they are; or when they are another wearer's or for
     *         another leg than those that the store holds
     */
    public Saved save(Settings settings, String note, Instant at) throws ProfileStoreException {
        try {
            PrivateFiles.createFolder(folder);
            Optional<LockFile> lock = LockFile.take(folder.resolve("store.lock"));
            if (lock.isEmpty()) {
                throw new ProfileStoreException(folder + ": another program is changing this store. Nothing was saved;"
                        + " try again when it is done.");
            }
            try (LockFile _ = lock.get()) {
                return write(settings, note, at);
            }
        } catch (IOException e) {
            throw new ProfileStoreException(folder + ": the profile could not be saved: " + why(e)
                    + ". What was in force before may still be. See to the disk and save it again.", e);
        }
    }

    /** Saves an earlier revision again, as the next one. */
    public Saved restore(long revision, Instant at) throws ProfileStoreException {
        return save(read(revision).settings(), "revision " + revision + " restored", at);
    }

    private Saved write(Settings settings, String note, Instant at) throws IOException, ProfileStoreException {
        NavigableSet<Long> revisions = files.numbers(Kind.REVISION);
        if (revisions.isEmpty()) {
            PrivateFiles.forceFolderOf(folder); // a crash may have come between making the folder and forcing its name
        } else {
            requireSameWearer(settings.profile(), revisions);
        }
        files.tidy(KEPT - 1);
        List<String> warnings = new ArrayList<>();
        for (int attempt = 1;; attempt++) {
            long revision = nextNumber();
            try {
                files.write(revision, RevisionFile.encode(revision, at, note, SettingsWriter.write(settings)));
                return new Saved(revision, warnings);
            } catch (NotForced e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                warnings.add(folder + ": the disk failed at first (" + why(e) + "), so the profile was written again"
                        + " as a new file. Check this disk before you rely on it.");
            }
        }
    }

    private long nextNumber() throws IOException, ProfileStoreException {
        long last = 0;
        for (Kind kind : Kind.values()) {
            NavigableSet<Long> numbers = files.numbers(kind);
            last = numbers.isEmpty() ? last : Math.max(last, numbers.last());
        }
        if (last == StoreFolder.LAST_NUMBER) {
            throw new ProfileStoreException(folder + ": there are no revision numbers left after " + last
                    + ". Begin a new store in another folder.");
        }
        return last + 1;
    }

    private void requireSameWearer(ProfileSettings wanted, NavigableSet<Long> revisions)
            throws IOException, ProfileStoreException {
        StoredProfile known = latestGood(revisions);
        if (known == null) { // a disk that reads nothing has thrown: what is here was read, and damaged
            throw new ProfileStoreException(folder + ": no revision in this store can be read, so nobody can say whose"
                    + " it is. Begin a new store in another folder.");
        }
        ProfileSettings owner = known.settings().profile();
        if (!owner.wearer().equals(wanted.wearer()) || owner.leg() != wanted.leg()) {
            throw new ProfileStoreException(folder + ": this store is for " + words(owner)
                    + "; the settings are for " + words(wanted) + ". Use another folder for them.");
        }
    }

    private static String words(ProfileSettings profile) {
        return "wearer \"" + profile.wearer() + "\", " + profile.leg().name().toLowerCase(Locale.ROOT) + " leg";
    }

    private StoredProfile load(long revision) throws IOException, Damaged, SettingsException {
        return parse(content(revision));
    }

    private RevisionFile.Content content(long revision) throws IOException, Damaged {
        RevisionFile.Content content = RevisionFile.decode(files.read(revision));
        if (content.revision() != revision) {
            throw new Damaged("says that it is revision " + content.revision());
        }
        return content;
    }

    private StoredProfile parse(RevisionFile.Content content) throws SettingsException {
        Settings settings = SettingsReader.parse(content.text(), file(content.revision()).toString());
        return new StoredProfile(content.revision(), content.savedAt(), content.note(), settings, content.text());
    }

    /**
     * The latest revision that can be used; null when all are damaged.
     *
     * @throws IOException when there is none, and the disk would not read one of them: that one may be good
     */
    private @Nullable StoredProfile latestGood(NavigableSet<Long> revisions) throws IOException {
        IOException unread = null;
        for (long revision : revisions.descendingSet()) {
            try {
                return load(revision);
            } catch (IOException e) {
                unread = e;
            } catch (Damaged | SettingsException e) {
                // history() tells why; this only looks for one that is good
            }
        }
        if (unread != null) {
            throw unread;
        }
        return null;
    }

    private String remedy(NavigableSet<Long> revisions) {
        StoredProfile good;
        try {
            good = latestGood(revisions);
        } catch (IOException e) {
            return "See to the disk (" + why(e) + ") and try again.";
        }
        return good == null
                ? "No earlier revision can be read either. Begin a new store in another folder."
                : "To go back to revision " + good.revision() + " (saved " + good.savedAt() + ", " + good.note()
                        + "): footlift profile restore " + good.revision() + " --store " + folder
                        + ", or put in a new one: " + importCommand();
    }

    private String importCommand() {
        return "footlift profile import FILE --store " + folder;
    }

    private Path file(long revision) {
        return files.file(revision, Kind.REVISION);
    }

    private NavigableSet<Long> revisions() throws ProfileStoreException {
        return numbers(Kind.REVISION);
    }

    private NavigableSet<Long> numbers(Kind kind) throws ProfileStoreException {
        try {
            return files.numbers(kind);
        } catch (IOException e) {
            throw new ProfileStoreException(folder + ": the profile store cannot be read: " + why(e) + "." + NOTHING
                    + "See to this folder, or name another.", e);
        }
    }

    /** What is wrong with a revision; follows its name. */
    private static String trouble(Exception e) {
        return e instanceof Damaged ? String.valueOf(e.getMessage()) : "cannot be read: " + why(e);
    }

    private static String why(Exception e) {
        return switch (e) {
            case NotForced failed when failed.getCause() instanceof IOException cause -> why(cause);
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case FileSystemException failed when failed.getReason() != null -> failed.getReason();
            default -> e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        };
    }
}
