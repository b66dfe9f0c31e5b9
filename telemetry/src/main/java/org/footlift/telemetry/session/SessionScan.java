package org.footlift.telemetry.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickRecord;
import org.footlift.telemetry.session.Integrity.Damage;

/**
 * The first pass over a session file: verifies every checksum before any tick is believed. A checksum covers every byte from the beginning of
 * the checksum record before it (or of the file) to its own record; its timestamp repeats that of the last tick, so that the last one of
 * a file is covered too.
 */
final class SessionScan {
    private static final String NOT_A_SESSION = " is not a Footlift session: ";
    private static final int ANY_LENGTH = -1;
    /** No word of ours, and no wall time, is longer, bytes. */
    private static final int LONGEST_WORD = 64;
    /** All faults at once: a count, then every name with its length. */
    private static final int LONGEST_FAULTS = Integer.BYTES + Arrays.stream(Fault.values())
            .mapToInt(fault -> Integer.BYTES + fault.name().length()).sum();

    /** Entry names by number, in the order in which they were started. */
    final Map<Integer, String> entries = new LinkedHashMap<>();
    /** Runs of bytes to leave out, in order. */
    final List<Damage> damage = new ArrayList<>();
    /** Records from this byte on are not to be read. */
    long readableTo = Long.MAX_VALUE;

    private final CRC32C crc = new CRC32C();
    private long segmentAt;
    private long anchorUs;
    private int checksumEntry;
    private boolean foundChecksum;
    private boolean finished;
    private boolean endsInChecksum;
    private long cutAt = -1;

    private SessionScan() {}

    /**
     * Scans {@code file}.
     *
     * @throws IOException when it cannot be read or is not a session
     */
    static SessionScan of(Path file) throws IOException {
        SessionScan scan = new SessionScan();
        try (WpilogReader reader = WpilogReader.open(file)) {
            if (reader.cutAt() < 0 && !reader.extraHeader().equals(SessionEntry.EXTRA_HEADER)) {
                throw new IOException(
                        file + NOT_A_SESSION + "its heading is not \"" + SessionEntry.EXTRA_HEADER + "\"");
            }
            reader.addFileHeaderTo(scan.crc);
            try {
                while (reader.next()) {
                    scan.record(reader);
                }
                scan.end(reader);
            } catch (WpilogFormatException e) {
                // The thread of records is lost: nothing since the last checksum can be believed, and nothing after it found.
                scan.readableTo = scan.segmentAt;
                scan.damage.add(Damage.toTheEnd(scan.segmentAt, e.explanation()));
            }
        } catch (WpilogFormatException e) {
            throw new IOException(file + NOT_A_SESSION + e.explanation(), e);
        }
        return scan;
    }

    Integrity integrity() {
        if (!damage.isEmpty()) {
            return Integrity.damaged(damage);
        }
        return cutAt < 0 ? Integrity.complete() : Integrity.cut(cutAt);
    }

    private void record(WpilogReader reader) throws WpilogFormatException {
        String name = name(reader);
        requireLength(reader, name, reader.payloadLength());
        endsInChecksum = name.equals(SessionEntry.CHECKSUM);
        if (endsInChecksum) {
            checksum(reader);
        }
        reader.addRecordTo(crc);
        switch (name) {
            case "" -> control(reader.control());
            case SessionEntry.TICK -> {
                if (!foundChecksum) {
                    throw new WpilogFormatException(reader.recordAt(), "a tick before the first checksum");
                }
                anchorUs = reader.timestampUs();
            }
            case SessionEntry.SETTINGS, SessionEntry.GAP -> anchorUs = reader.timestampUs();
            default -> {
            }
        }
    }

    /** Name of the current record's entry; empty for a control record. */
    private String name(WpilogReader reader) throws WpilogFormatException {
        String name = reader.entry() == WpilogWriter.CONTROL_ENTRY ? "" : entries.get(reader.entry());
        if (name == null) {
            throw new WpilogFormatException(reader.recordAt(), "a record of entry "
                    + Integer.toUnsignedString(reader.entry()) + ", which was never started");
        }
        return name;
    }

