package org.footlift.hal.imu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames as the maker's manual has them, in every way in which a serial port may deliver them. */
class WitFramesTest {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();
    private static final String ONE_G = "51 0 0 2048 2500";
    private static final String ONE_G_FRAME = "55 51 00 00 00 00 00 08 C4 09 7B";

    /** Type and four words of each frame that is found. */
    private static List<String> found(byte[] bytes) {
        WitFrames frames = new WitFrames();
        List<String> found = new ArrayList<>();
        for (byte value : bytes) {
            int type = frames.take(value);
            if (type != WitFrames.NONE) {
                found.add(String.format("%02X %d %d %d %d", type, frames.word(0), frames.word(1), frames.word(2),
                        frames.word(3)));
            }
        }
        return found;
    }

    private static List<String> found(String hex) {
        return found(HEX.parseHex(hex));
    }

    private static final String[] VECTORS = {ONE_G_FRAME, "55 51 00 FC 00 02 00 07 C4 09 78",
            "55 52 00 00 00 F0 00 00 00 00 97", "55 52 00 40 00 00 00 00 00 00 E7", "55 53 1C 07 00 E0 00 40 27 0C 1E",
            "55 59 FF 7F 00 00 00 00 00 00 2C", "55 51 55 55 00 00 00 08 C4 09 25"};
    private static final List<String> MEANINGS = List.of(ONE_G, "51 -1024 512 1792 2500", "52 0 -4096 0 0",
            "52 16384 0 0 0", "53 1820 -8192 16384 3111", "59 32767 0 0 0", "51 21845 0 2048 2500");

    @Test
    void everyVectorOfTheManualIsFound() {
        for (int i = 0; i < VECTORS.length; i++) {
            assertEquals(List.of(MEANINGS.get(i)), found(VECTORS[i]));
        }
    }

    @Test
    void allOfThemAreFoundInOneStream() {
        assertEquals(MEANINGS, found(String.join(" ", VECTORS)));
    }

    @Test
    void noFrameIsFoundBeforeItsLastByteAndAllAfterIt() {
        for (String vector : VECTORS) {
            byte[] bytes = HEX.parseHex(vector);
            for (int cut = 1; cut < bytes.length; cut++) {
                assertEquals(List.of(), found(Arrays.copyOf(bytes, cut)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"55", "55 55", "51", "00 55 60 12", "55 51", "55 51 55 52 55 53", "FF AA 55 50 00 00 55"})
    void noiseBeforeAFrameDoesNotHideIt(String noise) {
        List<String> found = found(noise + " " + ONE_G_FRAME);
        assertEquals(ONE_G, found.getLast());
        assertEquals(1, found.size());
    }

    @Test
    void aWrongSumIsRejected() {
        assertEquals(List.of(), found("55 51 00 00 00 00 00 08 C4 09 7C"));
    }

    @Test
    void onlyTypesFrom50To5FAreFrames() {
        for (int type = 0; type < 0x100; type++) {
            byte[] bytes = HEX.parseHex("55 00 00 00 00 00 00 00 00 00 00");
            bytes[1] = (byte) type;
            bytes[10] = (byte) (0x55 + type);
            assertEquals(type >= 0x50 && type <= 0x5F ? 1 : 0, found(bytes).size(), "type " + type);
        }
    }

    @Test
    void aLostByteCostsItsOwnFrameOnly() {
        for (int lost = 0; lost < 11; lost++) {
            byte[] stream = HEX.parseHex(ONE_G_FRAME + " " + VECTORS[3] + " " + VECTORS[2]);
            byte[] shorter = new byte[stream.length - 1];
            System.arraycopy(stream, 0, shorter, 0, lost);
            System.arraycopy(stream, lost + 1, shorter, lost, stream.length - lost - 1);
            assertEquals(List.of(MEANINGS.get(3), MEANINGS.get(2)), found(shorter), "lost " + lost);
        }
    }

    @Test
    void skippedBytesAreSaidOfTheFrameAfterThem() {
        WitFrames frames = new WitFrames();
        byte[] bytes = HEX.parseHex("00 " + ONE_G_FRAME + " " + ONE_G_FRAME);
        List<Boolean> skipped = new ArrayList<>();
        for (byte value : bytes) {
            if (frames.take(value) != WitFrames.NONE) {
                skipped.add(frames.skipped());
            }
        }
        assertEquals(List.of(true, false), skipped);
    }
}
