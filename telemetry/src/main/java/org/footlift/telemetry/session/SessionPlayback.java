package org.footlift.telemetry.session;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.footlift.hal.SensorFrame;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickDecoder;
import org.footlift.telemetry.channel.TickHandler;
import org.footlift.telemetry.session.Integrity.Damage;

/** The second pass over a session file: puts samples and ticks together again, leaving out what the first pass found damaged. */
final class SessionPlayback {
    private final SessionScan scan;
    private final TickHandler handler;
    private final Deque<Damage> ahead;
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private long revision;

    SessionPlayback(SessionScan scan, TickHandler handler) {
        this.scan = scan;
        this.handler = handler;
        ahead = new ArrayDeque<>(scan.damage);
    }

    void record(WpilogReader reader) throws IOException {
        while (!ahead.isEmpty() && reader.recordAt() >= ahead.getFirst().toByte()) {
            leaveOut(ahead.removeFirst());
        }
        if (!ahead.isEmpty() && ahead.getFirst().holds(reader.recordAt())) {
            return;
        }
        take(scan.entries.getOrDefault(reader.entry(), ""), reader);
    }

    /** Reports damage that reaches the end. */
    void end() {
        while (!ahead.isEmpty()) {
            leaveOut(ahead.removeFirst());
        }
    }

    private void leaveOut(Damage damage) {
        in.sensors.clear();
        handler.onGap(new TickHandler.Gap(0, damage.toString()));
    }

    private void take(String name, WpilogReader reader) throws IOException {
        SensorFrame sensors = in.sensors;
        switch (name) {
            case SessionEntry.TICK -> tick(reader);
            case SessionEntry.HEEL -> {
                requireRoom(reader, sensors.hasRoomForHeel());
                TickDecoder.decodeHeel(reader.payload(), 0, sensors.addHeel());
            }
            case SessionEntry.SETTINGS_REVISION -> revision = reader.int64();
            case SessionEntry.SETTINGS -> handler.onSettings(new SettingsInForce(revision, reader.string()));
            case SessionEntry.GAP -> handler.onGap(gap(reader.string()));
            default -> {
                if (name.startsWith(SessionEntry.IMU_PREFIX)) {
                    requireRoom(reader, sensors.hasRoomForImu());
                    decode(reader, () -> TickDecoder.decodeImu(reader.payload(), 0, sensors.addImu()));
                }
            }
        }
    }

    private void tick(WpilogReader reader) throws IOException {
        decode(reader, () -> {
            TickDecoder.decodeHeader(reader.payload(), 0, in, out);
            int imuCount = TickDecoder.imuCount(reader.payload(), 0);
            int heelCount = TickDecoder.heelCount(reader.payload(), 0);
            if (imuCount != in.sensors.imuCount() || heelCount != in.sensors.heelCount()) {
                throw new IllegalArgumentException("a tick with " + imuCount + " IMU and " + heelCount
                        + " heel samples, but " + in.sensors.imuCount() + " and " + in.sensors.heelCount()
                        + " of them came before it");
            }
        });
        handler.onTick(in, out);
        in.sensors.clear();
    }

    private static void requireRoom(WpilogReader reader, boolean room) throws WpilogFormatException {
        if (!room) {
            throw new WpilogFormatException(reader.recordAt(), "more samples than fit one tick");
        }
    }

    /** What a decoder refuses is an error of the file; what the handler throws is its own. */
    private static void decode(WpilogReader reader, Runnable decoder) throws WpilogFormatException {
        try {
            decoder.run();
        } catch (IllegalArgumentException e) {
            throw new WpilogFormatException(reader.recordAt(), "a malformed record: " + e.getMessage());
        }
    }

    private static TickHandler.Gap gap(String text) {
        int end = text.indexOf(' ');
        int why = text.indexOf(": ");
        if (end < 0 || why < 0) {
            return new TickHandler.Gap(0, text);
        }
        try {
            return new TickHandler.Gap(Long.parseLong(text.substring(0, end)), text.substring(why + 2));
        } catch (NumberFormatException e) {
            return new TickHandler.Gap(0, text);
        }
    }
}
