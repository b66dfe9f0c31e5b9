package org.footlift.telemetry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The writer's bytes against the examples of the specification, "WPILib Data Log File Format Specification, Version 1.0"
 * ({@code datalog/doc/datalog.adoc} in wpilibsuite/allwpilib), and against bytes worked by hand from its rules.
 */
class WpilogWriterTest {
    private static final long ONE_SECOND_US = 1_000_000;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private WpilogWriter log;

    @BeforeEach
    void begin() throws IOException {
        log = new WpilogWriter(file, "");
    }

    private String written() {
        String hex = HexFormat.of().formatHex(file.toByteArray());
        file.reset();
        return hex;
    }

    private static String hex(String spaced) {
        return spaced.replace(" ", "");
    }

    @Test
    void theHeaderIsTheOneOfTheSpecification() {
        // Section "Header": the entire header for a version 1.0 file with no extra header string.
        assertEquals(hex("57 50 49 4c 4f 47 00 01 00 00 00 00"), written());
    }

    @Test
    void theExtraHeaderFollowsWithItsLength() throws IOException {
        written();
        new WpilogWriter(file, "é!");
        // Section "Header": 4-byte length, then UTF-8.
        assertEquals(hex("57 50 49 4c 4f 47 00 01 03 00 00 00 c3 a9 21"), written());
    }

    @Test
    void anIntegerRecordIsTheOneOfTheSpecification() throws IOException {
        written();
        log.appendInt64(1, ONE_SECOND_US, 3);
        // Section "Records": integer entry (ID=1), value 3, at 1 second: 14 bytes.
        assertEquals(hex("20 01 08 40 42 0f 03 00 00 00 00 00 00 00"), written());
    }

    @Test
    void aStartRecordIsTheOneOfTheSpecification() throws IOException {
        written();
        assertEquals(1, log.start("test", "int64", "", ONE_SECOND_US));
        // Section "Start", 32 bytes. The specification prints the type as 69 6e 74 66 64, which is "intfd": a misprint of
        // "int64", whose ASCII is 69 6e 74 36 34.
        assertEquals(hex("20 00 1a 40 42 0f 00 01 00 00 00 04 00 00 00 74 65 73 74"
                + "05 00 00 00 69 6e 74 36 34 00 00 00 00"), written());
    }

    @Test
    void aFinishRecordIsTheOneOfTheSpecification() throws IOException {
        written();
        log.finish(1, ONE_SECOND_US);
        // Section "Finish", 11 bytes.
        assertEquals(hex("20 00 05 40 42 0f 01 01 00 00 00"), written());
    }

    @Test
    void aSetMetadataRecordIsTheOneOfTheSpecification() throws IOException {
        written();
        log.setMetadata(1, "{\"source\":\"NT\"}", ONE_SECOND_US);
        // Section "Set Metadata", 30 bytes.
        assertEquals(hex("20 00 18 40 42 0f 02 01 00 00 00 0f 00 00 00 7b 22 73 6f 75 72 63 65 22 3a 22 4e 54 22 7d"),
                written());
    }

    @Test
    void everyNumberTakesTheFewestBytes() throws IOException {
        written();
        // Section "Records": lengths minus one in two, two and three bits from the least significant on.
        log.appendString(0xff, 0, "a");
        assertEquals(hex("00 ff 01 00 61"), written());
        log.appendString(0x100, 0xff, "a");
        assertEquals(hex("01 00 01 01 ff 61"), written());
        log.appendString(0x10000, 0x100, "");
        assertEquals(hex("12 00 00 01 00 00 01"), written());
        log.appendString(0x1000000, 0x0102030405060708L, "");
        assertEquals(hex("73 00 00 00 01 00 08 07 06 05 04 03 02 01"), written());
        log.appendString(1, -1, "");
        assertEquals(hex("70 01 00 ff ff ff ff ff ff ff ff"), written());
    }

    @Test
    void aLongPayloadTakesMoreSizeBytes() throws IOException {
        written();
        log.append(2, 0, new UnsafeBuffer(new byte[300]), 44, 256);
        assertEquals(hex("04 02 00 01 00") + "00".repeat(256), written());
        log.append(2, 0, new UnsafeBuffer(new byte[70_000]), 0, 65_536);
        assertEquals(hex("08 02 00 00 01 00") + "00".repeat(65_536), written());
    }

    @Test
    void doublesAndStringArraysAreWrittenAsTheTableOfTypesSays() throws IOException {
        written();
        log.appendDouble(1, 0, 1.5);
        // Section "Data Types": double, 8-byte IEEE-754. 1.5 is 3ff8000000000000.
        assertEquals(hex("00 01 08 00 00 00 00 00 00 00 f8 3f"), written());
        log.appendStrings(1, 0, List.of("ab", ""));
        // Section "Data Types": string[], 4-byte array length, then per string 4-byte length and UTF-8.
        assertEquals(hex("00 01 0e 00 02 00 00 00 02 00 00 00 61 62 00 00 00 00"), written());
    }
}
