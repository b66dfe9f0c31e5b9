package org.footlift.telemetry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import org.footlift.hal.HeelSample;
import org.footlift.hal.ImuSample;
import org.footlift.hal.ImuSite;
import org.footlift.telemetry.Fault;
import org.footlift.telemetry.GaitEvent;
import org.footlift.telemetry.GaitPhase;
import org.footlift.telemetry.Mode;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.Test;

/** Sessions as a program sees them that knows the two specifications and nothing of Footlift. */
class SessionLayoutTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();

    private MinimalWpilog threeTicks() throws IOException {
        try (SessionWriter writer = new SessionWriter(bytes, SessionFixture.INFO)) {
            in.tick = 41;
            in.timeNs = 5_000_000_999L;
            ImuSample imu = in.sensors.addImu();
            imu.timeNs = 4_999_000_001L;
            imu.site = ImuSite.SHANK;
            imu.gyroYDps = -12.5f;
            HeelSample heel = in.sensors.addHeel();
            heel.timeNs = 4_998_000_000L;
            heel.loaded = true;
            out.mode = Mode.WALK;
            writer.write(in, out);

            in.sensors.clear();
            in.timeNs += 5_000_000;
            out.phase = GaitPhase.SWING;
            out.events = GaitEvent.HEEL_OFF.bit();
            out.eventTimeNs[0] = 4_999_000_001L;
            out.burst = true;
            out.pulses[0].amplitudeUa = 20_000;
            out.pulses[0].pulseWidthUs = 250;
            out.faults = Fault.SENSOR_STALE.bit() | Fault.WEARER_STOP.bit();
            writer.write(in, out);

            in.timeNs += 5_000_000;
            out.pulses[0].clear();
            out.burst = false;
            writer.write(in, out);
        }
        return new MinimalWpilog(bytes.toByteArray());
    }

    private static List<String> strings(MinimalWpilog log, String name) {
        return log.items.stream().filter(item -> item.name().equals(name))
                .map(item -> item.timestampUs() + " " + item.string()).toList();
    }

    @Test
    void structsDescribeThemselves() throws IOException {
        MinimalWpilog log = threeTicks();
        assertEquals("struct:FootliftTick", log.types.get("/footlift/tick"));
        assertEquals("structschema", log.types.get("/.schema/struct:FootliftTick"));
        List<MinimalWpilog.Item> ticks = log.items.stream().filter(item -> item.name().equals("/footlift/tick"))
                .toList();
        assertEquals(3, ticks.size());
        Map<String, Object> first = log.struct(ticks.get(0));
        assertEquals(41L, first.get("tick"));
        assertEquals(5_000_000_999L, first.get("timeNs"));
        assertEquals("WALK", first.get("mode"));
        assertEquals("DISCONNECTED", first.get("condition"));
        Map<String, Object> second = log.struct(ticks.get(1));
        assertEquals(20_000, second.get("pulseAmplitudeUa[0]"));
        assertEquals(0, second.get("pulseAmplitudeUa[1]"));
        assertEquals("SWING", second.get("phase"));
        assertEquals(true, second.get("burst"));
        assertEquals(4_999_000_001L, second.get("eventTimeNs[0]"));
    }

    @Test
    void samplesStandBeforeTheirTickAtTheirOwnTime() throws IOException {
        MinimalWpilog log = threeTicks();
        List<String> names = log.items.stream().map(MinimalWpilog.Item::name).toList();
        int imuAt = names.indexOf("/footlift/imu/shank");
        assertEquals(List.of("/footlift/imu/shank", "/footlift/heel", "/footlift/tick"),
                names.subList(imuAt, imuAt + 3));
        assertEquals(998_999, log.items.get(imuAt).timestampUs());
        assertEquals(-12.5f, log.struct(log.items.get(imuAt)).get("gyroYDps"));
        assertEquals("SHANK", log.struct(log.items.get(imuAt)).get("site"));
        assertEquals(true, log.struct(log.items.get(imuAt + 1)).get("loaded"));
        assertEquals(1_000_000, log.items.get(imuAt + 2).timestampUs());
    }

    @Test
    void timestampsAreNeverNegativeAndDoNotDependOnTheUptime() throws IOException {
        try (SessionWriter writer = new SessionWriter(bytes, SessionFixture.INFO)) {
            in.timeNs = -7_000_000_000_000L;
            in.sensors.addHeel().timeNs = in.timeNs - 2_000_000_000L;
            writer.write(in, out);
        }
        List<MinimalWpilog.Item> items = new MinimalWpilog(bytes.toByteArray()).items;
        assertEquals(List.of(0L), items.stream().filter(item -> item.name().equals("/footlift/heel"))
                .map(MinimalWpilog.Item::timestampUs).toList());
        assertEquals(List.of(1_000_000L), items.stream().filter(item -> item.name().equals("/footlift/tick"))
                .map(MinimalWpilog.Item::timestampUs).toList());
    }

    @Test
    void plainSignalsAreWrittenWhenTheyChange() throws IOException {
        MinimalWpilog log = threeTicks();
        assertEquals(List.of("1000000 WALK"), strings(log, "/footlift/mode"));
        assertEquals(List.of("1000000 UNKNOWN", "1005000 SWING"), strings(log, "/footlift/phase"));
        assertEquals(List.of("998999 heel_off", "998999 heel_off"), strings(log, "/footlift/event"));
        List<Long> amplitudes = log.items.stream()
                .filter(item -> item.name().equals("/footlift/amplitudeUa/dorsiflexion"))
                .map(MinimalWpilog.Item::int64).toList();
        assertEquals(List.of(0L, 20_000L, 0L), amplitudes);
        List<Integer> faults = log.items.stream().filter(item -> item.name().equals("/footlift/faults"))
                .map(item -> item.payload().getInt(0)).toList();
        assertEquals(List.of(0, 2), faults, "string arrays of no and of two faults");
    }

    @Test
    void theSessionTellsWhatItIs() throws IOException {
        MinimalWpilog log = threeTicks();
        assertEquals("Footlift session 1", log.extraHeader);
        assertEquals(List.of("1000000 footlift 0.1.0 (abc)"), strings(log, "/footlift/build"));
        assertEquals(List.of("1000000 2026-11-22T21:45:00Z"), strings(log, "/footlift/startedAt"));
        assertEquals(List.of("1000000 [profile]\nname = \"test\"\n"), strings(log, "/footlift/settings"));
        assertEquals(List.of("/footlift/tick"), log.finished);
    }

    @Test
    void everySecondHasAChecksumOverAllBytesSinceTheOneBefore() throws IOException {
        byte[] file = SessionFixture.of(21, 1000).bytes.toByteArray();
        List<MinimalWpilog.Item> checksums = new MinimalWpilog(file).items.stream()
                .filter(item -> item.name().equals("/footlift/checksum")).toList();
        assertEquals(6, checksums.size(), "the beginning, four whole seconds and the end");
        int from = 0;
        for (MinimalWpilog.Item item : checksums) {
            CRC32C crc = new CRC32C();
            crc.update(file, from, item.recordAt() - from);
            assertEquals(crc.getValue(), item.int64());
            from = item.recordAt();
        }
        assertEquals(file.length, checksums.getLast().payloadAt() + 8, "the last record is a checksum");
        assertTrue(checksums.get(2).timestampUs() - checksums.get(1).timestampUs() <= 1_000_000);
    }
}
