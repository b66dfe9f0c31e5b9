package org.footlift.hal.stimulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The makers' own bytes, in every way in which a serial port may deliver them. */
class PacketFormatTest {
    private record Protocol(String file, PacketFormat format) {
        List<Vector> whole() {
            return Vector.all(file).stream().filter(v -> !v.name().contains("BAD")).toList();
        }
    }

    private static final Protocol SCIENCEMODE2 = new Protocol("sciencemode2.tsv", new ScienceMode2Format());
    private static final Protocol SCIENCEMODE4 = new Protocol("sciencemode4.tsv", new ScienceMode34Format());
    private static final List<Protocol> PROTOCOLS = List.of(SCIENCEMODE2,
            new Protocol("sciencemode3.tsv", new ScienceMode34Format()), SCIENCEMODE4);

    static List<Protocol> protocols() {
        return PROTOCOLS;
    }

    /** Frames found, each encoded again; damaged ones as their verdict. */
    private static final class Found implements PacketReader.Listener {
        private final PacketFormat format;
        private final PacketReader reader;
        private final List<String> frames = new ArrayList<>();

        Found(PacketFormat format) {
            this.format = format;
            reader = new PacketReader(format, this);
        }

        @Override
        public void packet(Packet packet) {
            byte[] frame = new byte[format.longestFrame()];
            frames.add(Vector.hex(frame, format.encode(packet, frame)));
        }

        @Override
        public void damaged(PacketFormat.Verdict verdict, Packet packet) {
            frames.add(verdict + " " + packet.number + " " + packet.command);
        }

        Found take(byte... bytes) {
            reader.take(bytes, bytes.length);
            return this;
        }
    }

    private static Stream<Arguments> vectors() {
        return PROTOCOLS.stream().flatMap(p -> p.whole().stream().map(v -> Arguments.of(p, v)));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorDecodesAndEncodesToTheSameBytes(Protocol protocol, Vector vector) {
        assertEquals(List.of(vector.hex()),
                new Found(protocol.format).take(vector.bytes()).frames);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsFoundHoweverItIsCut(Protocol protocol, Vector vector) {
        byte[] bytes = vector.bytes();
        for (int cut = 1; cut < bytes.length; cut++) {
            Found found = new Found(protocol.format).take(Arrays.copyOf(bytes, cut));
            assertEquals(List.of(), found.frames, "after " + cut + " bytes");
            found.take(Arrays.copyOfRange(bytes, cut, bytes.length));
            assertEquals(List.of(Vector.hex(bytes, bytes.length)), found.frames, "cut after " + cut);
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void everyVectorIsFoundAfterNoise(Protocol protocol, Vector vector) {
        byte[] noise = {0x0F, 0x55, (byte) 0x81, 0x00, (byte) 0xF0, 0x12, (byte) 0x81, (byte) 0xF0, 0x34};
        assertEquals(List.of(vector.hex()),
                new Found(protocol.format).take(noise).take(vector.bytes()).frames);
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void allVectorsAreFoundInOneStreamByteByByte(Protocol protocol) {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        List<String> expected = new ArrayList<>();
        for (Vector vector : protocol.whole()) {
            stream.writeBytes(vector.bytes());
            expected.add(vector.hex());
        }
        Found found = new Found(protocol.format);
        for (byte value : stream.toByteArray()) {
            found.take(value);
        }
        assertEquals(expected, found.frames);
    }

    @Test
    void theVectorsHoldHeadersWhoseEscapedBytesLookLikeDelimiters() {
        for (String escaped : List.of("81 0F", "81 F0", "81 81")) {
            for (Protocol protocol : List.of(SCIENCEMODE2, SCIENCEMODE4)) {
                assertTrue(protocol.whole().stream().map(Vector::hex)
                        .anyMatch(hex -> hex.indexOf(escaped) >= 0 && hex.indexOf(escaped) < 25),
                        protocol + " " + escaped);
            }
        }
    }

    @Test
    void aDamagedFrameSaysWhatItSeemedToBeSoThatItCanBeAnswered() {
        List<String> found = new ArrayList<>();
        for (Vector bad : Vector.all("sciencemode2.tsv").stream().filter(v -> v.name().contains("BAD")).toList()) {
            found.addAll(new Found(SCIENCEMODE2.format).take(bad.bytes()).frames);
        }
        assertEquals(List.of("WRONG_CHECKSUM 3 32", "WRONG_LENGTH 3 32"), found);
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void noChangedByteOfAPayloadPassesForWhole(Protocol protocol, Vector vector) {
        int header = protocol.equals(SCIENCEMODE2) ? 5 : 9;
        for (int at = header; at < vector.bytes().length - 1; at++) {
            byte[] changed = vector.bytes().clone();
            changed[at] ^= 0x20;
            assertTrue(new Found(protocol.format).take(changed).frames.stream().allMatch(f -> f.startsWith("WRONG")),
                    vector + " changed at " + at);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void afterALostByteTheNextFrameButOneIsFoundAtTheLatest(Protocol protocol) {
        Vector vector = protocol.whole().getFirst();
        for (int lost = 0; lost < vector.bytes().length; lost++) {
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int i = 0; i < vector.bytes().length; i++) {
                if (i != lost) {
                    stream.write(vector.bytes()[i]);
                }
            }
            stream.writeBytes(vector.bytes());
            stream.writeBytes(vector.bytes());
            assertEquals(vector.hex(),
                    new Found(protocol.format).take(stream.toByteArray()).frames.getLast(), "lost " + lost);
        }
    }

    @ParameterizedTest
    @MethodSource("protocols")
    void aFrameThatNeverEndsIsGivenUp(Protocol protocol) {
        Found found = new Found(protocol.format).take((byte) PacketFormat.START);
        for (int i = 0; i < 3 * protocol.format.longestFrame(); i++) {
            found.take((byte) 0x20);
        }
        byte[] bytes = protocol.whole().getFirst().bytes();
        assertEquals(List.of(Vector.hex(bytes, bytes.length)), found.take(bytes).frames);
    }
}
