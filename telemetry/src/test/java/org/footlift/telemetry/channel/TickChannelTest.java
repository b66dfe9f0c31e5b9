package org.footlift.telemetry.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.footlift.telemetry.Allocation;
import org.footlift.telemetry.Collected;
import org.footlift.telemetry.TickFixture;
import org.footlift.telemetry.TickInput;
import org.footlift.telemetry.TickOutput;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TickChannelTest {
    private static final int SMALL = 1024 * 1024;

    private final TickInput in = new TickInput();
    private final TickOutput out = new TickOutput();
    private final TickFixture fixture = new TickFixture(5);
    private final List<String> published = new ArrayList<>();
    private final Collected got = new Collected();
    private Path folder;
    private TickPublisher publisher;

    @BeforeEach
    void open(@TempDir Path temp) throws IOException {
        folder = temp.resolve("channel");
        publisher = TickPublisher.open(folder, 200, SMALL);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    private void publish(int ticks) {
        for (int i = 0; i < ticks; i++) {
            fixture.next(in, out);
            published.add(TickFixture.content(in, out));
            publisher.publish(in, out);
        }
    }

    @Test
    void aReaderGetsEveryTickInOrder() throws IOException {
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            publish(1000);
            assertEquals(1000, reader.poll(got, 5000));
            publish(1);
            assertEquals(1, reader.poll(got, 5000));
            assertEquals(0, reader.poll(got, 5000));
        }
        assertEquals(published, got.ticks);
        assertTrue(got.gaps.isEmpty());
    }

    @Test
    void goesRoundTheBufferManyTimesWithoutLosingATick() throws IOException {
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            for (int round = 0; round < 30; round++) {
                publish(500);
                reader.poll(got, 5000);
            }
        }
        assertEquals(published, got.ticks);
        assertTrue(got.gaps.isEmpty());
    }

    @Test
    void aReaderThatWasOvertakenIsToldHowManyItLostAndGoesOn() throws IOException {
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            publish(10);
            reader.poll(got, 5000);
            publish(20_000);
            reader.poll(got, 50_000);
            publish(5);
            reader.poll(got, 50_000);
        }
        assertEquals(1, got.gaps.size());
        int lost = (int) got.gaps.getFirst().lostRecords();
        assertTrue(lost > 0, "something was lost");
        assertEquals(published.size() - lost, got.ticks.size(), "what was lost and what came make the whole");
        assertEquals(published.subList(0, 10), got.ticks.subList(0, 10));
        assertEquals(published.subList(10 + lost, published.size()), got.ticks.subList(10, got.ticks.size()));
        assertEquals('g', got.order.charAt(10));
    }

    @Test
    void aReaderThatIsOvertakenWhileItReadsNeverDeliversHalfOfOneTickAndHalfOfAnother() throws Exception {
        int ticks = 400_000;
        Consistency consistency = new Consistency();
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            Thread flood = new Thread(() -> {
                while (in.sensors.hasRoomForImu()) {
                    in.sensors.addImu();
                }
                for (int i = 0; i < ticks; i++) {
                    in.tick = i;
                    in.sensors.imu(63).timeNs = i;
                    out.strides = i;
                    publisher.publish(in, out);
                }
            });
            flood.start();
            while (flood.isAlive()) {
                reader.poll(consistency, 100);
            }
            flood.join();
            reader.poll(consistency, Integer.MAX_VALUE);
        }
        assertEquals(0, consistency.torn);
        assertEquals(ticks - 1, consistency.last);
        assertEquals(ticks, consistency.first + consistency.delivered + consistency.lost);
    }

    /** Counts ticks whose beginning and end do not belong together, or that are out of order. */
    private static final class Consistency implements TickHandler {
        private long first = -1;
        private long last = -1;
        private long delivered;
        private long lost;
        private int torn;

        @Override
        public void onTick(TickInput tickIn, TickOutput tickOut) {
            boolean whole = tickIn.tick == tickOut.strides && tickIn.tick == tickIn.sensors.imu(63).timeNs;
            if (!whole || tickIn.tick <= last) {
                torn++;
            }
            first = first < 0 ? tickIn.tick : first;
            last = tickIn.tick;
            delivered++;
        }

        @Override
        public void onSettings(SettingsInForce settings) {
            torn++;
        }

        @Override
        public void onGap(Gap gap) {
            lost += gap.lostRecords();
        }
    }

    @Test
    void settingsOfAnEarlierControllerAreNotInForceAnyMore() throws IOException {
        new SettingsInForce(5, "[loop]\n").write(folder);
        TickPublisher.open(folder, 200, SMALL).close();
        assertEquals(Optional.empty(), SettingsInForce.read(folder));
    }

    @Test
    void aReaderThatComesLateBeginsWithTheNewestTick() throws IOException {
        publish(100);
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            reader.poll(got, 5000);
            publish(2);
            reader.poll(got, 5000);
        }
        assertEquals(published.subList(99, 102), got.ticks);
        assertTrue(got.gaps.isEmpty(), "what was before it came is no gap");
    }

    @Test
    void settingsComeInOrderWithTheTicks() throws IOException {
        SettingsInForce changed = new SettingsInForce(7, "[profile]\nname = \"Žofie\"\n");
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            publish(2);
            publisher.publish(changed);
            publish(1);
            reader.poll(got, 5000);
        }
        assertEquals("ttst", got.order.toString());
        assertEquals(List.of(changed), got.settings);
    }

    @Test
    void aReaderThatComesLateLearnsTheSettingsFromTheFolder() throws IOException {
        assertEquals(Optional.empty(), SettingsInForce.read(folder));
        new SettingsInForce(1, "[loop]\n").write(folder);
        SettingsInForce second = new SettingsInForce(2, "[loop]\nrateHz = 200\n");
        second.write(folder);
        assertEquals(Optional.of(second), SettingsInForce.read(folder));
    }

    @Test
    void aSettingsFileWithoutARevisionIsRefusedByName() throws IOException {
        Files.writeString(folder.resolve("settings.toml"), "[loop]\n");
        IOException refusal = assertThrows(IOException.class, () -> SettingsInForce.read(folder));
        assertEquals(folder.resolve("settings.toml") + ": the first line is not \"# revision N\"",
                refusal.getMessage());
    }

    @Test
    void folderAndFilesArePrivateToTheirUser() throws IOException {
        new SettingsInForce(1, "").write(folder);
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)));
        for (String name : List.of("ticks", "settings.toml")) {
            assertEquals("rw-------",
                    PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
        }
    }

    @Test
    void publishingAllocatesNothing() {
        fixture.next(in, out);
        int rounds = 100_000;
        long allocated = Allocation.of(rounds, () -> publisher.publish(in, out));
        assertTrue(allocated < rounds, () -> allocated + " bytes in " + rounds + " rounds");
    }

    @Test
    void receivingATickAllocatesNothing() throws IOException {
        fixture.next(in, out);
        TickHandler ignoring = new TickHandler() {
            @Override
            public void onTick(TickInput tickIn, TickOutput tickOut) {}

            @Override
            public void onSettings(SettingsInForce settings) {}

            @Override
            public void onGap(Gap gap) {}
        };
        int rounds = 50_000;
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            long allocated = Allocation.of(rounds, () -> {
                publisher.publish(in, out);
                reader.poll(ignoring, 10);
            });
            assertTrue(allocated < rounds, () -> allocated + " bytes in " + rounds + " rounds");
        }
    }

    @Test
    void aReaderSeesThatAnotherControllerHasTakenOver() throws IOException {
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            assertFalse(reader.isReplaced());
            TickPublisher.open(folder, 100, SMALL).close();
            assertTrue(reader.isReplaced());
            assertEquals(0, reader.poll(got, 10), "the old channel stays readable");
        }
    }
}
