package org.footlift.crashdisk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** An open file of a {@link CrashDisk}, or an open folder, which can be forced only. */
final class DiskChannel extends FileChannel {
    private final CrashDisk disk;
    private final Path path;
    private final Node node;
    private int position;

    DiskChannel(CrashDisk disk, Path path, Node node) {
        this.disk = disk;
        this.path = path;
        this.node = node;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int count = read(into, position);
        position += Math.max(0, count);
        return count;
    }

    @Override
    public int read(ByteBuffer into, long at) throws IOException {
        disk.reading(path);
        int count = (int) Math.min(into.remaining(), node.length - at);
        if (count <= 0) {
            return into.hasRemaining() ? -1 : 0;
        }
        into.put(node.bytes, (int) at, count);
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int count = write(from, position);
        position += count;
        return count;
    }

    @Override
    public int write(ByteBuffer from, long at) throws IOException {
        byte[] bytes = new byte[from.remaining()];
        from.get(from.position(), bytes);
        int count = disk.write(path, node, (int) at, bytes);
        from.position(from.position() + count);
        return count;
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        if (size < node.length) {
            disk.truncate(path, node, (int) size);
        }
        position = (int) Math.min(position, size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.force(path, node);
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public FileChannel position(long newPosition) {
        position = (int) newPosition;
        return this;
    }

    @Override
    public long size() {
        return node.length;
    }

    /** One program at a time uses a disk of a test. */
    @Override
    public FileLock tryLock(long from, long size, boolean shared) {
        return new FileLock(this, from, size, shared) {
            @Override
            public boolean isValid() {
                return DiskChannel.this.isOpen();
            }

            @Override
            public void release() {
                // nothing is held
            }
        };
    }

    @Override
    protected void implCloseChannel() {
        // nothing is held
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferTo(long from, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long from, long count) {
        throw new UnsupportedOperationException();
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long from, long size) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileLock lock(long from, long size, boolean shared) {
        throw new UnsupportedOperationException();
    }
}
