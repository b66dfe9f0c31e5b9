package org.footlift.telemetry.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.footlift.telemetry.Collected;
import org.footlift.telemetry.channel.SettingsInForce;
import org.footlift.telemetry.channel.TickHandler.Gap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionRoundTripTest {
    private Path file;

    @BeforeEach
    void place(@TempDir Path folder) {
        file = folder.resolve("session.wpilog");
    }

    private SessionReader open(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return SessionReader.open(file);
    }

    private static Collected read(SessionReader session) throws IOException {
        Collected got = new Collected();
        session.read(got);
        return got;
    }

    @Test
    void thousandsOfTicksComeBackExactly() throws IOException {
        SessionFixture recorded = SessionFixture.of(11, 6000);
        SessionReader session = open(recorded.bytes.toByteArray());
        assertEquals(Integrity.complete(), session.integrity());
        Collected got = read(session);
        assertEquals(recorded.ticks, got.ticks);
        assertTrue(got.gaps.isEmpty());
        assertEquals(Optional.of(SessionFixture.INFO), session.info());
        assertEquals(recorded.ticks, read(session).ticks, "a session can be read again");
    }

    @Test
    void changedSettingsAndGapsKeepTheirPlaceAmongTheTicks() throws IOException {
        SessionFixture recorded = new SessionFixture(12);
        recorded.write(2);
        SettingsInForce changed = new SettingsInForce(4, "[profile]\nname = \"other\"\n");
        recorded.writer.write(changed);
        recorded.write(1);
        Gap gap = new Gap(37, "the reader was too slow");
        recorded.writer.write(gap);
        recorded.write(3);
        recorded.writer.close();
        Collected got = read(open(recorded.bytes.toByteArray()));
        assertEquals("sttstgttt", got.order.toString());
        assertEquals(List.of(SessionFixture.SETTINGS, changed), got.settings);
        assertEquals(List.of(gap), got.gaps);
        assertEquals(recorded.ticks, got.ticks);
    }

    @Test
    void settingsThatChangeBeforeTheFirstTickAreTheOnesItBeginsWith() throws IOException {
        SessionFixture recorded = new SessionFixture(17);
        SettingsInForce changed = new SettingsInForce(4, "");
        recorded.writer.write(changed);
        recorded.writer.write(new Gap(2, "before the session"));
        recorded.write(1);
        recorded.writer.close();
        SessionReader session = open(recorded.bytes.toByteArray());
        assertEquals(changed, session.info().orElseThrow().settings());
        assertEquals("st", read(session).order.toString());
    }

    @Test
    void aSessionWithoutATickIsASession() throws IOException {
        SessionReader session = open(SessionFixture.of(13, 0).bytes.toByteArray());
        assertEquals(Integrity.complete(), session.integrity());
        assertEquals(Optional.of(SessionFixture.INFO), session.info());
        assertEquals("s", read(session).order.toString());
    }

    @Test
    void fourOverwrittenBytesAreDamageAndNeverAnUnnoticedLoss() throws IOException {
        byte[] whole = SessionFixture.of(15, 12).bytes.toByteArray();
        for (int at = whole.length / 4; at < whole.length * 3 / 4; at++) {
            for (byte pattern : new byte[]{0, 0x7f, (byte) 0xff}) {
                byte[] hit = whole.clone();
                Arrays.fill(hit, at, at + 4, pattern);
                if (Arrays.equals(hit, whole)) {
                    continue;
                }
                Integrity integrity = open(hit).integrity();
                assertEquals(Integrity.State.DAMAGED, integrity.state(),
                        integrity + " at " + at + " of " + whole.length + " with " + pattern);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0xffff, 50_000, 0x7fff})
    void aLengthThatReachesPastTheEndIsDamageInEveryRecord(int claimed) throws IOException {
        byte[] whole = withLongTexts().bytes.toByteArray();
        assertTrue(whole.length < 0x7fff);
        for (MinimalWpilog.Item item : new MinimalWpilog(whole).items) {
            byte[] hit = whole.clone();
            int sizeBytes = 1 + ((hit[item.recordAt()] >> 2) & 0b11);
            for (int i = 0; i < sizeBytes; i++) {
                hit[item.recordAt() + 2 + i] = (byte) (claimed >> (8 * i));
            }
            SessionReader session = open(hit);
            assertEquals(Integrity.State.DAMAGED, session.integrity().state(), item.name() + session.integrity());
        }
    }

    @Test
    void aDamagedLengthOfTheExtraHeaderIsDamage() throws IOException {
        byte[] hit = SessionFixture.of(15, 12).bytes.toByteArray();
        hit[10] = 1;
        Integrity integrity = open(hit).integrity();
        assertEquals(Integrity.State.DAMAGED, integrity.state(), integrity::explanation);
    }

    @Test
    void aCutWithinALongTextIsACut() throws IOException {
        byte[] whole = withLongTexts().bytes.toByteArray();
        Files.write(file, whole);
        List<MinimalWpilog.Item> texts = new MinimalWpilog(whole).items.stream()
                .filter(item -> item.payload().limit() > 1_280).toList();
        assertEquals(List.of("/footlift/build", "/footlift/settings", "/footlift/gap"),
                texts.stream().map(MinimalWpilog.Item::name).toList());
        for (MinimalWpilog.Item text : texts.reversed()) {
            for (int length = text.payloadAt() + text.payload().limit() - 1; length > text.recordAt(); length--) {
                truncate(length);
                Integrity integrity = SessionReader.open(file).integrity();
                assertEquals(Integrity.cut(text.recordAt()), integrity, "cut at " + length);
            }
        }
    }

    /** Less than a second, with texts of several kilobytes at its beginning and amid the ticks. */
    private static SessionFixture withLongTexts() throws IOException {
        SessionFixture recorded = new SessionFixture(18, "a build with a long name ".repeat(60));
        recorded.write(3);
        recorded.writer.write(new SettingsInForce(4, "[profile]\nname = \"\u00e4 \uD83D\uDC5F\"\n".repeat(200)));
        recorded.write(3);
        recorded.writer.write(new Gap(37, "the reader was too slow ".repeat(100)));
        recorded.write(6);
        recorded.writer.close();
        return recorded;
    }

    @Test
    void whereTheThreadOfRecordsIsLostTheVerdictSaysThatAllAfterItIs() throws IOException {
        byte[] bytes = SessionFixture.of(16, 1000).bytes.toByteArray();
        bytes[indexOfTick(bytes, 100)] ^= 1;
        List<MinimalWpilog.Item> ticks = new MinimalWpilog(bytes).items.stream()
                .filter(item -> item.name().equals("/footlift/tick")).toList();
        int lostAt = ticks.get(700).recordAt();
        bytes[lostAt] |= (byte) 0x80;
        SessionReader session = open(bytes);
        String verdict = session.integrity().explanation();
        assertTrue(verdict
                .matches("damaged from byte \\d+ to byte \\d+: the checksum does not agree, and in 1 other place; "
                        + "all from byte \\d+ on is lost"),
                verdict);
        Collected got = read(session);
        assertEquals("s" + "g".repeat(1) + "t".repeat(400) + "g", got.order.toString());
        String why = got.gaps.getLast().why();
        assertTrue(why.matches("damaged from byte \\d+ on, and all after it is lost: byte " + lostAt + ": .*"), why);
    }

    @Test
    void everyPrefixReadsToItsLastWholeTick() throws IOException {
        SessionFixture recorded = SessionFixture.of(14, 8);
        byte[] whole = recorded.bytes.toByteArray();
        int before = recorded.ticks.size();
        Files.write(file, whole);
        for (int length = whole.length - 1; length >= 0; length--) {
            truncate(length);
            SessionReader session = SessionReader.open(file);
            assertEquals(Integrity.State.CUT, session.integrity().state(), "cut at " + length);
            assertTrue(session.integrity().atByte() <= length);
            Collected got = read(session);
            assertEquals(recorded.ticks.subList(0, got.ticks.size()), got.ticks);
            assertTrue(got.gaps.isEmpty(), "a cut is not damage");
            assertTrue(got.ticks.size() == before || got.ticks.size() == before - 1, "one tick after the other goes");
            before = got.ticks.size();
        }
        assertEquals(0, before);
    }

    private void truncate(int length) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(length);
        }
    }

    private void poke(int at, int value) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[]{(byte) value}), at);
        }
    }

    @Test
    void aFlippedByteIsFoundWhereverItIsAndNoFalseTickIsDelivered() throws IOException {
        SessionFixture recorded = SessionFixture.of(15, 5);
        byte[] whole = recorded.bytes.toByteArray();
        Files.write(file, whole);
        for (int at = 0; at < whole.length; at++) {
            for (int bit : new int[]{1, 0x80, 0xff}) {
                poke(at, whole[at] ^ bit);
                try {
                    SessionReader session = SessionReader.open(file);
                    assertNotEquals(Integrity.State.COMPLETE, session.integrity().state(), "byte " + at);
                    List<String> got = read(session).ticks;
                    assertTrue(Collections.indexOfSubList(recorded.ticks, got) >= 0, "false tick, byte " + at);
                } catch (IOException refusal) {
                    assertTrue(at < 30, () -> "only the heading makes it no session at all: " + refusal);
                }
            }
            poke(at, whole[at]);
        }
    }

    @Test
    void aDamagedSecondIsLeftOutAndTheRestIsRead() throws IOException {
        SessionFixture recorded = SessionFixture.of(16, 1000);
        byte[] bytes = recorded.bytes.toByteArray();
        int at = indexOfTick(bytes, 500);
        bytes[at] ^= 0x10;
        SessionReader session = open(bytes);
        assertEquals(Integrity.State.DAMAGED, session.integrity().state());
        Collected got = read(session);
        assertEquals("s" + "t".repeat(400) + "g" + "t".repeat(400), got.order.toString());
        assertEquals(recorded.ticks.subList(0, 400), got.ticks.subList(0, 400));
        assertEquals(recorded.ticks.subList(600, 1000), got.ticks.subList(400, 800));
        assertTrue(session.integrity().atByte() < at);
        assertEquals(session.integrity().explanation(), got.gaps.getFirst().why());
    }

    /** A byte inside the record of the tick with this number: every tick's number is in its struct. */
    private static int indexOfTick(byte[] bytes, int tick) throws IOException {
        MinimalWpilog log = new MinimalWpilog(bytes);
        int seen = 0;
        for (MinimalWpilog.Item item : log.items) {
            if (item.name().equals("/footlift/tick") && seen++ == tick) {
                return item.payloadAt() + 30;
            }
        }
        throw new AssertionError("no tick " + tick);
    }

    @Test
    void anotherWpilogIsRefusedByName() throws IOException {
        Files.write(file, new byte[]{'W', 'P', 'I', 'L', 'O', 'G', 0, 1, 0, 0, 0, 0});
        IOException refusal = assertThrows(IOException.class, () -> SessionReader.open(file));
        assertEquals(file + " is not a Footlift session: its heading is not \"Footlift session 1\"",
                refusal.getMessage());
    }

    @Test
    void aSessionFileIsPrivateAndNeverOverwritten() throws IOException {
        SessionWriter.create(file, SessionFixture.INFO).close();
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertThrows(FileAlreadyExistsException.class, () -> SessionWriter.create(file, SessionFixture.INFO));
    }
}
