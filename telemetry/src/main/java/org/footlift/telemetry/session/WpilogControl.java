package org.footlift.telemetry.session;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/** What a control record says. */
public sealed interface WpilogControl {
    /** The number of the entry it is about. */
    int entry();

    /**
     * From here on there are records of an entry.
     *
     * @param entry its number
     * @param name its name
     * @param type its type
     * @param metadata JSON, or empty
     */
    record Start(int entry, String name, String type, String metadata) implements WpilogControl {}

    /**
     * No more records of an entry follow.
     *
     * @param entry its number
     */
    record Finish(int entry) implements WpilogControl {}

    /**
     * The metadata of an entry is replaced.
     *
     * @param entry its number
     * @param metadata JSON, or empty
     */
    record SetMetadata(int entry, String metadata) implements WpilogControl {}

    /**
     * Parses the payload of a control record.
     *
     * @param recordAt where the record begins in its file, for the error
     */
    static WpilogControl parse(DirectBuffer payload, int length, long recordAt) throws WpilogFormatException {
        Cursor cursor = new Cursor(payload, length, recordAt);
        int type = cursor.type();
        int entry = cursor.int32();
        WpilogControl control = switch (type) {
            case WpilogWriter.START -> new Start(entry, cursor.string(), cursor.string(), cursor.string());
            case WpilogWriter.FINISH -> new Finish(entry);
            case WpilogWriter.SET_METADATA -> new SetMetadata(entry, cursor.string());
            default -> throw new WpilogFormatException(recordAt, "a control record of the unknown type " + type);
        };
        cursor.requireEnd();
        return control;
    }

    /** Walks over a payload and never past its end. */
    final class Cursor {
        private final DirectBuffer payload;
        private final int length;
        private final long recordAt;
        private int at;

        private Cursor(DirectBuffer payload, int length, long recordAt) {
            this.payload = payload;
            this.length = length;
            this.recordAt = recordAt;
        }

        private int type() throws WpilogFormatException {
            require(1);
            return payload.getByte(at++) & 0xff;
        }

        private int int32() throws WpilogFormatException {
            require(Integer.BYTES);
            int value = payload.getInt(at, ByteOrder.LITTLE_ENDIAN);
            at += Integer.BYTES;
            return value;
        }

        private String string() throws WpilogFormatException {
            long count = Integer.toUnsignedLong(int32());
            require(count);
            byte[] text = new byte[(int) count];
            payload.getBytes(at, text);
            at += text.length;
            return new String(text, StandardCharsets.UTF_8);
        }

        private void require(long count) throws WpilogFormatException {
            if (count > length - at) {
                throw new WpilogFormatException(recordAt, "a control record of " + length
                        + " bytes is too short for what it holds");
            }
        }

        private void requireEnd() throws WpilogFormatException {
            if (at != length) {
                throw new WpilogFormatException(recordAt, "a control record of " + length + " bytes holds only " + at);
            }
        }
    }
}
