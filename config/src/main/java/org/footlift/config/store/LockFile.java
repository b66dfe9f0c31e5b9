package org.footlift.config.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A lock that one holder in the whole machine has: the operating system drops it when the process ends, however it ends. */
public final class LockFile implements AutoCloseable {
    private final FileChannel file;

    private LockFile(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the lock without waiting; empty when another process, or another part of this one, has it.
     *
     * @param path made when it is missing, and never removed
     */
    public static Optional<LockFile> take(Path path) throws IOException {
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock(file) != null) {
                return Optional.of(new LockFile(file));
            }
        } catch (Throwable e) {
            file.close();
            throw e;
        }
        file.close();
        return Optional.empty();
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // this very process has it
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
