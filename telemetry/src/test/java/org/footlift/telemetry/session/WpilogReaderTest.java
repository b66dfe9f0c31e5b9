package org.footlift.telemetry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class WpilogReaderTest {
    private static final String HEADER = "57 50 49 4c 4f 47 00 01 00 00 00 00 ";
    private static final String INTEGER = "20 01 08 40 42 0f 03 00 00 00 00 00 00 00 ";

    private static WpilogReader reader(String spacedHex) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(spacedHex.replace(" ", ""));
        return new WpilogReader(new ByteArrayInputStream(bytes), bytes.length);
    }

    @Test
    void readsTheExamplesOfTheSpecification() throws IOException {
        WpilogReader reader = reader(HEADER
                + "20 00 1a 40 42 0f 00 01 00 00 00 04 00 00 00 74 65 73 74 05 00 00 00 69 6e 74 36 34 00 00 00 00 "
                + "20 00 18 40 42 0f 02 01 00 00 00 0f 00 00 00 7b 22 73 6f 75 72 63 65 22 3a 22 4e 54 22 7d "
                + INTEGER + "20 00 05 40 42 0f 01 01 00 00 00");
        assertEquals(0x0100, reader.version());
        assertEquals("", reader.extraHeader());
        assertTrue(reader.next());
        assertEquals(new WpilogControl.Start(1, "test", "int64", ""), reader.control());
        assertTrue(reader.next());
        assertEquals(new WpilogControl.SetMetadata(1, "{\"source\":\"NT\"}"), reader.control());
        assertTrue(reader.next());
        assertEquals(1, reader.entry());
        assertEquals(1_000_000, reader.timestampUs());
        assertEquals(3, reader.int64());
        assertEquals(74, reader.recordAt());
        assertTrue(reader.next());
        assertEquals(new WpilogControl.Finish(1), reader.control());
        assertFalse(reader.next());
        assertEquals(-1, reader.cutAt());
    }

    @Test
    void aCutFileReadsToItsLastWholeRecord() throws IOException {
        String whole = (HEADER + INTEGER + INTEGER).replace(" ", "");
        for (int bytes = 27; bytes < 40; bytes++) {
            WpilogReader reader = reader(whole.substring(0, bytes * 2));
            assertTrue(reader.next());
            assertFalse(reader.next());
            assertEquals(26, reader.cutAt());
            assertFalse(reader.next(), "and stays at its end");
        }
    }

    @Test
    void aFileCutInItsHeaderHasNoRecords() throws IOException {
        String whole = "57 50 49 4c 4f 47 00 01 02 00 00 00 61 62".replace(" ", "");
        for (int bytes = 0; bytes < 14; bytes++) {
            WpilogReader reader = reader(whole.substring(0, bytes * 2));
            assertFalse(reader.next());
            assertEquals(0, reader.cutAt());
        }
    }

    @Test
    void acceptsLongerNumbersThanNeeded() throws IOException {
        WpilogReader reader = reader(HEADER + "7f 01 00 00 00 01 00 00 00 05 00 00 00 00 00 00 00 61");
        assertTrue(reader.next());
        assertEquals(1, reader.entry());
        assertEquals(5, reader.timestampUs());
        assertEquals("a", reader.string());
    }

    @Test
    void readsANegativeTimestamp() throws IOException {
        WpilogReader reader = reader(HEADER + "70 01 00 fe ff ff ff ff ff ff ff");
        assertTrue(reader.next());
        assertEquals(-2, reader.timestampUs());
    }

    @Test
    void refusesWhatIsNoWpilog() {
        refuses(0, "byte 0: not a WPILOG file: it does not begin with WPILOG", "50 4b 03 04");
        refuses(6, "byte 6: WPILOG version 2.0; this program reads version 1", "57 50 49 4c 4f 47 00 02 00 00 00 00");
    }

    @Test
    void aCorruptLengthIsAnErrorWithItsByteAndNotAnAllocation() {
        refuses(26, "byte 26: a record of 4294967295 bytes; this program reads up to 67108864",
                HEADER + INTEGER + "0c 01 ff ff ff ff 00");
        refuses(8, "byte 8: an extra header of 4294967295 bytes; this program reads up to 67108864",
                "57 50 49 4c 4f 47 00 01 ff ff ff ff");
    }

    @Test
    void theSpareBitIsAnError() {
        refuses(12, "byte 12: the spare bit of a record's header is set", HEADER + "a0 01 08 40 42 0f 03");
    }

    @Test
    void aControlRecordWhoseStringIsLongerThanItselfIsAnError() {
        refuses(12, "byte 12: a control record of 10 bytes is too short for what it holds",
                HEADER + "00 00 0a 00 00 01 00 00 00 ff ff ff ff 61");
        refuses(12, "byte 12: a control record of 2 bytes is too short for what it holds",
                HEADER + "00 00 02 00 01 01");
        refuses(12, "byte 12: a control record of 6 bytes holds only 5", HEADER + "00 00 06 00 01 01 00 00 00 00");
        refuses(12, "byte 12: a control record of the unknown type 9", HEADER + "00 00 05 00 09 01 00 00 00");
    }

    private static void refuses(long atByte, String message, String hex) {
        WpilogFormatException refusal = assertThrows(WpilogFormatException.class, () -> {
            WpilogReader reader = reader(hex);
            while (reader.next()) {
                if (reader.entry() == 0) {
                    reader.control();
                }
            }
        });
        assertEquals(message, refusal.explanation());
        assertEquals(atByte, refusal.atByte());
    }
}
