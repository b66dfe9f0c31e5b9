package org.footlift.telemetry.channel;

import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.footlift.config.store.PrivateFiles;

/** Makes the files of a channel: whole and zeroed before another process can see them, and private to their user. */
final class MappedFile {
    private MappedFile() {}

    /**
     * A new file in {@code folder}, in place of one of that name; who has the old one mapped keeps it. Every page is touched here, so that
     * its user meets none for the first time.
     *
     * @param folder made, mode 0700, when missing
     * @param heading writes what a reader checks first
     */
    static MappedByteBuffer create(Path folder, String name, int length, Consumer<UnsafeBuffer> heading)
            throws IOException {
        PrivateFiles.createFolder(folder);
        Path fresh = folder.resolve(name + ".new");
        Files.deleteIfExists(fresh);
        MappedByteBuffer mapping;
        try (FileChannel file = PrivateFiles.create(fresh)) {
            mapping = file.map(FileChannel.MapMode.READ_WRITE, 0, length);
        }
        UnsafeBuffer whole = new UnsafeBuffer(mapping);
        whole.setMemory(0, whole.capacity(), (byte) 0);
        heading.accept(whole);
        Files.move(fresh, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
        return mapping;
    }
}
