package org.footlift.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import org.footlift.config.store.HistoryEntry;
import org.footlift.config.store.ProfileStore;
import org.footlift.config.store.ProfileStore.Saved;
import org.footlift.config.store.ProfileStoreException;
import org.footlift.config.store.StoredProfile;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The profile store: a wearer's settings that survive a crash, with their history. */
@Command(name = "profile", description = "Keep a wearer's profile in a folder that survives a crash, with its history. Use it with: footlift run --profile DIR.", mixinStandardHelpOptions = true, subcommands = {
        ProfileCommand.ImportCommand.class, ProfileCommand.ShowCommand.class, ProfileCommand.HistoryCommand.class,
        ProfileCommand.RestoreCommand.class}, synopsisSubcommandLabel = "COMMAND")
final class ProfileCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        throw new Refusal("profile needs a command: import FILE, show, history or restore REVISION, each with"
                + " --store DIR");
    }

    /** What all of them do: something with a store, whose refusals are for the user. */
    private abstract static class InStore implements Callable<Integer> {
        @Option(names = "--store", paramLabel = "DIR", required = true, description = "Folder of the profile store; one for each wearer and leg.")
        private Path folder = Path.of("");

        @Override
        public Integer call() {
            try {
                run(ProfileStore.in(folder));
                return Footlift.OK;
            } catch (ProfileStoreException e) {
                throw new Refusal(Reason.of(e));
            }
        }

        abstract void run(ProfileStore store) throws ProfileStoreException;

        void report(Saved saved) {
            saved.warnings().forEach(warning -> System.err.println("footlift: warning: " + warning));
            System.out.println("Revision " + saved.revision() + " is in force in " + folder
                    + ". A controller that is running keeps what it started with.");
        }
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    /** A settings file becomes the next revision. */
    @Command(name = "import", description = "Check a settings file and save it as the next revision.", mixinStandardHelpOptions = true)
    static final class ImportCommand extends InStore {
        @Parameters(paramLabel = "FILE", description = "A settings file, or a shipped profile by name.")
        private String file = "";

        @Override
        void run(ProfileStore store) throws ProfileStoreException {
            report(store.save(Profiles.read(file), "imported from " + file, now()));
        }
    }

    /** A revision as a settings file. */
    @Command(name = "show", description = "Print a revision as a settings file.", mixinStandardHelpOptions = true)
    static final class ShowCommand extends InStore {
        @Option(names = "--revision", paramLabel = "REVISION", description = "An earlier one (default: the one in force).")
        private @Nullable Long revision;

        @Override
        void run(ProfileStore store) throws ProfileStoreException {
            StoredProfile profile = revision == null ? store.read() : store.read(revision);
            System.out.print(profile.text());
        }
    }

    /** One line per revision. */
    @Command(name = "history", description = "List the revisions, the latest last.", mixinStandardHelpOptions = true)
    static final class HistoryCommand extends InStore {
        private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                .withZone(ZoneId.systemDefault());

        @Option(names = "--json", description = "Print one JSON object a line.")
        private boolean json;

        @Override
        void run(ProfileStore store) throws ProfileStoreException {
            List<HistoryEntry> entries = store.history();
            if (json) {
                entries.forEach(entry -> System.out.println(JsonText.of(Line.of(entry))));
                return;
            }
            System.out.printf(Locale.ROOT, "%8s  %-19s  %-7s  %s%n", "revision", "saved", "state", "note");
            for (HistoryEntry entry : entries) {
                System.out.printf(Locale.ROOT, "%8d  %-19s  %-7s  %s%n", entry.revision(),
                        entry.savedAt().map(TIME::format).orElse("?"), word(entry.state()), entry.note());
            }
        }

        private static String word(HistoryEntry.State state) {
            return state.name().toLowerCase(Locale.ROOT);
        }

        /** An entry as JSON prints it. */
        record Line(long revision, String savedAt, String state, String note) {
            static Line of(HistoryEntry entry) {
                return new Line(entry.revision(), entry.savedAt().map(Object::toString).orElse(""), word(entry.state()),
                        entry.note());
            }
        }
    }

    /** An earlier revision becomes the next one. */
    @Command(name = "restore", description = "Save an earlier revision again, as the next one.", mixinStandardHelpOptions = true)
    static final class RestoreCommand extends InStore {
        @Parameters(paramLabel = "REVISION", description = "Its number in the history.")
        private long revision;

        @Override
        void run(ProfileStore store) throws ProfileStoreException {
            report(store.restore(revision, now()));
        }
    }
}
