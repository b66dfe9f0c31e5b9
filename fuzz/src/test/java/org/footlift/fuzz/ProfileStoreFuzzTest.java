package org.footlift.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.footlift.config.store.ProfileStore;
import org.footlift.config.store.ProfileStoreException;
import org.footlift.crashdisk.CrashDisk;

/** Any bytes in place of a revision are refused with a message, or are a profile that reads the same again. */
class ProfileStoreFuzzTest {
    @FuzzTest
    void revision(byte[] data) throws IOException {
        read(data);
    }

    /** With the checksum that belongs to it, so that what lies behind the checksum is reached. */
    @FuzzTest
    void sealed(byte[] data) throws IOException {
        CRC32C crc = new CRC32C();
        crc.update(data);
        byte[] last = ("# crc32c " + HexFormat.of().toHexDigits(crc.getValue(), 8) + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] whole = Arrays.copyOf(data, data.length + last.length);
        System.arraycopy(last, 0, whole, data.length, last.length);
        read(whole);
    }

    private static void read(byte[] revision) throws IOException {
        Path folder = new CrashDisk().path("/");
        Files.write(folder.resolve("revision-00000001.toml"), revision, StandardOpenOption.CREATE_NEW,
                StandardOpenOption.WRITE);
        ProfileStore store = ProfileStore.in(folder);
        try {
            assertEquals(store.read(), store.read(1));
        } catch (ProfileStoreException e) {
            assertFalse(e.getMessage().isBlank());
        }
        try {
            assertEquals(1, store.history().size());
        } catch (ProfileStoreException e) {
            throw new AssertionError("a history can always be listed", e);
        }
    }
}
