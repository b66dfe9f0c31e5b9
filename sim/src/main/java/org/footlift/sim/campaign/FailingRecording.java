package org.footlift.sim.campaign;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.footlift.config.Settings;
import org.footlift.config.SettingsWriter;
import org.footlift.sim.wearer.Dice;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.session.SessionInfo;
import org.footlift.telemetry.session.SessionWriter;
import org.jspecify.annotations.Nullable;

/** The real session writer on a disk that takes so many bytes and then fails, at once or in the middle of a write. */
final class FailingRecording {
    private @Nullable SessionWriter writer;

    FailingRecording(Settings settings, Dice dice) {
        int room = dice.oneOf(0, 50_000);
        OutputStream disk = new OutputStream() {
            private int left = room;

            @Override
            public void write(int b) throws IOException {
                if (left-- <= 0) {
                    throw new IOException("No space left on device");
                }
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                left -= length; // what fitted before the failure is written, as a disk would
                if (left < 0) {
                    throw new IOException("Input/output error");
                }
            }
        };
        try {
            writer = new SessionWriter(disk, new SessionInfo("campaign", Instant.EPOCH, settings.loop().rateHz(),
                    List.of("dorsiflexion", "eversion"), new SettingsInForce(0, SettingsWriter.write(settings))));
        } catch (IOException e) {
            writer = null; // no recording: that is what is to be seen
        }
    }

    void write(TickInput in, TickOutput out) {
        SessionWriter open = writer;
        if (open == null) {
            return;
        }
        try {
            open.write(in, out);
        } catch (IOException e) {
            writer = null; // the recording is over, as the recorder would say
        }
    }
}
