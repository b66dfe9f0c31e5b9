package org.footlift.config.store;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/**
 * The bytes of a revision: a settings file in TOML, between a first line that says what it is and a last line with the CRC-32C of all bytes
 * before that line. A file that was cut anywhere lacks the last line.
 */
final class RevisionFile {
    /** More than the largest settings file and the two lines together, bytes. */
    static final int MAX_BYTES = 66 * 1024;

    private static final int NOTE_LENGTH = 120;
    private static final String CHECKSUM = "# crc32c ";
    private static final int CHECKSUM_LINE = CHECKSUM.length() + 8 + 1;
    private static final Pattern FIRST_LINE = Pattern
            .compile("# Footlift profile, format (\\d{1,9}), revision (\\d{1,9}), saved (\\S{1,40}), (.*)");
    private static final int FORMAT = 1;

    private RevisionFile() {}

    /** A revision whose bytes are as they were written. */
    record Content(long revision, Instant savedAt, String note, String text) {}

    /** Bytes that are not a whole revision. The message follows the name of the file. */
    static final class Damaged extends Exception {
        private static final long serialVersionUID = 1L;

        Damaged(String message) {
            super(message);
        }
    }

    static byte[] encode(long revision, Instant savedAt, String note, String toml) {
        String text = "# Footlift profile, format " + FORMAT + ", revision " + revision + ", saved " + savedAt + ", "
                + oneLine(note) + "\n" + toml;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String last = CHECKSUM + checksum(bytes, bytes.length) + "\n";
        return ByteBuffer.allocate(bytes.length + CHECKSUM_LINE).put(bytes)
                .put(last.getBytes(StandardCharsets.US_ASCII)).array();
    }

    static Content decode(byte[] bytes) throws Damaged {
        int end = bytes.length - CHECKSUM_LINE;
        if (bytes.length > MAX_BYTES || end < 0) {
            throw new Damaged("has " + bytes.length + " bytes, which no profile has");
        }
        String last = new String(bytes, end, CHECKSUM_LINE, StandardCharsets.US_ASCII);
        if (!last.startsWith(CHECKSUM) || !last.endsWith("\n")) {
            throw new Damaged("does not end with its checksum");
        }
        if (!last.equals(CHECKSUM + checksum(bytes, end) + "\n")) {
            throw new Damaged("does not agree with its checksum");
        }
        return described(text(bytes, end));
    }

    private static String text(byte[] bytes, int end) throws Damaged {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end)).toString();
        } catch (CharacterCodingException e) {
            throw new Damaged("is not UTF-8 text");
        }
    }

    private static Content described(String text) throws Damaged {
        Matcher first = FIRST_LINE.matcher(text.lines().findFirst().orElse(""));
        if (!first.matches()) {
            throw new Damaged("does not begin as a profile of a store does");
        }
        if (Integer.parseInt(first.group(1)) != FORMAT) {
            throw new Damaged("has format " + first.group(1) + "; this version of Footlift reads format " + FORMAT);
        }
        try {
            return new Content(Long.parseLong(first.group(2)), Instant.parse(first.group(3)), first.group(4), text);
        } catch (DateTimeException e) {
            throw new Damaged("does not say when it was saved");
        }
    }

    private static String checksum(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return HexFormat.of().toHexDigits(crc.getValue(), 8);
    }

    /** A note may hold the name of a file, and that anything: a line break in it would end the comment. */
    private static String oneLine(String note) {
        String line = note.strip().replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\p{Cs}]", "?");
        return line.length() <= NOTE_LENGTH ? line : "…" + line.substring(line.length() - NOTE_LENGTH + 1);
    }
}
