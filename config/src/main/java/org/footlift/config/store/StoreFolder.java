package org.footlift.config.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files of a store and the order in which they are written. Knows bytes and numbers, no settings. */
final class StoreFolder {
    /** The highest number that a name holds. */
    static final long LAST_NUMBER = 99_999_999;

    private static final Pattern NAME = Pattern.compile("revision-(\\d{8})(\\.\\w+)");

    private final Path folder;

    StoreFolder(Path folder) {
        this.folder = folder;
    }

    /** What a file of a number is, by the end of its name. */
    enum Kind {
        /** A revision. */
        REVISION(".toml"),
        /** Being written, or left behind by a crash. */
        GROWING(".part"),
        /** The disk failed to make it safe: it may read well and yet be gone tomorrow. Never read. */
        SUSPECT(".suspect");

        private final String suffix;

        Kind(String suffix) {
            this.suffix = suffix;
        }
    }

    /** The disk would not say that something is safe. What was written before must not be believed, whatever it says the next time. */
    static final class NotForced extends IOException {
        private static final long serialVersionUID = 1L;

        NotForced(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    Path file(long number, Kind kind) {
        return folder.resolve(String.format(Locale.ROOT, "revision-%08d%s", number, kind.suffix));
    }

    /** The numbers of all files of a kind; none when there is no folder. */
    NavigableSet<Long> numbers(Kind kind) throws IOException {
        NavigableSet<Long> numbers = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
                if (name.matches() && name.group(2).equals(kind.suffix)) {
                    numbers.add(Long.parseLong(name.group(1)));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        } catch (NoSuchFileException e) {
            return numbers;
        } catch (NotDirectoryException e) {
            throw new IOException("this is a file, not a folder", e);
        }
        return numbers;
    }

    /** The bytes of a revision, at most one more than a revision may have. */
    byte[] read(long number) throws IOException {
        try (InputStream in = Files.newInputStream(file(number, Kind.REVISION))) {
            return in.readNBytes(RevisionFile.MAX_BYTES + 1);
        }
    }

    /**
     * Writes a revision under a number that no file has: another name first, then the bytes forced, then the name in one step, then the
     * name forced. When it returns, the revision survives a loss of power.
     *
     * @throws NotForced when the disk took the bytes or the name and would not say that they are safe
     */
    void write(long number, byte[] bytes) throws IOException {
        Path growing = file(number, Kind.GROWING);
        Path file = file(number, Kind.REVISION);
        try (FileChannel disk = PrivateFiles.create(growing)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                disk.write(rest);
            }
            force(() -> disk.force(true), growing, number);
        }
        Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE);
        force(() -> PrivateFiles.forceFolder(folder), file, number);
    }

    /** A disk reports a lost write once, to the next force, and then claims success: so there is no second force of the same file. */
    private void force(Force force, Path written, long number) throws IOException {
        try {
            force.force();
        } catch (IOException e) {
            NotForced failure = new NotForced(e);
            try {
                Files.move(written, file(number, Kind.SUSPECT), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException alsoFailed) {
                failure.addSuppressed(alsoFailed);
            }
            throw failure;
        }
    }

    @FunctionalInterface
    private interface Force {
        void force() throws IOException;
    }

    /** Removes what a crash left half written, and all but the latest revisions. */
    void tidy(int revisionsKept) throws IOException {
        for (long number : numbers(Kind.GROWING)) {
            Files.delete(file(number, Kind.GROWING));
        }
        NavigableSet<Long> revisions = numbers(Kind.REVISION);
        while (revisions.size() > revisionsKept) {
            Files.delete(file(revisions.removeFirst(), Kind.REVISION));
        }
    }
}
