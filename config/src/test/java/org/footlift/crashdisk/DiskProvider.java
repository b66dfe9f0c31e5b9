package org.footlift.crashdisk;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The operations of a {@link CrashDisk}: those that the program uses, as POSIX has them; the others are refused. */
final class DiskProvider extends FileSystemProvider {
    @Override
    public String getScheme() {
        return "crashdisk";
    }

    private static Node find(DiskPath path) {
        Node node = path.fileSystem.disk.root();
        for (String name : path.names) {
            node = node == null ? null : node.names.get(name);
        }
        return node;
    }

    private static Node existing(Path path) throws NoSuchFileException {
        Node node = find((DiskPath) path);
        if (node == null) {
            throw new NoSuchFileException(path.toString());
        }
        return node;
    }

    private static Node folderOf(Path path) throws NoSuchFileException {
        return existing(path.toAbsolutePath().getParent());
    }

    private static CrashDisk disk(Path path) {
        return ((DiskPath) path).fileSystem.disk;
    }

    private static String name(Path path) {
        return ((DiskPath) path).names.getLast();
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Node node = find((DiskPath) path);
        boolean fresh = options.contains(StandardOpenOption.CREATE_NEW);
        if (node != null && fresh) {
            throw new FileAlreadyExistsException(path.toString());
        }
        if (node == null && !fresh && !options.contains(StandardOpenOption.CREATE)) {
            throw new NoSuchFileException(path.toString());
        }
        if (node == null) {
            Node folder = folderOf(path);
            disk(path).changing(path);
            node = new Node(false);
            disk(path).rename(folder, name(path), node);
        } else {
            disk(path).reading(path);
        }
        return new DiskChannel(disk(path), path, node);
    }

    @Override
    public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options,
            FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Node node = existing(folder);
        disk(folder).reading(folder);
        if (!node.folder) {
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> files = node.names.keySet().stream().map(folder::resolve).toList();
        return new DirectoryStream<>() {
            @Override
            public Iterator<Path> iterator() {
                return files.iterator();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        if (find((DiskPath) path) != null) {
            throw new FileAlreadyExistsException(path.toString());
        }
        Node folder = folderOf(path);
        disk(path).changing(path);
        disk(path).rename(folder, name(path), new Node(true));
    }

    @Override
    public void delete(Path path) throws IOException {
        Node node = existing(path);
        if (!node.names.isEmpty()) {
            throw new DirectoryNotEmptyException(path.toString());
        }
        disk(path).changing(path);
        disk(path).rename(folderOf(path), name(path), null);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
        Node node = existing(source);
        Node folder = folderOf(source);
        if (!List.of(options).contains(StandardCopyOption.ATOMIC_MOVE) || folder != folderOf(target)) {
            throw new UnsupportedOperationException("only atomic moves within a folder");
        }
        disk(source).changing(source);
        Map<String, Node> names = new TreeMap<>();
        names.put(name(source), null);
        names.put(name(target), node);
        disk(source).rename(folder, names);
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        existing(path);
    }

    @Override
    @SuppressWarnings("unchecked") // only the basic attributes are asked for
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        Node node = existing(path);
        return (A) new Attributes(node.folder, node.length);
    }

    private record Attributes(boolean isDirectory, long size) implements BasicFileAttributes {
        @Override
        public boolean isRegularFile() {
            return !isDirectory;
        }

        @Override
        public boolean isSymbolicLink() {
            return false;
        }

        @Override
        public boolean isOther() {
            return false;
        }

        @Override
        public Object fileKey() {
            return null;
        }

        @Override
        public FileTime lastModifiedTime() {
            return FileTime.fromMillis(0);
        }

        @Override
        public FileTime lastAccessTime() {
            return FileTime.fromMillis(0);
        }

        @Override
        public FileTime creationTime() {
            return FileTime.fromMillis(0);
        }
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return existing(path) == existing(other);
    }

    @Override
    public boolean isHidden(Path path) {
        return false;
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileStore getFileStore(Path path) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
        throw new UnsupportedOperationException();
    }
}
