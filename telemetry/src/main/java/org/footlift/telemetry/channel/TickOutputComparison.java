package org.footlift.telemetry.channel;

import java.nio.ByteOrder;
import java.util.Optional;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;
import org.footlift.telemetry.TickOutput;

/**
 * Compares what two runs decided in the same tick, byte by byte over the output part of the {@linkplain TickRecord layout}: the check
 * behind {@code replay --check}. Used by one thread at a time; allocates nothing while the outputs agree.
 */
public final class TickOutputComparison {
    private final UnsafeBuffer first = new UnsafeBuffer(new byte[TickRecord.SLOTS_OFFSET]);
    private final UnsafeBuffer second = new UnsafeBuffer(new byte[TickRecord.SLOTS_OFFSET]);

    /** True when every byte of the two outputs is the same. */
    public boolean sameBytes(TickOutput a, TickOutput b) {
        TickEncoder.encodeOutput(a, first, 0);
        TickEncoder.encodeOutput(b, second, 0);
        for (int i = TickRecord.OUTPUT_OFFSET; i < TickRecord.HEADER_LENGTH; i++) {
            if (first.getByte(i) != second.getByte(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first field in which the outputs differ, with both values ({@code pulseAmplitudeUa[1]: 20000, now 19500}); empty when the same. */
    public Optional<String> firstDifference(TickOutput recorded, TickOutput replayed) {
        if (sameBytes(recorded, replayed)) {
            return Optional.empty();
        }
        int offset = 0;
        for (TickField field : TickField.TICK) {
            for (int i = 0; i < field.count(); i++) {
                if (offset >= TickRecord.OUTPUT_OFFSET) {
                    String before = text(first, offset, field);
                    String now = text(second, offset, field);
                    if (!before.equals(now)) {
                        String index = field.count() == 1 ? "" : "[" + i + "]";
                        return Optional.of(field.name() + index + ": " + before + ", now " + now);
                    }
                }
                offset += field.type().bytes();
            }
        }
        throw new IllegalStateException("the table of fields does not cover the output part of the tick layout");
    }

    private static String text(DirectBuffer buffer, int offset, TickField field) {
        return switch (field.type()) {
            case BOOL -> buffer.getByte(offset) != 0 ? "true" : "false";
            case UINT8 -> {
                int value = buffer.getByte(offset) & 0xff;
                yield value < field.names().size() ? field.names().get(value) : Integer.toString(value);
            }
            case INT32 -> Integer.toString(buffer.getInt(offset, ByteOrder.LITTLE_ENDIAN));
            case UINT32 -> Integer.toUnsignedString(buffer.getInt(offset, ByteOrder.LITTLE_ENDIAN));
            case INT64 -> Long.toString(buffer.getLong(offset, ByteOrder.LITTLE_ENDIAN));
            case FLOAT -> Integer.toHexString(buffer.getInt(offset, ByteOrder.LITTLE_ENDIAN));
        };
    }
}
