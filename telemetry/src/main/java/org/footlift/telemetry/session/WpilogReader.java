package org.footlift.telemetry.session;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.Checksum;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads any file of the WPILib data log format, version 1, record by record, in the order of the file. A file that was cut is read to its
 * last whole record; {@link #cutAt()} then says where the rest begins. What breaks the format is a {@link WpilogFormatException} with the
 * byte at which it does. No length is believed before the file is known to be that long. One thread at a time.
 */
public final class WpilogReader implements AutoCloseable {
    /** The longest payload this reader takes, bytes. */
    public static final int MAX_PAYLOAD = 64 * 1024 * 1024;

    private static final int FILE_HEADER = 12;
    private static final int SPARE_BIT = 0x80;
    private static final String TOO_LONG = " bytes; this program reads up to " + MAX_PAYLOAD;

    private final InputStream in;
    private final long length;
    private final int version;
    private final byte[] extraHeader;
    private final byte[] fileHeader;
    private long position;
    private long recordAt;
    private boolean cut;
    private int missingPayload = -1;

    private final byte[] header = new byte[17];
    private int headerLength;
    private int entry;
    private long timestampUs;
    private int payloadLength;
    private byte[] payloadBytes = new byte[4096];
    private final UnsafeBuffer payload = new UnsafeBuffer(payloadBytes, 0, 0);

    /** Opens {@code file} and reads its header. */
    public static WpilogReader open(Path file) throws IOException {
        long length = Files.size(file);
        InputStream in = new BufferedInputStream(Files.newInputStream(file), Math.clamp(length, 512, 1 << 16));
        try {
            return new WpilogReader(in, length);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Reads the header.
     *
     * @param in from its first byte on; closed by {@link #close()}
     * @param length bytes that it has
     */
    public WpilogReader(InputStream in, long length) throws IOException {
        this.in = in;
        this.length = length;
        fileHeader = read((int) Math.min(length, FILE_HEADER));
        int magic = Math.min(fileHeader.length, WpilogWriter.MAGIC.length);
        if (!Arrays.equals(fileHeader, 0, magic, WpilogWriter.MAGIC, 0, magic)) {
            throw new WpilogFormatException(0, "not a WPILOG file: it does not begin with WPILOG");
        }
        if (length < FILE_HEADER) {
            version = WpilogWriter.VERSION;
            extraHeader = new byte[0];
            cut = true;
            position = 0;
            return;
        }
        version = (int) number(fileHeader, 6, 2);
        if (version >>> 8 != WpilogWriter.VERSION >>> 8) {
            throw new WpilogFormatException(6, "WPILOG version " + (version >>> 8) + "." + (version & 0xff)
                    + "; this program reads version 1");
        }
        long extra = number(fileHeader, 8, 4);
        if (extra > MAX_PAYLOAD) {
            throw new WpilogFormatException(8, "an extra header of " + extra + TOO_LONG);
        }
        cut = extra > length - FILE_HEADER;
        missingPayload = cut ? (int) extra : missingPayload;
        extraHeader = read(cut ? 0 : (int) extra);
        position = cut ? 0 : position;
    }

    /** Major version in the upper byte, minor in the lower: {@code 0x0100}. */
    public int version() {
        return version;
    }

    /** The text after the header. */
    public String extraHeader() {
        return new String(extraHeader, StandardCharsets.UTF_8);
    }

    /**
     * Reads the next record.
     *
     * @return false at the end of the file, or of its last whole record
     * @throws WpilogFormatException when the record breaks the format
     */
    public boolean next() throws IOException {
        recordAt = position;
        headerLength = 0;
        payloadLength = 0;
        if (cut || position == length) {
            return false;
        }
        readHeader(1);
        int lengths = header[0] & 0xff;
        if ((lengths & SPARE_BIT) != 0) {
            throw new WpilogFormatException(recordAt, "the spare bit of a record's header is set");
        }
        int entryBytes = (lengths & 3) + 1;
        int sizeBytes = ((lengths >>> 2) & 3) + 1;
        int timestampBytes = ((lengths >>> 4) & 7) + 1;
        if (entryBytes + sizeBytes + timestampBytes > length - position) {
            return cutHere();
        }
        readHeader(entryBytes + sizeBytes + timestampBytes);
        entry = (int) number(header, 1, entryBytes);
        long size = number(header, 1 + entryBytes, sizeBytes);
        timestampUs = number(header, 1 + entryBytes + sizeBytes, timestampBytes);
        if (size > MAX_PAYLOAD) {
            throw new WpilogFormatException(recordAt, "a record of " + size + TOO_LONG);
        }
        if (size > length - position) {
            missingPayload = (int) size;
            return cutHere();
        }
        readPayload((int) size);
        return true;
    }

    private boolean cutHere() {
        cut = true;
        position = recordAt;
        return false;
    }

    private void readHeader(int more) throws IOException {
        fill(header, headerLength, more);
        headerLength += more;
    }

    private void readPayload(int size) throws IOException {
        if (size > payloadBytes.length) {
            payloadBytes = new byte[Math.max(size, Math.min(MAX_PAYLOAD, payloadBytes.length * 2))];
        }
        fill(payloadBytes, 0, size);
        payloadLength = size;
        payload.wrap(payloadBytes, 0, size);
    }

    /** Where the current record begins, bytes from the start of the file; after the last one, where it ends. */
    public long recordAt() {
        return recordAt;
    }

    /**
     * Where the last whole record ended, once {@link #next()} has said false because the file was cut (0 when it was cut within its header);
     * otherwise −1.
     */
    public long cutAt() {
        return cut ? position : -1;
    }

    /** The length that the cut record's payload, or the file's extra header, claims, bytes; −1 when the file is not cut there. */
    int missingPayload() {
        return missingPayload;
    }

    /** What the file has of that payload: less than it claims. Once. */
    byte[] cutPayload() throws IOException {
        return in.readNBytes(missingPayload);
    }

    /** Entry number of the current record; 0 for a control record. */
    public int entry() {
        return entry;
    }

    /** Timestamp of the current record, microseconds. */
    public long timestampUs() {
        return timestampUs;
    }

    /** Payload of the current record, until the next call of {@link #next()}; {@link #payloadLength()} bytes from 0 on. */
    public DirectBuffer payload() {
        return payload;
    }

    /** Bytes of the current payload. */
    public int payloadLength() {
        return payloadLength;
    }

    /** The current payload as UTF-8 text. */
    public String string() {
        return new String(payloadBytes, 0, payloadLength, StandardCharsets.UTF_8);
    }

    /** The current payload as an {@code int64}. */
    public long int64() throws WpilogFormatException {
        if (payloadLength != Long.BYTES) {
            throw new WpilogFormatException(recordAt, "an int64 of " + payloadLength + " bytes");
        }
        return payload.getLong(0, ByteOrder.LITTLE_ENDIAN);
    }

    /** The current record as a control record. Only when {@link #entry()} is 0. */
    public WpilogControl control() throws WpilogFormatException {
        return WpilogControl.parse(payload, payloadLength, recordAt);
    }

    /** Adds every byte of the file's header to {@code checksum}. */
    void addFileHeaderTo(Checksum checksum) {
        checksum.update(fileHeader);
        checksum.update(extraHeader);
    }

    /** Adds every byte of the current record, header and payload, to {@code checksum}. */
    void addRecordTo(Checksum checksum) {
        checksum.update(header, 0, headerLength);
        checksum.update(payloadBytes, 0, payloadLength);
    }

    private byte[] read(int count) throws IOException {
        byte[] bytes = new byte[count];
        fill(bytes, 0, count);
        return bytes;
    }

    private void fill(byte[] into, int at, int count) throws IOException {
        if (in.readNBytes(into, at, count) != count) {
            throw new IOException("the file became shorter while it was read, near byte " + position);
        }
        position += count;
    }

    static long number(byte[] bytes, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (bytes[at + i] & 0xffL) << (i * Byte.SIZE);
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
