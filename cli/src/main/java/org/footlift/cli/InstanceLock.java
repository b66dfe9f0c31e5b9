package org.footlift.cli;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.footlift.telemetry.channel.PrivateFiles;
import org.jspecify.annotations.Nullable;

/** One controller per stimulator: the operating system holds the lock and drops it when the process ends, however it ends. */
final class InstanceLock implements AutoCloseable {
    private final FileChannel file;

    private InstanceLock(FileChannel file) {
        this.file = file;
    }

    /**
     * Takes the lock.
     *
     * @throws Refusal when another controller has it, or the folder cannot be used
     */
    static InstanceLock take(Path folder) {
        Path path = folder.resolve("controller.lock");
        try {
            PrivateFiles.createFolder(folder);
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(file);
            if (lock == null) {
                file.close();
                throw new Refusal("another controller is running (it holds " + path + "). One stimulator has one "
                        + "controller: end the other first, or watch it with: footlift watch --channel " + folder);
            }
            return new InstanceLock(file);
        } catch (IOException e) {
            throw new Refusal("cannot take the controller's lock: " + Reason.of(e)
                    + ". Name another folder with --channel DIR, or set FOOTLIFT_RUNTIME_DIR.");
        }
    }

    private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another controller in this very process
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
