package org.footlift.crashdisk;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A disk in memory under a real {@link java.nio.file.FileSystem}, so that the code under test is the code that runs. It knows what was
 * forced: {@link CrashImages} lists every disk that a loss of power may leave. Any operation can be made to fail ({@link #fail}). A force
 * that failed is reported once; what it was to make safe is then never made safe, though later forces claim success, as Linux does it.
 * <p>
 * What lies outside: bytes that change on the disk, a disk that claims to have forced what it did not (except {@link #ignoreForce}),
 * and stale bytes where a file has grown.
 */
public final class CrashDisk {
    private final Node root;
    private final DiskFileSystem fileSystem;
    private int operations;
    private DiskFault fault = DiskFault.NONE;
    private boolean ignoresForce;
    private Runnable afterChange = () -> {};

    /** An empty one. */
    public CrashDisk() {
        this(new Node(true));
    }

    CrashDisk(Node root) {
        this.root = root;
        fileSystem = new DiskFileSystem(this);
    }

    /** A path of this disk, such as {@code /store}. */
    public Path path(String absolute) {
        return fileSystem.getPath(absolute);
    }

    /** From now on, this fault; operations are counted from here. */
    public void fail(DiskFault next) {
        operations = 0;
        fault = next;
    }

    /** Operations since the beginning, or since {@link #fail}. */
    public int operations() {
        return operations;
    }

    /** A force does nothing and claims success: what a broken store, which forces nothing, looks like from below. */
    public void ignoreForce() {
        ignoresForce = true;
    }

    /** What to do after every operation that changed something: look at what a crash now would leave. */
    public void afterChange(Runnable action) {
        afterChange = action;
    }

    Node root() {
        return root;
    }

    /** Counts a read and fails it when it is its turn. */
    void reading(Object path) throws IOException {
        if (fault.hits(++operations) && fault.kind() == DiskFault.Kind.INPUT_OUTPUT) {
            throw failure(path);
        }
    }

    /** Counts a change and fails it when it is its turn. */
    void changing(Object path) throws IOException {
        if (fault.hits(++operations)) {
            throw failure(path);
        }
    }

    /** Changes names of a folder, all at once. */
    void rename(Node folder, Map<String, Node> names) {
        folder.change(new Node.Names(names));
        afterChange.run();
    }

    void rename(Node folder, String name, Node node) {
        Map<String, Node> one = new TreeMap<>();
        one.put(name, node);
        rename(folder, one);
    }

    /** Writes bytes of a file: all of them, or only half. */
    int write(Object path, Node file, int at, byte[] bytes) throws IOException {
        boolean fails = fault.hits(++operations);
        int fits = !fails ? bytes.length : fault.kind() == DiskFault.Kind.HALF_WRITTEN ? bytes.length / 2 : 0;
        if (fails && fits == 0) {
            throw failure(path);
        }
        file.change(new Node.Write(at, Arrays.copyOf(bytes, fits), false));
        afterChange.run();
        return fits;
    }

    void truncate(Object path, Node file, int length) throws IOException {
        changing(path);
        file.change(new Node.Write(length, new byte[0], true));
        afterChange.run();
    }

    void force(Object path, Node node) throws IOException {
        boolean fails = fault.hits(++operations);
        if (!ignoresForce) {
            node.force(fails);
        }
        afterChange.run();
        if (fails) {
            throw failure(path);
        }
    }

    private IOException failure(Object path) {
        return new FileSystemException(String.valueOf(path), null, fault.kind().words);
    }
}
