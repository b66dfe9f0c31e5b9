package org.footlift.telemetry.session;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.footlift.telemetry.TickFixture;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.footlift.telemetry.channel.SettingsInForce;

/** A session of seeded pseudo-random ticks, as bytes, and what went into it. */
final class SessionFixture {
    static final SettingsInForce SETTINGS = new SettingsInForce(3, "[profile]\nname = \"test\"\n");
    static final SessionInfo INFO = new SessionInfo("footlift 0.1.0 (abc)", Instant.parse("2026-11-22T21:45:00Z"), 200,
            List.of("dorsiflexion", "eversion"), SETTINGS);

    final List<String> ticks = new ArrayList<>();
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    final SessionWriter writer;
    private final TickFixture fixture;
    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();

    SessionFixture(long seed) throws IOException {
        this(seed, INFO.build());
    }

    SessionFixture(long seed, String build) throws IOException {
        fixture = new TickFixture(seed);
        writer = new SessionWriter(bytes,
                new SessionInfo(build, INFO.startedAt(), INFO.tickRateHz(), INFO.channels(), INFO.settings()));
    }

    static SessionFixture of(long seed, int ticks) throws IOException {
        SessionFixture session = new SessionFixture(seed);
        session.write(ticks);
        session.writer.close();
        return session;
    }

    void write(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            fixture.next(in, out);
            ticks.add(TickFixture.content(in, out));
            writer.write(in, out);
        }
    }
}
