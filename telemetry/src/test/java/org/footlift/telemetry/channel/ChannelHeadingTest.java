package org.footlift.telemetry.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelHeadingTest {
    private static final int SMALL = 1024 * 1024;

    private Path temp;
    private Path folder;

    @BeforeEach
    void make(@TempDir Path temp) throws IOException {
        this.temp = temp;
        folder = temp.resolve("channel");
        TickPublisher.open(folder, 200, SMALL).close();
    }

    @Test
    void theHeadingTellsWhoPublishesAndHowFast() throws IOException {
        try (TickChannelReader reader = TickChannelReader.open(folder)) {
            assertEquals(ProcessHandle.current().pid(), reader.heading().processId());
            assertEquals(200, reader.heading().tickRateHz());
            assertEquals(SMALL, reader.heading().capacity());
        }
    }

    @Test
    void refusesAChannelOfAnotherTickLayoutAndSaysWhatToDo() throws IOException {
        poke(12, 1);
        refuses(" has tick layout version 1, this program reads version 2. Run controller and reader from the same"
                + " build of Footlift.");
    }

    @Test
    void refusesAFileThatIsNoChannel() throws IOException {
        poke(0, 0);
        refuses(" is not a Footlift channel");
        Files.write(folder.resolve("ticks"), new byte[5]);
        refuses(" is not a Footlift channel");
    }

    @Test
    void refusesAHeadingThatDoesNotAgreeWithTheSizeOfTheFile() throws IOException {
        poke(28, SMALL * 2);
        refuses(" is damaged: its size does not agree with its heading");
    }

    @Test
    void saysThatNoControllerRuns() {
        Path nowhere = temp.resolve("nowhere");
        IOException refusal = assertThrows(IOException.class, () -> TickChannelReader.open(nowhere));
        assertEquals("no controller has a channel in " + nowhere + ". Start one with: footlift run",
                refusal.getMessage());
    }

    private void poke(int at, int value) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("ticks").toFile(), "rw")) {
            file.seek(at);
            file.writeInt(Integer.reverseBytes(value));
        }
    }

    private void refuses(String message) {
        IOException refusal = assertThrows(IOException.class, () -> TickChannelReader.open(folder));
        assertEquals(folder.resolve("ticks") + message, refusal.getMessage());
    }
}
