package org.footlift.telemetry.bids;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A text file that appears under its name whole or not at all: it grows as a hidden sibling and is moved into place by {@link #commit}.
 * Closing without committing removes what was written. Used by one thread.
 */
final class WholeFile implements AutoCloseable {
    private final Path file;
    private final Path growing;
    private final BufferedWriter writer;
    private boolean closed;
    private boolean committed;

    /** Begins {@code file}; its folder is made when it is missing. */
    WholeFile(Path file) {
        this.file = file;
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw BidsException.in(file, "is not the name of a file");
        }
        try {
            Files.createDirectories(folder);
            growing = Files.createTempFile(folder, ".", ".part");
            writer = Files.newBufferedWriter(growing);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Adds one line. */
    void line(CharSequence text) {
        try {
            writer.append(text).append('\n');
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Ends the text, so that committing is only a move. */
    void end() {
        if (!closed) {
            closed = true;
            try {
                writer.close();
            } catch (IOException e) {
                throw unwritable(file, e);
            }
        }
    }

    /** Gives the file its name; an older file of that name is replaced in the same instant. */
    void commit() {
        end();
        try {
            Files.move(growing, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            committed = true;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void close() {
        if (committed) {
            return;
        }
        try {
            end();
        } finally {
            remove();
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(growing);
        } catch (IOException e) {
            throw unwritable(growing, e);
        }
    }

    private static BidsException unwritable(Path file, IOException cause) {
        String why = switch (cause) {
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
            case AccessDeniedException e -> "permission denied for " + e.getFile();
            case NoSuchFileException e -> "there is no " + e.getFile();
            default -> String.valueOf(cause.getMessage());
        };
        return BidsException.in(file,
                "cannot be written (" + why + "); check that the folder may be written to and that the disk has room");
    }
}
