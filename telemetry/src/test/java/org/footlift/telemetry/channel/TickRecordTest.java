package org.footlift.telemetry.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.hal.SensorFrame;
import org.footlift.telemetry.Allocation;
import org.footlift.telemetry.BurstStart;
import org.footlift.telemetry.DetectorSource;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickFixture;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

class TickRecordTest {
    private final byte[] bytes = new byte[TickRecord.MAX_LENGTH + 8];
    private final UnsafeBuffer buffer = new UnsafeBuffer(bytes);
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private final TickInput inAgain = new TickInput();
    private final TickOutput outAgain = new TickOutput();

    @Test
    void everyFieldOfManyTicksComesBackBitForBit() {
        TickFixture fixture = new TickFixture(1);
        for (int i = 0; i < 5000; i++) {
            fixture.next(in, out);
            int length = TickEncoder.encode(in, out, buffer, 8);
            TickDecoder.decode(buffer, 8, length, inAgain, outAgain);
            assertEquals(TickFixture.content(in, out), TickFixture.content(inAgain, outAgain));
        }
    }

    @Test
    void aNanKeepsItsPayload() {
        ImuSample sample = in.sensors.addImu();
        sample.gyroYDps = Float.intBitsToFloat(0x7f80_1234);
        int length = TickEncoder.encode(in, out, buffer, 0);
        TickDecoder.decode(buffer, 0, length, inAgain, outAgain);
        assertEquals(0x7f80_1234, Float.floatToRawIntBits(inAgain.sensors.imu(0).gyroYDps));
    }

    @Test
    void aFullFrameFits() {
        while (in.sensors.hasRoomForImu()) {
            in.sensors.addImu().timeNs = in.sensors.imuCount();
        }
        while (in.sensors.hasRoomForHeel()) {
            in.sensors.addHeel().timeNs = -in.sensors.heelCount();
        }
        int length = TickEncoder.encode(in, out, buffer, 0);
        assertEquals(TickRecord.MAX_LENGTH, length);
        TickDecoder.decode(buffer, 0, length, inAgain, outAgain);
        assertEquals(SensorFrame.IMU_CAPACITY, inAgain.sensors.imu(SensorFrame.IMU_CAPACITY - 1).timeNs);
        assertEquals(-SensorFrame.HEEL_CAPACITY, inAgain.sensors.heel(SensorFrame.HEEL_CAPACITY - 1).timeNs);
    }

    @Test
    void bytesLieWhereTheDrawingSays() {
        in.tick = 0x0102030405060708L;
        in.panel.test = true;
        in.stimulator.batteryPct = 0x57;
        ImuSample imu = in.sensors.addImu();
        imu.timeNs = 0x1122334455667788L;
        imu.accZMps2 = 1.0f;
        imu.site = ImuSite.SHANK;
        HeelSample heel = in.sensors.addHeel();
        heel.loaded = true;
        out.pulses[1].recoveryWidthUs = 0x0a0b0c0d;
        out.mode = Mode.LATCHED;
        out.phase = GaitPhase.SWING;
        out.source = DetectorSource.SHANK_IMU;
        out.burstStart = BurstStart.LEAD;
        out.rhythmPct = 0x0e0f1011;
        out.burst = true;
        assertEquals(248, TickEncoder.encode(in, out, buffer, 0));
        HexFormat hex = HexFormat.of();
        assertEquals("02000000" + "01000000" + "0807060504030201", hex.formatHex(bytes, 0, 16));
        assertEquals("57000000" + "ffffffff", hex.formatHex(bytes, 48, 56), "battery, output voltage not known");
        assertEquals("01", hex.formatHex(bytes, 63, 64), "test button");
        assertEquals("0d0c0b0a", hex.formatHex(bytes, 140, 144), "recovery width of the second channel");
        assertEquals("11100f0e", hex.formatHex(bytes, 176, 180), "confidence of the rhythm");
        assertEquals("05030304" + "000001" + "0000000000", hex.formatHex(bytes, 180, 192));
        assertEquals("8877665544332211", hex.formatHex(bytes, 192, 200), "time of the IMU sample");
        assertEquals("0000803f" + "0100" + "000000000000", hex.formatHex(bytes, 220, 232), "acc z, site, valid, zero");
        assertEquals("0001" + "000000000000", hex.formatHex(bytes, 240, 248), "heel valid, loaded, zero");
    }