    private static void requireLength(WpilogReader reader, String name, int length) throws WpilogFormatException {
        int right = lengthOf(name);
        if (right != ANY_LENGTH && length != right) {
            throw new WpilogFormatException(reader.recordAt(),
                    "a record of " + length + " bytes where " + right + " belong");
        }
        int most = longest(name);
        if (length > most) {
            throw new WpilogFormatException(reader.recordAt(),
                    "a record of " + length + " bytes where at most " + most + " belong");
        }
    }

    private static int longest(String name) {
        return switch (name) {
            case SessionEntry.SETTINGS -> SettingsInForce.MAX_BYTES;
            case SessionEntry.FAULTS -> LONGEST_FAULTS;
            case SessionEntry.STARTED_AT, SessionEntry.MODE, SessionEntry.PHASE, SessionEntry.EVENT -> LONGEST_WORD;
            default -> WpilogReader.MAX_PAYLOAD;
        };
    }

    /** Bytes that every record of an entry has. */
    private static int lengthOf(String name) {
        return switch (name) {
            case SessionEntry.TICK -> TickRecord.HEADER_LENGTH;
            case SessionEntry.HEEL -> TickRecord.HEEL_LENGTH;
            case SessionEntry.CHECKSUM, SessionEntry.TICK_RATE_HZ, SessionEntry.SETTINGS_REVISION -> Long.BYTES;
            default -> {
                if (name.startsWith(SessionEntry.IMU_PREFIX)) {
                    yield TickRecord.IMU_LENGTH;
                }
                yield name.startsWith(SessionEntry.AMPLITUDE_PREFIX) ? Long.BYTES : ANY_LENGTH;
            }
        };
    }

    /** A file that was cut has nothing after its cut record. Where a checksum still follows, the length of that record is damaged. */
    private void requireCut(WpilogReader reader) throws IOException {
        String name = name(reader);
        requireLength(reader, name, reader.missingPayload());
        if (lengthOf(name) == ANY_LENGTH && holdsChecksum(reader.cutPayload())) {
            throw new WpilogFormatException(reader.recordAt(), "a record that claims " + reader.missingPayload()
                    + " bytes, more than the file has, though other records follow");
        }
    }

    /** A checksum record has one byte of entry, one of size (8), one to eight of time, and a number of 32 bits in 64. No text has such bytes. */
    private boolean holdsChecksum(byte[] bytes) {
        for (int at = 0; at < bytes.length; at++) {
            int lengths = bytes[at] & 0xff;
            int end = at + 3 + (lengths >>> 4) + 1 + Long.BYTES;
            if ((lengths & 0x8f) == 0 && end <= bytes.length
                    && isChecksumEntry(bytes[at + 1] & 0xff) && bytes[at + 2] == Long.BYTES
                    && WpilogReader.number(bytes, end - Integer.BYTES, Integer.BYTES) == 0) {
                return true;
            }
        }
        return false;
    }

    /** Before its Start record, any number may be its. */
    private boolean isChecksumEntry(int entry) {
        return checksumEntry == 0 ? entry != WpilogWriter.CONTROL_ENTRY : entry == checksumEntry;
    }

    private void control(WpilogControl control) {
        switch (control) {
            case WpilogControl.Start start -> {
                entries.put(start.entry(), start.name());
                checksumEntry = start.name().equals(SessionEntry.CHECKSUM) ? start.entry() : checksumEntry;
            }
            case WpilogControl.Finish finish ->
                finished = SessionEntry.TICK.equals(entries.get(finish.entry())) || finished;
            case WpilogControl.SetMetadata ignored -> {
            }
        }
    }

    private void checksum(WpilogReader reader) throws WpilogFormatException {
        if (crc.getValue() != reader.int64() || reader.timestampUs() != anchorUs) {
            if (!foundChecksum) {
                throw new WpilogFormatException(reader.recordAt(),
                        "the checksum over the beginning, which names everything else, does not agree");
            }
            damage.add(new Damage(segmentAt, reader.recordAt(), "the checksum does not agree"));
        }
        foundChecksum = true;
        segmentAt = reader.recordAt();
        crc.reset();
    }

    private void end(WpilogReader reader) throws IOException {
        if (reader.missingPayload() >= 0) {
            requireCut(reader);
        }
        boolean complete = finished && endsInChecksum && reader.cutAt() < 0;
        cutAt = complete ? -1 : reader.recordAt();
    }
}
