package org.footlift.hal.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.footlift.hal.HardwareUnavailable;
import org.footlift.hal.SerialLink;
import org.footlift.hal.SerialLink.Line;
import org.footlift.hal.SerialLink.Parity;
import org.footlift.hal.linux.PseudoTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** jSerialComm at one end, a pseudo-terminal of our own at the other. Baud and parity mean nothing there and stay unproven. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class SerialPortsTest {
    private static final Line LINE = new Line(19_200, Parity.NONE, 1, false);

    @ParameterizedTest
    @CsvSource({"3000000, NONE, 2, true", "460800, EVEN, 1, false", "19200, NONE, 1, false"})
    void everyByteArrivesUnchangedBothWaysWithTheSettingsOfEveryDevice(int baud, Parity parity, int stopBits,
            boolean flowControl) throws Exception {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        try (PseudoTerminal terminal = new PseudoTerminal();
                SerialLink link = new SerialPorts().open(terminal.path(),
                        new Line(baud, parity, stopBits, flowControl))) {
            link.write(all, all.length);
            assertArrayEquals(all, collect(all.length, into -> terminal.read(into, 100)));
            terminal.write(all, all.length);
            assertArrayEquals(all, collect(all.length, link::read));
        }
    }

    @Test
    void nothingToReadIsNoEnd() throws Exception {
        try (PseudoTerminal terminal = new PseudoTerminal();
                SerialLink link = new SerialPorts().open(terminal.path(), LINE)) {
            assertEquals(0, link.read(new byte[8]));
            assertEquals(0, terminal.read(new byte[8], 1));
        }
    }

    @Test
    void theOtherEndVanishingIsALossForReaderAndWriter() throws Exception {
        PseudoTerminal terminal = new PseudoTerminal();
        try (SerialLink link = new SerialPorts().open(terminal.path(), LINE)) {
            terminal.close();
            String path = terminal.path();
            assertEquals("The serial port " + path + " has gone.",
                    assertThrows(SerialLink.Lost.class, () -> link.read(new byte[8])).getMessage());
            assertThrows(SerialLink.Lost.class, () -> link.write(new byte[1], 1));
        }
    }

    @Test
    void theNearEndKnowsWhetherSomebodyHasTheFarEndOpen() throws Exception {
        try (PseudoTerminal terminal = new PseudoTerminal()) {
            assertEquals(-1, terminal.read(new byte[8], 1));
            try (SerialLink _ = new SerialPorts().open(terminal.path(), LINE)) {
                assertEquals(0, terminal.read(new byte[8], 1));
            }
            assertEquals(-1, terminal.read(new byte[8], 1));
        }
    }

    @Test
    void refusesAPortThatIsNotThereOrIsNone(@TempDir Path folder) throws IOException {
        assertTrue(refusal(folder.resolve("ttyACM0")).startsWith("There is no serial port " + folder));
        Path file = Files.writeString(folder.resolve("file"), "");
        assertTrue(refusal(file).contains(file.toString()), () -> refusal(file));
    }

    private static String refusal(Path path) {
        return String.valueOf(
                assertThrows(HardwareUnavailable.class, () -> new SerialPorts().open(path.toString(), LINE))
                        .getMessage());
    }

    private interface Source {
        int read(byte[] into) throws Exception;
    }

    private static byte[] collect(int wanted, Source source) throws Exception {
        byte[] all = new byte[wanted];
        byte[] some = new byte[wanted];
        int have = 0;
        while (have < wanted) {
            int count = source.read(some);
            System.arraycopy(some, 0, all, have, count);
            have += count;
        }
        return Arrays.copyOf(all, have);
    }
}
