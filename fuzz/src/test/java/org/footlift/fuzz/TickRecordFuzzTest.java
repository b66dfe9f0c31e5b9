package org.footlift.fuzz;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.TickDecoder;
import org.footlift.telemetry.channel.TickEncoder;
import org.footlift.telemetry.channel.TickRecord;

/** Any bytes are refused as a tick record, or are one that encodes to the same bytes from then on. */
class TickRecordFuzzTest {
    @FuzzTest
    void record(byte[] data) {
        byte[] once;
        try {
            once = again(data);
        } catch (IllegalArgumentException e) {
            return; // what the decoder promises for bytes that are no record
        }
        assertArrayEquals(once, again(once));
    }

    private static byte[] again(byte[] data) {
        TickInput in = new TickInput();
        TickOutput out = new TickOutput();
        TickDecoder.decode(new UnsafeBuffer(data), 0, data.length, in, out);
        byte[] bytes = new byte[TickRecord.MAX_LENGTH];
        return Arrays.copyOf(bytes, TickEncoder.encode(in, out, new UnsafeBuffer(bytes), 0));
    }
}