    @Test
    void theTableOfFieldsCoversTheLayoutWithoutAHole() {
        assertEquals(TickRecord.HEADER_LENGTH, TickField.TICK.stream().mapToInt(TickField::bytes).sum());
        assertEquals(TickRecord.IMU_LENGTH, TickField.IMU.stream().mapToInt(TickField::bytes).sum());
        assertEquals(TickRecord.HEEL_LENGTH, TickField.HEEL.stream().mapToInt(TickField::bytes).sum());
        assertEquals(TickRecord.OUTPUT_OFFSET, offset("eventTimeNs"));
        assertEquals(TickRecord.SKIPPED_PERIODS, offset("skippedPeriods"));
        assertEquals(TickRecord.PULSE_AMPLITUDE_UA, offset("pulseAmplitudeUa"));
        assertEquals(TickRecord.FAULTS, offset("faults"));
        assertEquals(TickRecord.SOURCE, offset("source"));
    }

    private static int offset(String name) {
        int offset = 0;
        for (TickField field : TickField.TICK) {
            if (field.name().equals(name)) {
                return offset;
            }
            offset += field.bytes();
        }
        throw new AssertionError(name);
    }

    @Test
    void theSchemaIsWrittenInTheSyntaxOfWpilibStructs() {
        assertEquals("int64 timeNs;bool valid;bool loaded;", TickField.schema(TickField.HEEL));
        assertTrue(TickField.schema(TickField.IMU).endsWith("enum {FOOT=0, SHANK=1} uint8 site;bool valid;"));
        assertTrue(TickField.schema(TickField.TICK).contains(";int64 eventTimeNs[4];int64 pulseExpiresNs[2];"));
    }

    @Test
    void neitherEncodingNorDecodingAllocates() {
        new TickFixture(3).next(in, out);
        in.sensors.addImu();
        in.sensors.addHeel();
        int rounds = 100_000;
        long allocated = Allocation.of(rounds, () -> {
            int length = TickEncoder.encode(in, out, buffer, 0);
            TickDecoder.decode(buffer, 0, length, inAgain, outAgain);
        });
        assertTrue(allocated < rounds, () -> allocated + " bytes in " + rounds + " rounds");
    }

    @Test
    void refusesARecordOfAnotherLayout() {
        int length = TickEncoder.encode(in, out, buffer, 0);
        buffer.putInt(0, 1, ByteOrder.LITTLE_ENDIAN);
        refuses("a tick record of layout 1; this program reads layout 2", length);
    }

    @Test
    void refusesMoreSamplesThanFit() {
        int length = TickEncoder.encode(in, out, buffer, 0);
        buffer.putInt(4, -1, ByteOrder.LITTLE_ENDIAN);
        refuses("a tick record with 4294967295 IMU samples; there is room for 64", length);
    }

    @Test
    void refusesALengthThatDoesNotAgreeWithItsSamples() {
        in.sensors.addImu();
        int length = TickEncoder.encode(in, out, buffer, 0);
        refuses("a tick record of 216 bytes does not hold its 1 IMU and 0 heel samples", length - 16);
        refuses("a tick record of 10 bytes is shorter than its header", 10);
    }

    @Test
    void refusesAnUnknownModePhaseSourceAndBurstStart() {
        int length = TickEncoder.encode(in, out, buffer, 0);
        for (List<String> wrong : List.of(List.of("180", "mode"), List.of("181", "phase"),
                List.of("182", "source"), List.of("183", "burst start"))) {
            int at = Integer.parseInt(wrong.get(0));
            byte before = bytes[at];
            bytes[at] = (byte) 200;
            refuses("a tick record with the unknown " + wrong.get(1) + " 200", length);
            bytes[at] = before;
        }
    }

    private void refuses(String message, int length) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class,
                () -> TickDecoder.decode(buffer, 0, length, inAgain, outAgain));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void worksInMemoryOutsideTheHeapToo() {
        UnsafeBuffer direct = new UnsafeBuffer(ByteBuffer.allocateDirect(TickRecord.MAX_LENGTH));
        new TickFixture(4).next(in, out);
        int length = TickEncoder.encode(in, out, direct, 0);
        TickDecoder.decode(direct, 0, length, inAgain, outAgain);
        assertEquals(TickFixture.content(in, out), TickFixture.content(inAgain, outAgain));
    }
}
