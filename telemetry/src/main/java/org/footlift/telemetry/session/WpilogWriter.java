package org.footlift.telemetry.session;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes the WPILib data log format, version 1.0 ({@code datalog.adoc} in wpilibsuite/allwpilib): a header, then records of entry
 * number, size, timestamp and payload, each number in the fewest bytes that hold it. Every record goes to the stream in one write. Used by
 * one thread at a time; appending numbers and buffers allocates nothing.
 */
public final class WpilogWriter {
    /** Major version 1, minor version 0. */
    static final int VERSION = 0x0100;
    static final byte[] MAGIC = {'W', 'P', 'I', 'L', 'O', 'G'};
    static final int CONTROL_ENTRY = 0;
    static final byte START = 0;
    static final byte FINISH = 1;
    static final byte SET_METADATA = 2;

    /** One byte of field lengths, four of entry, four of size, eight of timestamp. */
    private static final int MAX_RECORD_HEADER = 17;

    private final OutputStream out;
    private byte[] bytes = new byte[4096];
    private final UnsafeBuffer record = new UnsafeBuffer(bytes);
    private int lastEntry;

    /**
     * Writes the header.
     *
     * @param out where to; the caller closes it
     * @param extraHeader any text
     */
    public WpilogWriter(OutputStream out, String extraHeader) throws IOException {
        this.out = out;
        byte[] text = extraHeader.getBytes(StandardCharsets.UTF_8);
        int at = put(0, MAGIC);
        record.putShort(at, (short) VERSION, ByteOrder.LITTLE_ENDIAN);
        at = putString(at + Short.BYTES, text);
        out.write(bytes, 0, at);
    }

    /**
     * Starts an entry.
     *
     * @param name its name
     * @param type a standard type ({@code int64}, {@code string}), or any other
     * @param metadata JSON, or empty
     * @return its number, counted from 1
     */
    public int start(String name, String type, String metadata, long timestampUs) throws IOException {
        int entry = ++lastEntry;
        int at = control(START, entry);
        at = putString(at, name.getBytes(StandardCharsets.UTF_8));
        at = putString(at, type.getBytes(StandardCharsets.UTF_8));
        at = putString(at, metadata.getBytes(StandardCharsets.UTF_8));
        write(CONTROL_ENTRY, timestampUs, at);
        return entry;
    }

    /** Says that no record of {@code entry} follows. */
    public void finish(int entry, long timestampUs) throws IOException {
        write(CONTROL_ENTRY, timestampUs, control(FINISH, entry));
    }

    /** Replaces the metadata of {@code entry}. */
    public void setMetadata(int entry, String metadata, long timestampUs) throws IOException {
        int at = control(SET_METADATA, entry);
        write(CONTROL_ENTRY, timestampUs, putString(at, metadata.getBytes(StandardCharsets.UTF_8)));
    }

    /** Appends {@code length} bytes of {@code payload} from {@code offset} on. */
    public void append(int entry, long timestampUs, DirectBuffer payload, int offset, int length) throws IOException {
        ensure(MAX_RECORD_HEADER + length);
        record.putBytes(MAX_RECORD_HEADER, payload, offset, length);
        write(entry, timestampUs, MAX_RECORD_HEADER + length);
    }

    /** Appends a value of type {@code int64}. */
    public void appendInt64(int entry, long timestampUs, long value) throws IOException {
        record.putLong(MAX_RECORD_HEADER, value, ByteOrder.LITTLE_ENDIAN);
        write(entry, timestampUs, MAX_RECORD_HEADER + Long.BYTES);
    }

    /** Appends a value of type {@code double}. */
    public void appendDouble(int entry, long timestampUs, double value) throws IOException {
        appendInt64(entry, timestampUs, Double.doubleToRawLongBits(value));
    }

    /** Appends a value of type {@code string}. */
    public void appendString(int entry, long timestampUs, String value) throws IOException {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        ensure(MAX_RECORD_HEADER + text.length);
        write(entry, timestampUs, put(MAX_RECORD_HEADER, text));
    }

    /** Appends a value of type {@code string[]}. */
    public void appendStrings(int entry, long timestampUs, List<String> values) throws IOException {
        record.putInt(MAX_RECORD_HEADER, values.size(), ByteOrder.LITTLE_ENDIAN);
        int at = MAX_RECORD_HEADER + Integer.BYTES;
        for (String value : values) {
            at = putString(at, value.getBytes(StandardCharsets.UTF_8));
        }
        write(entry, timestampUs, at);
    }

    private int control(byte type, int entry) {
        record.putByte(MAX_RECORD_HEADER, type);
        record.putInt(MAX_RECORD_HEADER + 1, entry, ByteOrder.LITTLE_ENDIAN);
        return MAX_RECORD_HEADER + 1 + Integer.BYTES;
    }

    /** Puts the header right before the payload, which ends at {@code end}, and writes both. */
    private void write(int entry, long timestampUs, int end) throws IOException {
        int size = end - MAX_RECORD_HEADER;
        int entryBytes = bytesFor(entry);
        int sizeBytes = bytesFor(size);
        int timestampBytes = bytesFor(timestampUs);
        int begin = MAX_RECORD_HEADER - 1 - entryBytes - sizeBytes - timestampBytes;
        record.putByte(begin, (byte) ((entryBytes - 1) | ((sizeBytes - 1) << 2) | ((timestampBytes - 1) << 4)));
        int at = putNumber(begin + 1, entry, entryBytes);
        at = putNumber(at, size, sizeBytes);
        putNumber(at, timestampUs, timestampBytes);
        out.write(bytes, begin, end - begin);
    }

    /** The fewest bytes that hold {@code value}, at least one; a negative value takes all eight. */
    private static int bytesFor(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 7) / Byte.SIZE);
    }

    private int putNumber(int at, long value, int length) {
        for (int i = 0; i < length; i++) {
            record.putByte(at + i, (byte) (value >>> (i * Byte.SIZE)));
        }
        return at + length;
    }

    private int putString(int at, byte[] text) {
        ensure(at + Integer.BYTES + text.length);
        record.putInt(at, text.length, ByteOrder.LITTLE_ENDIAN);
        return put(at + Integer.BYTES, text);
    }

    private int put(int at, byte[] value) {
        record.putBytes(at, value);
        return at + value.length;
    }

    private void ensure(int length) {
        if (length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length, bytes.length * 2));
            record.wrap(bytes);
        }
    }
}
