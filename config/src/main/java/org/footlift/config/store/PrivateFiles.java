package org.footlift.config.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Files and folders that only their owner may read: what is in them is about somebody's health. On a file system without POSIX
 * permissions they are created as that system does it.
 */
public final class PrivateFiles {
    private PrivateFiles() {}

    /**
     * Creates a file, mode 0600, open for reading and writing.
     *
     * @throws java.nio.file.FileAlreadyExistsException when there is one of that name: it is never overwritten
     */
    public static FileChannel create(Path file) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        return FileChannel.open(file, options, attributes(file, "rw-------"));
    }

    /**
     * Makes sure that {@code folder} exists, mode 0700 when it is made here, and that what is made here survives a loss of power; an
     * existing folder keeps its mode.
     */
    public static void createFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Path parent = folder.getParent();
        if (parent != null) {
            createFolder(parent);
        }
        try {
            Files.createDirectory(folder, attributes(folder, "rwx------"));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
        forceFolderOf(folder);
    }

    /** Makes the names in {@code folder} survive a loss of power: which files there are, not what is in them. */
    public static void forceFolder(Path folder) throws IOException {
        if (!isPosix(folder)) {
            return; // no other system lets a folder be forced
        }
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    /** Makes the name of {@code file} survive a loss of power. */
    public static void forceFolderOf(Path file) throws IOException {
        @Nullable
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            forceFolder(folder);
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] attributes(Path path, String permissions) {
        return isPosix(path)
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
