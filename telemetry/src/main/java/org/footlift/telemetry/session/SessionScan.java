package org.footlift.telemetry.session;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
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

    /** Entry names by number, in the order in which they were started. */
    final Map<Integer, String> entries = new LinkedHashMap<>();
    /** Runs of bytes to leave out, in order. */
    final List<Damage> damage = new ArrayList<>();
    /** Records from this byte on are not to be read. */
    long readableTo = Long.MAX_VALUE;

    /** No text but the settings is longer, bytes. A damaged length within this of the end can still look like a cut. */
    private static final int LONGEST_TEXT = 1_024;

    private final CRC32C crc = new CRC32C();
    private long segmentAt;
    private long anchorUs;
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
                // The thread of records is lost: nothing since the last good checksum can be believed.
                scan.readableTo = scan.segmentAt;
                scan.damage.add(new Damage(scan.segmentAt, e.atByte() + 1, e.explanation()));
            }
        } catch (WpilogFormatException e) {
            throw new IOException(file + NOT_A_SESSION + e.explanation(), e);
        }
        return scan;
    }

    Integrity integrity() {
        if (!damage.isEmpty()) {
            return Integrity.damaged(damage.getFirst(), damage.size() - 1);
        }
        return cutAt < 0 ? Integrity.complete() : Integrity.cut(cutAt);
    }

    private void record(WpilogReader reader) throws WpilogFormatException {
        String name = reader.entry() == WpilogWriter.CONTROL_ENTRY ? "" : entries.get(reader.entry());
        if (name == null) {
            throw new WpilogFormatException(reader.recordAt(), "a record of entry "
                    + Integer.toUnsignedString(reader.entry()) + ", which was never started");
        }
        endsInChecksum = name.equals(SessionEntry.CHECKSUM);
        if (endsInChecksum) {
            checksum(reader);
        }
        reader.addRecordTo(crc);
        switch (name) {
            case "" -> control(reader.control());
            case SessionEntry.TICK -> {
                requireLength(reader, TickRecord.HEADER_LENGTH);
                if (!foundChecksum) {
                    throw new WpilogFormatException(reader.recordAt(), "a tick before the first checksum");
                }
                anchorUs = reader.timestampUs();
            }
            case SessionEntry.SETTINGS, SessionEntry.GAP -> anchorUs = reader.timestampUs();
            case SessionEntry.HEEL -> requireLength(reader, TickRecord.HEEL_LENGTH);
            default -> {
                if (name.startsWith(SessionEntry.IMU_PREFIX)) {
                    requireLength(reader, TickRecord.IMU_LENGTH);
                }
            }
        }
    }

    private static void requireLength(WpilogReader reader, int length) throws WpilogFormatException {
        if (reader.payloadLength() != length) {
            throw new WpilogFormatException(reader.recordAt(), "a record of " + reader.payloadLength()
                    + " bytes where " + length + " belong");
        }
    }

    /** A file that was cut ends in the head of a record that could have been written; a damaged length looks like a cut, but claims what none could. */
    private void requirePlausibleCut(WpilogReader reader) throws WpilogFormatException {
        String name = reader.entry() == WpilogWriter.CONTROL_ENTRY ? "" : entries.get(reader.entry());
        int claimed = reader.missingPayload();
        boolean plausible = name != null && switch (name) {
            case SessionEntry.TICK -> claimed == TickRecord.HEADER_LENGTH;
            case SessionEntry.HEEL -> claimed == TickRecord.HEEL_LENGTH;
            case SessionEntry.CHECKSUM -> claimed == Long.BYTES;
            case SessionEntry.SETTINGS -> claimed <= SettingsInForce.MAX_BYTES;
            default -> name.startsWith(SessionEntry.IMU_PREFIX)
                    ? claimed == TickRecord.IMU_LENGTH
                    : claimed <= LONGEST_TEXT;
        };
        if (!plausible) {
            throw new WpilogFormatException(reader.recordAt(),
                    "a record that claims more than such a record ever holds");
        }
    }

    private void control(WpilogControl control) {
        switch (control) {
            case WpilogControl.Start start -> entries.put(start.entry(), start.name());
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

    private void end(WpilogReader reader) throws WpilogFormatException {
        if (reader.missingPayload() >= 0) {
            requirePlausibleCut(reader);
        }
        boolean complete = finished && endsInChecksum && reader.cutAt() < 0;
        cutAt = complete ? -1 : reader.recordAt();
    }
}
